import fc from "fast-check";
import { expect, test } from "vitest";
import { fitsFilter, isFiltered, NO_FILTER, readFactFilter, writeFactFilter } from "#app/domain/fact-filter.ts";
import { Facts, Filter } from "./figures/arbitrary-fact.ts";

test("a filter written into an address is read back as it was", () => {
  fc.assert(
    fc.property(Filter, (filter) => {
      const sorted = { ...filter, states: [...filter.states].sort(), modes: [...filter.modes].sort() };
      const read = readFactFilter(writeFactFilter(filter));
      expect(read.dropped).toEqual([]);
      expect(read.filter).toEqual({ ...sorted, reporters: [...filter.reporters].sort() });
    }),
  );
});

test("what is no day, slot, state or code is dropped and reported, the rest holds", () => {
  const params = new URLSearchParams(
    "from=2021-02-30&to=2026-08-14&slot=I&slot=ivory&state=verified&state=checked&mode=air%20cargo&group=F2&group=f2",
  );
  const { filter, dropped } = readFactFilter(params);
  expect(filter).toEqual({ ...NO_FILTER, to: "2026-08-14", slots: ["I"], states: ["verified"], groups: ["F2"] });
  expect(dropped).toEqual([
    { name: "from", value: "2021-02-30" },
    { name: "slot", value: "ivory" },
    { name: "group", value: "f2" },
    { name: "mode", value: "air cargo" },
    { name: "state", value: "checked" },
  ]);
});

test("a reporter that takes no part is dropped where the participants are known", () => {
  const read = readFactFilter(new URLSearchParams("reporter=VN&reporter=FR"), { reporters: new Set(["VN", "CN"]) });
  expect(read.filter.reporters).toEqual(["VN"]);
  expect(read.dropped).toEqual([{ name: "reporter", value: "FR" }]);
});

test("a period that ends before it begins loses its end", () => {
  const read = readFactFilter(new URLSearchParams("from=2026-08-14&to=2026-04-15"));
  expect(read.filter).toEqual({ ...NO_FILTER, from: "2026-08-14" });
  expect(read.dropped).toEqual([{ name: "to", value: "2026-04-15" }]);
});

test("the page's other parameters are left alone", () => {
  const base = new URLSearchParams("sort=newest&slot=D&page=3");
  const written = writeFactFilter({ ...NO_FILTER, slots: ["I"] }, base);
  expect(written.toString()).toBe("sort=newest&page=3&slot=I");
  expect(isFiltered(readFactFilter(new URLSearchParams("sort=newest&page=3")).filter)).toBe(false);
});

test("without a filter every fact fits", () => {
  fc.assert(fc.property(Facts(), (facts) => facts.every((fact) => fitsFilter(NO_FILTER, fact))));
});
