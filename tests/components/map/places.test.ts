import { expect, test } from "vitest";
import { boundsOf } from "#app/components/map/map-bounds.ts";
import { FEW, placesInView } from "#app/components/map/map-cells.ts";
import { clusterFinder, clustersAt, clusterZoom, radiusOf, WORLD } from "#app/components/map/map-clusters.ts";
import { mapData, sourceOf } from "#app/components/map/map-data.ts";
import { MapPlaces } from "#app/components/map/map-places.ts";
import type { SeizureFact } from "#app/domain/fact.ts";
import { NO_FILTER } from "#app/domain/fact-filter.ts";
import { tableOf } from "#app/domain/figures/fact-table.ts";
import { select } from "#app/domain/figures/select.ts";
import { mercatorOf } from "#app/domain/great-circle.ts";
import { precisionOf } from "#app/domain/place-mark.ts";
import { factAt, itemOf, placeIn } from "../../domain/route-facts.ts";

const BANGKOK = placeIn("TH", { placeId: "bkk", lat: 13.69, lon: 100.75, precision: "facility" });
const HA_NOI = placeIn("VN", { placeId: "han", lat: 21.22, lon: 105.81, precision: "city" });
const SOMEWHERE_IN_INDIA = placeIn("IN");
const NOWHERE = placeIn("XX");

function placesOf(facts: readonly SeizureFact[]) {
  const { facts: columns, select } = sourceOf(facts);
  return new MapPlaces(columns, select());
}

test("cases are gathered by place, with kinds and certainty; what has no place is counted", () => {
  const found = placesOf([
    factAt(BANGKOK, { state: "verified" }),
    factAt(BANGKOK, { items: [itemOf("F3.horn"), itemOf("F2.raw_ivory")] }),
    factAt(SOMEWHERE_IN_INDIA),
    factAt(NOWHERE),
    factAt(BANGKOK, { state: "withdrawn" }),
  ]);
  const places = found.all();
  expect(places.map(({ key, cases, confirmed, precision }) => [key, cases, confirmed, precision])).toEqual([
    ["TH:bkk/facility", 2, 1, "facility"],
    ["IN", 1, 0, "country"],
  ]);
  expect(places[0]?.slots).toMatchObject({ I: 2, R: 1 });
  expect(places[0]?.confirmedSlots).toMatchObject({ I: 1, R: 0 });
  expect(found.undrawn).toBe(1);
});

test("a centroid is never drawn as a place: without a position, or with precision 'country', it is the country", () => {
  expect(precisionOf(placeIn("VN", { lat: 16, lon: 107, precision: "country" }))).toBe("country");
  expect(precisionOf(placeIn("VN", { precision: "exact" }))).toBe("country");
  expect(precisionOf(placeIn("VN", { lat: 16, lon: 107, precision: "admin1" }))).toBe("area");
});

test("places that would touch are one mark, at the busiest of them, and part when the map comes closer", () => {
  const places = placesOf([factAt(BANGKOK), factAt(BANGKOK), factAt(HA_NOI)]).all();
  const [far, ...none] = clustersAt(places, 0);
  expect(none).toEqual([]);
  expect(far).toMatchObject({ cases: 3, at: [100.75, 13.69], precision: null });
  expect(clustersAt(places, 5).map(({ cases, precision }) => [cases, precision])).toEqual([
    [2, "facility"],
    [1, "city"],
  ]);
});

test("no two marks touch at any zoom, and no case is lost", () => {
  const facts = Array.from({ length: 400 }, (_, index) =>
    factAt(placeIn("TH", { lat: ((index * 37) % 140) - 60, lon: ((index * 91) % 340) - 170, precision: "exact" })),
  );
  const places = placesOf(facts).all();
  for (const zoom of [0.5, 2, 4]) {
    const clusters = clustersAt(places, zoom);
    expect(clusters.reduce((sum, { cases }) => sum + cases, 0)).toBe(400);
    const placed = clusters.map(({ at, radius }) => ({
      at: mercatorOf(at).map((part) => part * WORLD * 2 ** zoom),
      radius,
    }));
    const touching = placed.flatMap((one, index) =>
      placed.slice(index + 1).filter((other) => {
        const [dx = 0, dy = 0] = [0, 1].map((axis) => (one.at[axis] ?? 0) - (other.at[axis] ?? 0));
        return Math.hypot(dx, dy) < one.radius + other.radius;
      }),
    );
    expect(touching).toEqual([]);
  }
});

