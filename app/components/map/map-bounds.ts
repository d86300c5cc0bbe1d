import type { LonLat } from "#app/domain/great-circle.ts";

export type Bounds = { west: number; south: number; east: number; north: number };

/**
 * The smallest frame around all points. West to east it runs round the side of the world where the points are, so
 * `east` may lie beyond 180.
 */
export function boundsOf(points: readonly LonLat[]): Bounds | null {
  const [first] = points;
  if (!first) return null;
  const lons = points.map(([lon]) => lon - 360 * Math.floor((lon + 180) / 360)).sort((left, right) => left - right);
  const [west, east] = smallestSpan(lons);
  const lats = points.map(([, lat]) => lat);
  return { west, east, south: Math.min(...lats), north: Math.max(...lats) };
}

/** Leaves out the widest gap between two neighbours. */
function smallestSpan(lons: readonly number[]): [number, number] {
  const [least = 0, most = 0] = [lons[0], lons.at(-1)];
  let span: [number, number] = [least, most];
  let widest = least + 360 - most;
  for (let index = 1; index < lons.length; index++) {
    const [before = 0, after = 0] = [lons[index - 1], lons[index]];
    if (after - before <= widest) continue;
    widest = after - before;
    span = [after, before + 360];
  }
  return span;
}
