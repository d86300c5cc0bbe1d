import { expect, test } from "vitest";
import { corridorFeatures } from "#app/components/map/corridor-features.ts";
import { ALL_BY_CASES, type CorridorLook } from "#app/components/map/corridor-look.ts";
import { mapData, sourceOf } from "#app/components/map/map-data.ts";
import type { FactItem } from "#app/domain/fact.ts";
import { factAt, itemOf, node, placeIn } from "../../domain/route-facts.ts";

const IVORY = { kind: "quantity", commodity: "F2.raw_ivory", unit: "kg" } as const;
const BANGKOK = placeIn("TH", { placeId: "apt:BKK", lat: 13.69, lon: 100.75, precision: "facility" });

function seized(from: string, kilograms: string | null) {
  const item: FactItem = {
    ...itemOf("F2.raw_ivory"),
    normalised: kilograms,
    dimension: kilograms === null ? null : "mass",
  };
  return factAt(BANGKOK, { route: [node("origin", from), node("destination", "CN")], items: [item] });
}

/** Three small cases from Kenya, a large one from Nigeria, and one from Uganda of unknown weight. */
const FACTS = [seized("KE", "1"), seized("KE", "1"), seized("KE", "2"), seized("NG", "64"), seized("UG", null)];

function lookedAt(look: Partial<CorridorLook>) {
  return mapData(sourceOf(FACTS), { ...ALL_BY_CASES, ...look });
}

test("the enforcement view ends where goods were seized, the trade-flow view goes on to where they were bound", () => {
  expect(lookedAt({}).corridors.map(({ key }) => key)).toEqual(["TH~CN", "KE>TH", "NG>TH", "UG>TH"]);
  expect(lookedAt({ view: "enforcement" }).corridors.map(({ key }) => key)).toEqual(["KE>TH", "NG>TH", "UG>TH"]);
  const places = lookedAt({ view: "enforcement" }).placeCorridors();
  expect(places.corridors.map(({ key }) => key)).toEqual(["KE:->TH:apt:BKK", "NG:->TH:apt:BKK", "UG:->TH:apt:BKK"]);
  expect(places.total).toBe(3);
});

test("by a quantity, what most of it passed is widest, and what none of it is known to have passed is not drawn", () => {
  const { corridors } = lookedAt({ quantity: IVORY });
  expect(corridors.map(({ key, quantity }) => [key, quantity])).toEqual([
    ["TH~CN", { amount: "68", cases: 4 }],
    ["NG>TH", { amount: "64", cases: 1 }],
    ["KE>TH", { amount: "4", cases: 3 }],
  ]);
  const { lines } = corridorFeatures(lookedAt({ quantity: IVORY, view: "enforcement" }).corridors, {
    zoom: 3,
    clusterAt: () => null,
  });
  const widths = Object.fromEntries(lines.features.map(({ properties: { key, width } }) => [key, width]));
  expect(widths["NG>TH"]).toBeCloseTo(9);
  // A sixteenth of the quantity: a quarter of the way from the thinnest to the widest.
  expect(widths["KE>TH"]).toBeCloseTo(1.1 + (9 - 1.1) / 4);
});
