import { DISPUTED_ZONES } from "./disputed.ts";
import { distanceToSegment, forEachEdge, grown, isInConvex, isInPolygon, type Point, signedArea } from "./geometry.ts";
import type { Country, Rings } from "./world.ts";

const GRID = 16;
const ROUNDS = 5;
export const ZONE_PARTS = DISPUTED_ZONES.flatMap((zone) => zone.parts);
/** A little wider, so that what is left out stays outside of the zones when it is rounded. */
export const WIDER_PARTS = ZONE_PARTS.map((part) => grown(part, 0.02));

/** The point of a country that lies farthest from its edges, outside of disputed zones; null where all of it lies in one. */
export function labelPoint(country: Country): Point | null {
  for (const rings of bySize(country).slice(0, 3)) {
    const point = farthestInside(rings, (place) => !WIDER_PARTS.some((zone) => isInConvex(zone, place)));
    if (point) return point;
  }
  return null;
}

/** Where a record that knows only the country is drawn. It labels nothing, so it may lie anywhere in the country. */
export function anchorPoint(country: Country): Point | null {
  const [largest] = bySize(country);
  return largest ? farthestInside(largest, () => true) : null;
}

function bySize(country: Country): Rings[] {
  const size = (rings: Rings) => Math.abs(signedArea(rings[0] ?? []));
  return [...country.polygons].sort((left, right) => size(right) - size(left));
}

/** Looks on a grid, then on finer ones around the best place so far. */
function farthestInside(rings: Rings, allowed: (place: Point) => boolean): Point | null {
  const outer = rings[0] ?? [];
  let [west, south, east, north] = [
    Math.min(...outer.map((point) => point[0])),
    Math.min(...outer.map((point) => point[1])),
    Math.max(...outer.map((point) => point[0])),
    Math.max(...outer.map((point) => point[1])),
  ];
  let best: { point: Point; distance: number } | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    for (const point of gridOver(west, south, east, north)) {
      if (!isInPolygon(rings, point) || !allowed(point)) continue;
      const distance = distanceToEdge(rings, point);
      if (!best || distance > best.distance) best = { point, distance };
    }
    if (!best) return null;
    const [dx, dy] = [(east - west) / GRID, (north - south) / GRID];
    [west, south, east, north] = [best.point[0] - dx, best.point[1] - dy, best.point[0] + dx, best.point[1] + dy];
  }
  return best?.point ?? null;
}

function* gridOver(west: number, south: number, east: number, north: number): Generator<Point> {
  for (let column = 0; column < GRID; column++) {
    for (let row = 0; row < GRID; row++) {
      yield [west + ((column + 0.5) * (east - west)) / GRID, south + ((row + 0.5) * (north - south)) / GRID];
    }
  }
}

/** In degrees of latitude: a degree of longitude counts for less towards the poles. */
function distanceToEdge(rings: Rings, [lon, lat]: Point): number {
  const shrink = Math.cos((lat * Math.PI) / 180);
  const place: Point = [lon * shrink, lat];
  let nearest = Number.POSITIVE_INFINITY;
  for (const ring of rings) {
    forEachEdge(ring, (a, b) => {
      nearest = Math.min(nearest, distanceToSegment(place, [a[0] * shrink, a[1]], [b[0] * shrink, b[1]]));
    });
  }
  return nearest;
}
