import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type FactFilter,
  fitsFilter,
  isFiltered,
  NO_FILTER,
  readFactFilter,
  writeFactFilter,
} from "#app/domain/fact-filter.ts";
import { isInBox } from "#app/domain/filter-box.ts";
import { Facts, Filter } from "./figures/arbitrary-fact.ts";
import { factAt, node, placeIn } from "./route-facts.ts";

function sortedFilter(filter: FactFilter) {
  const fields = Object.entries(filter).map(([name, value]) =>
    name !== "box" && Array.isArray(value) ? [name, [...value].sort()] : [name, value],
  );
  return Object.fromEntries(fields);
}

test("a filter written into an address is read back as it was", () => {
  fc.assert(
    fc.property(Filter, (filter) => {
      const read = readFactFilter(writeFactFilter(filter));
      expect(read.dropped).toEqual([]);
      expect(read.filter).toEqual(sortedFilter(filter));
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

test("a box reads only corners that exist, and one across 180° holds both sides of it", () => {
  const boxOf = (box: string) => readFactFilter(new URLSearchParams({ box })).filter.box;
  expect(boxOf("100.5,10,110,22.1234")).toEqual([100.5, 10, 110, 22.1234]);
  for (const bad of ["", "1,2,3", "1,2,3,x", "1,9,3,2", "-181,0,0,0", "0,0,0,91", "1e1,0,2,3"])
    expect(boxOf(bad)).toBeNull();
  const across = boxOf("170,-25,-170,-10");
  const at = (lon: number) => ({ lat: -18, lon, precision: "exact" });
  if (!across) throw new Error("No box");
  expect([178, -178, 160, -160].map((lon) => isInBox(across, at(lon)))).toEqual([true, true, false, false]);
  expect(isInBox(across, { lat: -18, lon: 178, precision: "country" })).toBe(false);
});

test("goods pass through the place of seizure and every place that the route names", () => {
  const hanoi = placeIn("VN", { placeId: "air:HAN", lat: 21.2, lon: 105.8, precision: "facility" });
  const fact = factAt(hanoi, { route: [node("origin", "KE"), node("transit", "AE"), node("destination", "CN")] });
  const through = (...values: string[]) => fitsFilter({ ...NO_FILTER, through: values }, fact);
  expect(["VN", "air:HAN", "KE", "AE", "CN"].every((value) => through(value))).toBe(true);
  expect(through("TH")).toBe(false);
  expect(fitsFilter({ ...NO_FILTER, corridors: ["AE>VN"] }, fact)).toBe(true);
  expect(fitsFilter({ ...NO_FILTER, corridors: ["VN~CN"] }, fact)).toBe(true);
  expect(fitsFilter({ ...NO_FILTER, corridors: ["VN>CN", "KE>VN"] }, fact)).toBe(false);
});
