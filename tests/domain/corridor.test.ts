import { expect, test } from "vitest";
import { corridorsOf } from "#app/domain/corridor.ts";
import { placeKey } from "#app/domain/place-mark.ts";
import { factAt, itemOf, node, placeIn } from "./route-facts.ts";

const BANGKOK = placeIn("TH", { placeId: "apt:BKK", lat: 13.69, lon: 100.75, precision: "facility" });
const PHUKET = placeIn("TH", { placeId: "apt:HKT", lat: 8.11, lon: 98.31, precision: "facility" });
const FROM_KENYA = { route: [node("origin", "KE"), node("destination", "CN")] };

test("legs of all cases between two countries are one corridor, with cases, confirmed and kinds", () => {
  const corridors = corridorsOf([
    factAt(BANGKOK, { ...FROM_KENYA, state: "verified" }),
    factAt(BANGKOK, { ...FROM_KENYA, items: [itemOf("F2.raw_ivory"), itemOf("F3.horn"), itemOf("F2.worked_ivory")] }),
    factAt(PHUKET, FROM_KENYA),
  ]);
  expect(corridors.map(({ key, cases, confirmed }) => [key, cases, confirmed])).toEqual([
    ["KE>TH", 3, 1],
    ["TH~CN", 3, 1],
  ]);
  expect(corridors[0]?.slots).toMatchObject({ I: 3, R: 1, D: 0 });
  expect(corridors[0]?.to.at).toEqual([100.75, 13.69]);
  expect(corridors[0]?.from).toMatchObject({ country: "KE", at: null });
});

test("by place, the same cases are corridors of their own", () => {
  const corridors = corridorsOf([factAt(BANGKOK, FROM_KENYA), factAt(PHUKET, FROM_KENYA)], "place");
  expect(corridors.map(({ key }) => key)).toEqual([
    "KE:->TH:apt:BKK",
    "KE:->TH:apt:HKT",
    "TH:apt:BKK~CN:-",
    "TH:apt:HKT~CN:-",
  ]);
});

test("what does not count as a case has no corridor", () => {
  const corridors = corridorsOf([
    factAt(BANGKOK, { ...FROM_KENYA, state: "withdrawn" }),
    factAt(BANGKOK, { ...FROM_KENYA, eventKind: "detention" }),
    factAt(BANGKOK, { ...FROM_KENYA, outsideWindow: true }),
  ]);
  expect(corridors).toEqual([]);
});

test("a case is counted once in a corridor that it passes twice, and not at all within one country", () => {
  const route = [
    node("origin", "KE"),
    node("departure", "KE"),
    node("transit", "AE"),
    node("transit", "KE"),
    node("transit", "AE"),
  ];
  const corridors = corridorsOf([factAt(BANGKOK, { route })]);
  expect(corridors.map(({ key, cases }) => [key, cases])).toEqual([
    ["AE>KE", 1],
    ["AE>TH", 1],
    ["KE>AE", 1],
  ]);
});

test("a place is known by its gazetteer entry, else by its position, else by its country", () => {
  expect(placeKey(BANGKOK)).toBe("TH:apt:BKK");
  expect(placeKey(placeIn("TH", { lat: 8.11111, lon: 98.3, precision: "exact" }))).toBe("TH:8.111,98.300");
  expect(placeKey(placeIn("TH", { lat: 15, lon: 101, precision: "country" }))).toBe("TH");
});
