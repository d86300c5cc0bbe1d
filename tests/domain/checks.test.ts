import { expect, test } from "vitest";
import { type CheckedAgainst, questionsOn } from "#app/domain/checks.ts";
import type { SeizureInput } from "#app/domain/seizure.ts";
import { aPlace, aSeizureInput, aSeizureItem } from "#seeds/builders.ts";
import { referenceMeasures } from "#seeds/reference-measures.server.ts";

const AGAINST: CheckedAgainst = {
  measures: referenceMeasures(),
  window: { startsOn: "2021-04-15", endsOn: "2021-09-15" },
  reporterCountry: "VN",
  outlines: { countries: { VN: [[105, 20, 108, 20, 108, 22, 105, 22]] }, disputed: [] },
  medians: new Map([["D2.heroin:kg", "12.5"]]),
};

function asked(over: Partial<SeizureInput>, against = AGAINST) {
  return questionsOn(aSeizureInput(over), against).map((question) => question.check);
}

test("a plain report is asked nothing", () => {
  expect(asked({})).toEqual([]);
});

test.each([
  ["2021-04-14", null, ["outside_window"]],
  ["2021-04-15", null, []],
  ["2021-09-15", null, []],
  ["2021-09-16", null, ["outside_window"]],
  ["2021-04-01", "2021-04-15", []],
])("a seizure of %s to %s against the window asks %j", (occurredOn, occurredTo, checks) => {
  expect(asked({ occurredOn, occurredTo, datePrecision: occurredTo ? "range" : "day" })).toEqual(checks);
});

test.each([
  ["inside", 21, 106, []],
  ["20 km beyond the border", 22.18, 106, []],
  ["50 km beyond the border", 22.45, 106, ["outside_country"]],
])("a place %s asks %j", (_where, lat, lon, checks) => {
  expect(asked({ place: aPlace({ lat, lon, precision: "exact" }) })).toEqual(checks);
});

test("at sea no border is asked about", () => {
  expect(asked({ place: aPlace({ lat: 10, lon: 112, precision: "exact" }), placeKind: "at_sea" })).toEqual([]);
});

test("a place in another country than the reporter's asks, and offers the reporter's", () => {
  const [question] = questionsOn(aSeizureInput({ place: aPlace({ country: "LA", placeId: null }) }), AGAINST);
  expect(question).toMatchObject({ check: "other_country", field: "place.country" });
  expect(question?.answers).toContainEqual({ key: "country", change: { field: "place.country", value: "VN" } });
});

test.each([
  ["D2.heroin", "99.999", "kg", []],
  ["D2.heroin", "100", "kg", ["large_quantity"]],
  ["D1.meth_crystal", "999999", "g", []],
  ["D1.meth_crystal", "1", "t", ["large_quantity"]],
  ["P1.acetic_anhydride", "19", "t", []],
  ["P1.acetic_anhydride", "20", "t", ["large_quantity"]],
  ["L1.rosewood", "49", "t", []],
  ["D1.meth_tablets", "5000000", "tablets", []],
])("%s, %s %s asks %j", (commodity, quantity, unit, checks) => {
  expect(asked({ items: [aSeizureItem({ commodity, quantity, unit })] })).toEqual(checks);
});

test("exactly a thousand times the usual asks whether grams were meant", () => {
  const input = aSeizureInput({ items: [aSeizureItem({ commodity: "D2.heroin", quantity: "12500", unit: "kg" })] });
  const question = questionsOn(input, AGAINST).find((one) => one.check === "thousand");
  expect(question?.answers[0]).toEqual({ key: "divided", change: { field: "items.0.quantity", value: "12.5" } });
});

test.each([
  ["60", "kg", "10", "pcs", []],
  ["0.05", "kg", "1", "pcs", ["weight_per_piece"]],
  ["700", "kg", "10", "pcs", ["weight_per_piece"]],
  ["10", "pcs", "60", "kg", []],
])("raw ivory of %s %s and %s %s asks %j", (quantity, unit, secondQuantity, secondUnit, checks) => {
  expect(asked({ items: [aSeizureItem({ quantity, unit, secondQuantity, secondUnit })] })).toEqual(checks);
});

test("tablets that weigh a thousand times too much offer grams", () => {
  const tablets = {
    commodity: "D1.meth_tablets",
    quantity: "1000",
    unit: "tablets",
    secondQuantity: "90",
    secondUnit: "kg",
  };
  const [question] = questionsOn(aSeizureInput({ items: [aSeizureItem(tablets)] }), AGAINST);
  expect(question?.answers[0]).toEqual({ key: "grams", change: { field: "items.0.secondUnit", value: "g" } });
});

test("a container number is asked about with the digit that would fit", () => {
  const [question] = questionsOn(aSeizureInput({ containerNo: "CSQU3054384" }), AGAINST);
  expect(question).toMatchObject({ check: "container_check_digit", values: { expected: 3 } });
});

test("more nationalities than persons ask", () => {
  const persons = { arrested: 1, identified: null, nationalities: [{ country: "VN", count: 2 }] };
  expect(asked({ persons })).toEqual(["nationalities"]);
});

test("every question can be answered with 'as it is'", () => {
  const input = aSeizureInput({
    occurredOn: "2020-01-01",
    containerNo: "CSQU3054384",
    place: aPlace({ country: "LA", placeId: null }),
    items: [aSeizureItem({ quantity: "9000", secondQuantity: "1", secondUnit: "pcs" })],
  });
  for (const question of questionsOn(input, AGAINST)) {
    expect(question.answers).toContainEqual({ key: "as_it_is", change: null });
  }
});
