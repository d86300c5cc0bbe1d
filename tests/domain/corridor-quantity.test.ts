import { expect, test } from "vitest";
import { corridorQuantities } from "#app/domain/corridor-quantity.ts";
import type { FactItem, SeizureFact } from "#app/domain/fact.ts";
import { tableOf } from "#app/domain/figures/fact-table.ts";
import { select } from "#app/domain/figures/select.ts";
import { NO_FILTER } from "#app/domain/filter-address.ts";
import { factAt, itemOf, node, placeIn } from "./route-facts.ts";

const IVORY = { kind: "quantity", commodity: "F2.raw_ivory", unit: "kg" } as const;

function kilograms(normalised: string, more: Partial<FactItem> = {}): FactItem {
  return { ...itemOf("F2.raw_ivory"), quantity: normalised, unit: "kg", normalised, dimension: "mass", ...more };
}

function passed(facts: SeizureFact[], level: "country" | "place" = "country") {
  const table = tableOf(facts);
  const factOf = (row: number) => {
    const fact = facts[row];
    if (!fact) throw new RangeError(`No fact in row ${row}`);
    return fact;
  };
  const selection = select(table, NO_FILTER);
  return Object.fromEntries(corridorQuantities({ facts: table, selection, factAt: factOf }, IVORY, level));
}

/** ETIS, worked route: raw ivory seized in SG; UG 20 %, KE 80 %; exported from KE; AE; MY; bound for CN. */
const WORKED = [
  node("origin", "UG", { sharePercent: "20" }),
  node("origin", "KE", { sharePercent: "80" }),
  node("departure", "KE"),
  node("transit", "AE"),
  node("transit", "MY"),
  node("destination", "CN"),
];

test("an origin gives its share, and all of it goes every way after that", () => {
  expect(passed([factAt(placeIn("SG"), { route: WORKED, items: [kilograms("1000")] })])).toEqual({
    "UG>KE": { amount: "200", cases: 1 },
    "KE>AE": { amount: "1000", cases: 1 },
    "AE>MY": { amount: "1000", cases: 1 },
    "MY>SG": { amount: "1000", cases: 1 },
    "SG~CN": { amount: "1000", cases: 1 },
  });
});

test("two origins of one country add up, one without a share counts whole, and no corridor holds more than the case", () => {
  const twice = [node("origin", "UG", { sharePercent: "20" }), node("origin", "UG", { sharePercent: "30.5" })];
  const untold = [node("origin", "UG"), node("origin", "CD"), node("departure", "KE"), node("transit", "UG")];
  expect(
    passed([factAt(placeIn("SG"), { route: [...twice, node("departure", "KE")], items: [kilograms("10")] })]),
  ).toEqual({ "UG>KE": { amount: "5.05", cases: 1 }, "KE>SG": { amount: "10", cases: 1 } });
  expect(passed([factAt(placeIn("SG"), { route: untold, items: [kilograms("0.000001")] })])).toEqual({
    "UG>KE": { amount: "0.000001", cases: 1 },
    "CD>KE": { amount: "0.000001", cases: 1 },
    "KE>UG": { amount: "0.000001", cases: 1 },
    "UG>SG": { amount: "0.000001", cases: 1 },
  });
});

test("estimates, other goods and other units are left out; goods of one case and several cases add up", () => {
  const route = [node("origin", "KE")];
  const at = (items: FactItem[]) => factAt(placeIn("TH"), { route, items });
  expect(
    passed([
      at([kilograms("1.5"), kilograms("2"), itemOf("F3.horn")]),
      at([kilograms("0.1"), kilograms("900", { qualifier: "estimated" })]),
      at([kilograms("7", { unit: "pieces", dimension: "count" })]),
      at([itemOf("F2.raw_ivory")]),
    ]),
  ).toEqual({ "KE>TH": { amount: "3.6", cases: 2 } });
});

test("by place, each place has its own", () => {
  const airport = placeIn("TH", { placeId: "apt:BKK", lat: 13.69, lon: 100.75, precision: "facility" });
  expect(passed([factAt(airport, { route: [node("origin", "KE")], items: [kilograms("2")] })], "place")).toEqual({
    "KE:->TH:apt:BKK": { amount: "2", cases: 1 },
  });
});
