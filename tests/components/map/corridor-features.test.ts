import { expect, test } from "vitest";
import {
  corridorFeatures,
  corridorWidth,
  EMPHASISED,
  MOST_DRAWN,
  REST_WIDTH,
} from "#app/components/map/corridor-features.ts";
import { clusterFinder, clustersAt, WORLD } from "#app/components/map/map-clusters.ts";
import { sourceOf } from "#app/components/map/map-data.ts";
import { MapPlaces } from "#app/components/map/map-places.ts";
import { dashed, lengthOf, withoutEnd, withoutStart } from "#app/components/map/pixel-path.ts";
import { corridorsOf } from "#app/domain/corridor.ts";
import type { SeizureFact } from "#app/domain/fact.ts";
import { type LonLat, mercatorOf } from "#app/domain/great-circle.ts";
import { factAt, node, placeIn } from "../../domain/route-facts.ts";

function placesOf(facts: readonly SeizureFact[]) {
  const { facts: columns, select } = sourceOf(facts);
  return new MapPlaces(columns, select()).all();
}

const ZOOM = 3;
const NO_MARKS = { zoom: ZOOM, clusterAt: () => null };
const BANGKOK = placeIn("TH", { placeId: "bkk", lat: 13.69, lon: 100.75, precision: "facility" });

function pixels(a: LonLat, b: LonLat, zoom = ZOOM): number {
  const [one, other] = [mercatorOf(a), mercatorOf(b)];
  return Math.hypot(one[0] - other[0], one[1] - other[1]) * WORLD * 2 ** zoom;
}

function kenyaToChina() {
  return factAt(BANGKOK, { route: [node("origin", "KE"), node("destination", "CN")] });
}

test("a line is 1.1 px for one case and widens with the root of their number; intended legs are thinner", () => {
  expect([1, 2, 5, 10, 100].map((cases) => Number(corridorWidth(cases).toFixed(2)))).toEqual([
    1.1, 2.88, 4.66, 6.44, 9,
  ]);
  expect([1, 5, 10].map((cases) => Number(corridorWidth(cases, true).toFixed(2)))).toEqual([0.88, 3.6, 3.6]);
});

test("travelled legs are lines, intended ones are dashes, both with a head, and country-only ends are rings", () => {
  const features = corridorFeatures(corridorsOf([kenyaToChina()]), NO_MARKS);
  expect(features.lines.features.map(({ properties }) => [properties.key, properties.intended]).sort()).toEqual([
    ["KE>TH", false],
    ["TH~CN", true],
  ]);
  expect(new Set(features.dashes.features.map(({ properties }) => properties.key))).toEqual(new Set(["TH~CN"]));
  const opacity = features.dashes.features.map(({ properties }) => properties.opacity);
  expect(opacity).toEqual([...opacity].sort((left, right) => left - right));
  expect(opacity[0]).toBeGreaterThan(0.17);
  expect(opacity.at(-1)).toBeLessThanOrEqual(0.95);
  expect(features.heads.features).toHaveLength(2);
  expect(features.rings.features.map(({ properties }) => properties.country).sort()).toEqual(["CN", "KE"]);
});

test("the head stands on the rim of the mark, looks at it, and the line ends where its tail is cut in", () => {
  const facts = Array.from({ length: 9 }, kenyaToChina);
  const clusters = clustersAt(placesOf(facts), ZOOM);
  const features = corridorFeatures(corridorsOf(facts), { zoom: ZOOM, clusterAt: clusterFinder(clusters, ZOOM) });
  const head = features.heads.features.find(({ properties }) => properties.key === "KE>TH");
  const line = features.lines.features.find(({ properties }) => properties.key === "KE>TH");
  const rim = (clusters[0]?.radius ?? 0) + 1;
  const tip = head?.geometry.coordinates as [number, number];
  expect(pixels(tip, [100.75, 13.69])).toBeCloseTo(rim, 1);
  expect(head?.properties.bearing).toBeGreaterThan(20);
  expect(head?.properties.bearing).toBeLessThan(130);
  const end = line?.geometry.coordinates.at(-1) as [number, number];
  const length = 5 + 1.5 * corridorWidth(9);
  expect(pixels(end, tip)).toBeCloseTo(0.72 * length, 1);
});

test("between Vladivostok and Los Angeles no segment jumps", () => {
  const seizure = factAt(placeIn("US", { lat: 33.94, lon: -118.4, precision: "facility" }), {
    route: [node("origin", "RU", { place: placeIn("RU", { lat: 43.1, lon: 131.9, precision: "city" }) })],
  });
  const { lines } = corridorFeatures(corridorsOf([seizure]), NO_MARKS);
  const points = lines.features[0]?.geometry.coordinates ?? [];
  const steps = points.slice(1).map(([lon = 0], index) => Math.abs(lon - (points[index]?.[0] ?? 0)));
  expect(Math.max(...steps)).toBeLessThan(15);
  expect(Math.max(...points.map(([lon = 0]) => lon))).toBeGreaterThan(180);
});

test("the busiest fourteen are drawn by their width, the others thin; beyond four hundred they are only told", () => {
  const facts = Array.from({ length: MOST_DRAWN + 12 }, (_, index) =>
    factAt(placeIn("TH", { placeId: `p${index}`, lat: (index % 40) - 20, lon: index / 3, precision: "city" }), {
      route: [node("origin", "CL")],
    }),
  );
  const features = corridorFeatures(corridorsOf(facts, "place"), NO_MARKS);
  expect(features.lines.features).toHaveLength(MOST_DRAWN);
  expect(features.undrawn).toBe(12);
  const thin = features.lines.features.filter(({ properties }) => properties.rest);
  expect(thin).toHaveLength(MOST_DRAWN - EMPHASISED);
  expect(new Set(thin.map(({ properties }) => properties.width))).toEqual(new Set([REST_WIDTH]));
  expect(features.lines.features.at(-1)?.properties.rest).toBe(false);
});

test("two ends under one mark have no line, and an end without a place has none", () => {
  const near = factAt(BANGKOK, {
    route: [node("origin", "LA", { place: placeIn("LA", { lat: 13.8, lon: 100.9, precision: "city" }) })],
  });
  expect(corridorFeatures(corridorsOf([near]), NO_MARKS).lines.features).toEqual([]);
  const unknown = factAt(BANGKOK, { route: [node("origin", "TK")] });
  expect(corridorFeatures(corridorsOf([unknown]), NO_MARKS).lines.features).toEqual([]);
});

test("paths are cut and dashed by length", () => {
  const path = [
    [0, 0],
    [60, 0],
    [100, 0],
  ] as const;
  expect(withoutStart(path, 10)).toEqual([
    [10, 0],
    [60, 0],
    [100, 0],
  ]);
  expect(withoutEnd(path, 50)).toEqual([
    [0, 0],
    [50, 0],
  ]);
  expect(withoutEnd(path, 200)).toEqual([]);
  expect(lengthOf(path)).toBe(100);
  expect(dashed(path, 20, 30).map(({ path: dash }) => [dash[0]?.[0], dash.at(-1)?.[0]])).toEqual([
    [0, 20],
    [50, 70],
  ]);
});