test("a mark grows with the root of its cases, up to a limit", () => {
  expect([1, 2, 10, 100_000].map((cases) => Number(radiusOf(cases).toFixed(1)))).toEqual([8, 11, 14, 30]);
  expect([3.2, 3.49, 3.5].map(clusterZoom)).toEqual([3, 3, 3.5]);
});

test("the mark under which a place lies is found", () => {
  const places = placesOf([factAt(BANGKOK), factAt(BANGKOK), factAt(HA_NOI)]).all();
  const at = clusterFinder(clustersAt(places, 5), 5);
  expect(at([100.75, 13.7])?.cases).toBe(2);
  expect(at([90, 0])).toBeNull();
});

test("the frame around places on both sides of 180° does not run round the world", () => {
  expect(
    boundsOf([
      [178.4, -18.1],
      [-157.9, 21.3],
    ]),
  ).toEqual({ west: 178.4, east: 202.1, south: -18.1, north: 21.3 });
  expect(
    boundsOf([
      [100, 10],
      [110, 20],
      [30, 5],
    ]),
  ).toEqual({ west: 30, east: 110, south: 5, north: 20 });
  expect(boundsOf([])).toBeNull();
});

test("twenty thousand cases at two thousand places are grouped in one go", () => {
  const facts = Array.from({ length: 20_000 }, (_, index) =>
    factAt(
      placeIn("TH", {
        placeId: `p${index % 2000}`,
        lat: (index % 2000) / 30,
        lon: (index % 1999) / 20,
        precision: "city",
      }),
    ),
  );
  const { places, knowledge } = mapData(sourceOf(facts));
  expect(places.numbers).toHaveLength(2000);
  expect(knowledge).toMatchObject({ total: 20_000, known: 0, lackBoth: 20_000 });
});

test("very many places in view are counted in cells, and none of their cases is lost", () => {
  const facts = Array.from({ length: FEW + 500 }, (_, index) =>
    factAt(placeIn("TH", { lat: (index % 80) - 40, lon: Math.floor(index / 80) - 30, precision: "exact" }), {
      state: index % 3 === 0 ? "verified" : "submitted",
    }),
  );
  const places = placesOf(facts);
  expect(places.numbers).toHaveLength(FEW + 500);
  const cells = placesInView(places, 1, null);
  expect(cells.length).toBeLessThan(FEW);
  const sum = (of: (cell: (typeof cells)[number]) => number) => cells.reduce((total, cell) => total + of(cell), 0);
  expect(sum(({ cases }) => cases)).toBe(FEW + 500);
  expect(sum(({ confirmed }) => confirmed)).toBe(facts.filter(({ state }) => state === "verified").length);
  expect(sum(({ slots }) => slots.I)).toBe(FEW + 500);
  expect(sum(({ keys }) => keys.length)).toBe(FEW + 500);
  const near = placesInView(places, 6, { west: 0, east: 3, south: 0, north: 3 });
  expect(near.map(({ cases }) => cases)).toEqual(Array.from({ length: 16 }, () => 1));
});

test("a mark of one case is drawn by the goods that the filter asks for", () => {
  const fact = factAt(BANGKOK, { items: [itemOf("D1.yaba"), itemOf("F2.raw_ivory")] });
  const table = tableOf([fact]);
  const ivory = new MapPlaces(table, select(table, { ...NO_FILTER, slots: ["I"] })).all();
  expect(ivory.map(({ lead, slots }) => [lead, slots.I, slots.D])).toEqual([["I", 1, 0]]);
});
