import fc from "fast-check";
import { expect, test } from "vitest";
import { reportsBehind } from "#app/components/pivot/pivot-address.ts";
import { countsAsCase, oncePerCase } from "#app/domain/fact.ts";
import { fitsFilter, NO_FILTER, readFactFilter } from "#app/domain/fact-filter.ts";
import { tableOf } from "#app/domain/figures/fact-table.ts";
import { canCross, countPivot, narrowedTo, PIVOT_KEYS, readPivot } from "#app/domain/figures/pivot.ts";
import { select } from "#app/domain/figures/select.ts";
import { Facts, Filter } from "./arbitrary-fact.ts";

test("the filter behind a number leaves as many cases as the number says", () => {
  fc.assert(
    fc.property(Facts(40), Filter, fc.constantFrom(...PIVOT_KEYS), (facts, filter, key) => {
      const table = tableOf(facts.map((fact) => ({ ...fact, joint: null })));
      const pivot = { rows: key, columns: null, measure: "total" } as const;
      for (const row of countPivot(table, select(table, filter), pivot).rows) {
        const narrowed = narrowedTo(filter, key, row.key[key]);
        if (narrowed) expect(select(table, narrowed).cases.length).toBe(row.total);
      }
    }),
    { numRuns: 150 },
  );
});

test("the address of a number lists the reports that it counts, and no others", () => {
  fc.assert(
    fc.property(Facts(30), fc.constantFrom(...PIVOT_KEYS), (facts, key) => {
      const own = facts.map((fact) => ({ ...fact, joint: null }));
      const table = tableOf(own);
      const pivot = { rows: key, columns: null, measure: "confirmed" } as const;
      for (const row of countPivot(table, select(table, NO_FILTER), pivot).rows) {
        const address = reportsBehind(NO_FILTER, pivot, { row: row.key[key] });
        if (address === null) continue;
        const params = new URLSearchParams(address.split("?")[1]);
        const listed = own.filter((fact) => countsAsCase(fact) && fitsFilter(readFactFilter(params).filter, fact));
        expect(params.get("counted")).toBe("yes");
        expect(oncePerCase(listed)).toHaveLength(row.confirmed);
      }
    }),
    { numRuns: 60 },
  );
});

test("what cannot be crossed is not: a key with itself, or two of goods and legs", () => {
  expect(canCross("slot", "slot")).toBe(false);
  expect(canCross("slot", "commodity")).toBe(false);
  expect(canCross("corridor", "group")).toBe(false);
  expect(canCross("corridor", "mode")).toBe(true);
  expect(readPivot(new URLSearchParams("rows=slot&columns=group&measure=sum"))).toEqual({
    rows: "slot",
    columns: null,
    measure: "total",
  });
  expect(readPivot(new URLSearchParams()).columns).toBe("slot");
});

test("no filter says 'not stated', nor one of several codes beside another that is asked for", () => {
  expect(narrowedTo(NO_FILTER, "detection", null)).toBeNull();
  expect(narrowedTo({ ...NO_FILTER, detections: ["dog"] }, "detection", "scanner")).toBeNull();
  expect(narrowedTo({ ...NO_FILTER, detections: ["dog"] }, "detection", "dog")?.detections).toEqual(["dog"]);
});
