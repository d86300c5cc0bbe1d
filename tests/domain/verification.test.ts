import { describe, expect, test } from "vitest";
import type { CheckedAgainst } from "#app/domain/checks.ts";
import type { SeizureInput } from "#app/domain/seizure.ts";
import { findingsOn, riskOf } from "#app/domain/verification.ts";
import { aPlace, aRouteNode, aSeizureInput, aSeizureItem } from "#seeds/builders.ts";
import { referenceMeasures } from "#seeds/reference-measures.server.ts";

const AGAINST: CheckedAgainst = {
  measures: referenceMeasures(),
  window: { startsOn: "2021-04-15", endsOn: "2021-09-15" },
  reporterCountry: "VN",
  outlines: { countries: { VN: [[105, 20, 108, 20, 108, 22, 105, 22]] }, disputed: [] },
  medians: new Map([["D2.heroin:kg", "2.5"]]),
};

/** Everything said that a checked record needs. */
const whole = (over: Partial<SeizureInput> = {}) =>
  aSeizureInput({
    place: aPlace({ lat: 21, lon: 106, precision: "exact" }),
    route: [aRouteNode({ role: "departure" }), aRouteNode({ role: "destination" })],
    concealmentPlaces: ["none"],
    items: [aSeizureItem({ commodity: "D2.heroin", quantity: "2", unit: "kg" })],
    ...over,
  });
const found = (over: Partial<SeizureInput> = {}, late = false) =>
  findingsOn({ input: whole(over), late }, AGAINST).map(({ check }) => check);
const goods = (over: Parameters<typeof aSeizureItem>[0]) => ({
  items: [aSeizureItem({ commodity: "D2.heroin", unit: "kg", ...over })],
});

test("a record that says all it needs has nothing to look at", () => {
  expect(found()).toEqual([]);
});

describe("each planted error is caught, whatever else the report says", () => {
  test.each<[string, Partial<SeizureInput>, string]>([
    ["kilograms written as grams", goods({ quantity: "2500" }), "thousand"],
    ["two hundred times what is usual", goods({ quantity: "501" }), "far_above"],
    ["more than is confirmed once", goods({ quantity: "120" }), "large_quantity"],
    ["a quantity nobody knows", goods({ quantity: null, unit: null }), "missing_amount"],
    [
      "a tusk of 300 kg",
      goods({ commodity: "F2.raw_ivory", quantity: "300", secondQuantity: "1", secondUnit: "pcs" }),
      "weight_per_piece",
    ],
    ["ivory of no species", goods({ commodity: "F2.raw_ivory", quantity: "3" }), "missing_taxon"],
    ["a group instead of a kind", goods({ commodity: "D2", quantity: "3" }), "rough_goods"],
    ["a place beyond the border", { place: aPlace({ lat: 10, lon: 100, precision: "exact" }) }, "outside_country"],
    ["a place in another country", { place: aPlace({ country: "LA", placeId: null }) }, "other_country"],
    ["a place without a position", { place: aPlace({ placeId: null }) }, "missing_position"],
    ["a day before the operation", { occurredOn: "2021-03-01" }, "outside_window"],
    ["a month instead of a day", { datePrecision: "month" }, "rough_day"],
    ["a container with a wrong digit", { containerNo: "CSQU3054384" }, "container_check_digit"],
    ["a container that is none", { containerNo: "CSQU30543" }, "container_malformed"],
    [
      "more nationalities than persons",
      { persons: { arrested: 1, identified: null, nationalities: [{ country: "VN", count: 2 }] } },
      "nationalities",
    ],
    ["no departure", { route: [aRouteNode({ role: "destination" })] }, "missing_departure"],
    ["no destination", { route: [aRouteNode({ role: "departure" })] }, "missing_destination"],
    ["no word of concealment", { concealmentPlaces: [] }, "missing_concealment"],
  ])("%s", (_what, over, check) => {
    expect(found(over)).toContain(check);
  });

  test("a late release", () => {
    expect(found({}, true)).toEqual(["late"]);
  });
});

test("one slip is asked about once: a round thousand is not far above as well", () => {
  expect(found(goods({ quantity: "2500" }))).not.toContain("far_above");
});

test("what would change a total stands first and weighs more than what is rough", () => {
  const input = whole({ ...goods({ quantity: "2500" }), datePrecision: "month", concealmentPlaces: [] });
  const findings = findingsOn({ input, late: true }, AGAINST);
  expect(findings[0]?.check).toBe("thousand");
  expect(riskOf(findings)).toBe(findings.reduce((sum, { weight }) => sum + weight, 0));
  const rough = findingsOn({ input: whole({ datePrecision: "month", concealmentPlaces: [] }), late: true }, AGAINST);
  expect(riskOf(findings)).toBeGreaterThan(riskOf(rough));
});

test("an unknown departure or concealment is an answer", () => {
  const route = [
    aRouteNode({ role: "origin", place: aPlace({ country: "XX", placeId: null }) }),
    aRouteNode({ role: "destination" }),
  ];
  expect(found({ route, concealmentPlaces: ["unknown"] })).toEqual([]);
});
