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

const ZONES = DISPUTED_ZONES.flatMap((zone) => zone.parts.map((part) => ({ id: zone.id, part })));
const LINES = borders.features.flatMap((feature) => feature.geometry.coordinates).map(pointsOf);

function zoneOf(point: Point): string | null {
  return ZONES.find(({ part }) => isInConvex(part, point))?.id ?? null;
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
  const found = new Set(LINES.flatMap((line) => along(line, 0.02).map(zoneOf)));
  expect([...found].filter((zone) => zone !== null)).toEqual([]);
});

test("no label stands in a disputed zone", () => {
  const found = Object.entries(points.labels).filter(([, point]) => zoneOf(point));
  expect(found).toEqual([]);
});

test("the land of every zone is covered, so that no participant's fill shows there", () => {
  const covers = disputed.features.flatMap((feature) =>
    feature.geometry.coordinates.map((rings) => rings.map(pointsOf)),
  );
  const shapes = countries.features.flatMap((feature) =>
    feature.geometry.coordinates.map((rings) => rings.map(pointsOf)),
  );
  const nearby = shapes.filter((rings) => rings[0]?.some((point) => zoneOf(point)));
  let looked = 0;
  for (const { id, part } of ZONES) {
    const [lon, lat] = [0, 1].map((axis) => part.map((point) => point[axis] ?? 0)) as [number[], number[]];
    for (let x = Math.min(...lon); x < Math.max(...lon); x += 0.17) {
      for (let y = Math.min(...lat); y < Math.max(...lat); y += 0.17) {
        const inLand = isInConvex(grown(part, -0.05), [x, y]) && nearby.some((rings) => isInPolygon(rings, [x, y]));
        if (!inLand) continue;
        looked++;
        expect(
          covers.some((rings) => isInPolygon(rings, [x, y])),
          `${id} at ${x} ${y}`,
        ).toBe(true);
      }
    }
  }
  expect(looked).toBeGreaterThan(1000);
});

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
