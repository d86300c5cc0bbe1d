import { readFileSync } from "node:fs";
import type { FeatureCollection, MultiLineString, MultiPolygon, Position } from "geojson";
import { expect, test } from "vitest";
import { DISPUTED_ZONES } from "#seeds/basemap/disputed.ts";
import { grown, isConvex, isInConvex, isInPolygon, type Point, signedArea } from "#seeds/basemap/geometry.ts";

/** Files hold positions as plain lists of numbers. */
function pointsOf(line: Position[]): Point[] {
  return line.map(([lon = 0, lat = 0]) => [lon, lat]);
}

function read<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));
}

const borders = read<FeatureCollection<MultiLineString>>("public/basemap/borders.json");
const countries = read<FeatureCollection<MultiPolygon, { iso2: string | null }>>("public/basemap/countries.json");
const disputed = read<FeatureCollection<MultiPolygon>>("public/basemap/disputed.json");
const points = read<{ labels: Record<string, Point>; anchors: Record<string, Point> }>(
  "app/components/map/country-points.json",
);

type Box = { west: number; south: number; east: number; north: number };

function boxOf(ring: readonly Point[]): Box {
  const [lons, lats] = [ring.map((point) => point[0]), ring.map((point) => point[1])];
  return { west: Math.min(...lons), east: Math.max(...lons), south: Math.min(...lats), north: Math.max(...lats) };
}

function meet(a: Box, b: Box): boolean {
  return a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;
}

const ZONES = DISPUTED_ZONES.flatMap((zone) => zone.parts.map((part) => ({ id: zone.id, part, box: boxOf(part) })));
const LINES = borders.features.flatMap((feature) => feature.geometry.coordinates).map(pointsOf);

function zoneOf(point: Point): string | null {
  const [lon, lat] = point;
  return (
    ZONES.find(
      ({ part, box }) =>
        lon >= box.west && lon <= box.east && lat >= box.south && lat <= box.north && isInConvex(part, point),
    )?.id ?? null
  );
}

/** A point every so often along a line, its ends included. */
function along(line: readonly Point[], step: number): Point[] {
  return line.flatMap((to, index) => {
    const from = line[index - 1] ?? to;
    const count = Math.max(1, Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / step));
    return Array.from({ length: count }, (_, part): Point => {
      const share = (part + 1) / count;
      return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
    });
  });
}

test("every zone is made of convex polygons with an area", () => {
  for (const { id, part } of ZONES) {
    expect(isConvex(part), id).toBe(true);
    expect(Math.abs(signedArea(part)), id).toBeGreaterThan(0);
  }
});

test("no border runs through a disputed zone, neither with a point nor between two", () => {
  const found = new Set(LINES.flatMap((line) => along(line, 0.03).map(zoneOf)));
  expect([...found].filter((zone) => zone !== null)).toEqual([]);
});

test("no label stands in a disputed zone", () => {
  const found = Object.entries(points.labels).filter(([, point]) => zoneOf(point));
  expect(found).toEqual([]);
});

test("the land of every zone is covered, so that no participant's fill shows there", () => {
  const shapesOf = (collection: FeatureCollection<MultiPolygon>) =>
    collection.features
      .flatMap((feature) => feature.geometry.coordinates.map((rings) => rings.map(pointsOf)))
      .map((rings) => ({ rings, box: boxOf(rings[0] ?? []) }));
  const [covers, land] = [shapesOf(disputed), shapesOf(countries)];
  const bare: string[] = [];
  let looked = 0;
  for (const { id, part, box } of ZONES) {
    const [inner, here, over] = [
      grown(part, -0.05),
      ...[land, covers].map((all) => all.filter((one) => meet(one.box, box))),
    ];
    for (const point of gridIn(box, 0.21)) {
      if (!isInConvex(inner, point) || !here?.some(({ rings }) => isInPolygon(rings, point))) continue;
      looked++;
      if (!over?.some(({ rings }) => isInPolygon(rings, point))) bare.push(`${id} at ${point.join()}`);
    }
  }
  expect(bare).toEqual([]);
  expect(looked).toBeGreaterThan(1000);
});

function gridIn({ west, south, east, north }: Box, step: number): Point[] {
  const points: Point[] = [];
  for (let lon = west; lon < east; lon += step) for (let lat = south; lat < north; lat += step) points.push([lon, lat]);
  return points;
}

test("no line and no shape jumps over 180°", () => {
  const rings = [...countries.features, ...disputed.features].flatMap((feature) => feature.geometry.coordinates.flat());
  for (const line of [...LINES, ...rings]) {
    for (let index = 1; index < line.length; index++) {
      const [from, to] = [line[index - 1]?.[0] ?? 0, line[index]?.[0] ?? 0];
      if (Math.abs(from - to) > 180) throw new Error(`jumps from ${from} to ${to}`);
    }
  }
});

test("each country has one shape and one label or anchor, and no file says a name", () => {
  const codes = countries.features.map((feature) => feature.properties.iso2).filter((code) => code !== null);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes).toEqual(expect.arrayContaining(["VN", "CN", "HK", "MO", "SG", "GF", "NA", "TV"]));
  for (const code of codes) expect(Number(code in points.labels) + Number(code in points.anchors), code).toBe(1);
  expect(Object.keys(countries.features[0]?.properties ?? {})).toEqual(["iso2"]);
  expect(JSON.stringify(borders)).not.toMatch(/name/);
});
