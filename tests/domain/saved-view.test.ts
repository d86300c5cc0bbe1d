import fc from "fast-check";
import { expect, test } from "vitest";
import { oncePerCase } from "#app/domain/fact.ts";
import { NO_FILTER, readFactFilter, writeFactFilter } from "#app/domain/fact-filter.ts";
import { filterOf, keptQuery, ViewInput } from "#app/domain/saved-view.ts";
import { placeOfView } from "#app/domain/view-address.ts";
import { caseOf, fitsWatch, waitingIn } from "#app/domain/view-watch.ts";
import { Facts, Filter } from "./figures/arbitrary-fact.ts";

test("the filter of an address is kept in one form, with its look, and nothing of the moment", () => {
  expect(keptQuery("?slot=T&slot=I&slot=I&order=rank&q=ivory&after=abc&at=3&as=1&reporter=VN&mode=")).toBe(
    "order=rank&reporter=VN&slot=I&slot=T",
  );
  expect(keptQuery("slot=ivory&from=2021-02-30")).toBe("");
  expect(keptQuery(keptQuery("slot=T&slot=I&per=day"))).toBe(keptQuery("slot=I&per=day&slot=T"));
});

test("a kept query gives its filter back, and says what of it is not understood", () => {
  fc.assert(
    fc.property(Filter, (filter) => {
      const kept = keptQuery(writeFactFilter(filter).toString());
      expect(filterOf(kept).filter).toEqual(readFactFilter(writeFactFilter(filter)).filter);
      expect(filterOf(kept).dropped).toEqual([]);
    }),
  );
  expect(filterOf("mode=air%20cargo&slot=I").dropped).toEqual([{ name: "mode", value: "air cargo" }]);
});

test("where a view leads", () => {
  expect(placeOfView({ page: "seizures", query: "slot=I" })).toBe("seizures?slot=I");
  expect(placeOfView({ page: "map", query: "" })).toBe("map");
});

test("a view has a name, and an address that is not endless", () => {
  const view = { id: crypto.randomUUID(), page: "map", name: "  Tusks ", query: "slot=I", shared: false };
  expect(ViewInput.parse(view).name).toBe("Tusks");
  expect(ViewInput.safeParse({ ...view, name: "  " }).error?.issues[0]?.message).toBe("views.name.missing");
  expect(ViewInput.safeParse({ ...view, query: "x".repeat(4_001) }).error?.issues[0]?.message).toBe("views.query.long");
  expect(ViewInput.safeParse({ ...view, page: "watch" }).success).toBe(false);
});

const ALL = { filter: NO_FILTER, days: null, today: "2026-05-20" };

test("each case is told in one notice, whatever comes in which order", () => {
  const Arrivals = fc.tuple(Facts(), fc.integer({ min: 1, max: 4 }), fc.array(fc.nat(), { maxLength: 8 }));
  fc.assert(
    fc.property(Arrivals, ([facts, threshold, cuts]) => {
      const told = new Set<string>();
      let notices = 0;
      let known: typeof facts = [];
      const ends = [...cuts.map((cut) => cut % (facts.length + 1)), facts.length, facts.length].sort((a, b) => a - b);
      for (const end of ends) {
        known = facts.slice(0, end);
        const { cases, enough } = waitingIn({ ...ALL, threshold }, known, told);
        if (!enough) {
          expect(cases).toBeLessThan(threshold);
          continue;
        }
        expect(cases).toBeGreaterThanOrEqual(threshold);
        for (const fact of known.filter((one) => fitsWatch(ALL, one))) told.add(caseOf(fact));
        notices++;
      }
      const all = new Set(facts.filter((fact) => fitsWatch(ALL, fact)).map(caseOf)).size;
      expect(notices * threshold).toBeLessThanOrEqual(all);
      expect(all - told.size).toBeLessThan(threshold);
    }),
  );
});

test("cases are counted as figures count them: a joint one once, what is withdrawn not at all", () => {
  fc.assert(
    fc.property(Facts(), (facts) => {
      const counted = oncePerCase(facts.filter((fact) => fitsWatch(ALL, fact)));
      expect(waitingIn({ ...ALL, threshold: 1 }, facts, new Set()).cases).toBe(counted.length);
    }),
  );
});

test("of the last days are those from the day so many days ago on, up to today", () => {
  fc.assert(
    fc.property(Facts(), fc.integer({ min: 1, max: 90 }), (facts, days) => {
      for (const fact of facts.filter((one) => fitsWatch(ALL, one))) {
        const age = fact.operationalDay && (Date.parse(ALL.today) - Date.parse(fact.operationalDay)) / 86_400_000;
        const within = typeof age === "number" && age >= 0 && age < days;
        expect(fitsWatch({ ...ALL, days }, fact)).toBe(within);
      }
    }),
  );
});
