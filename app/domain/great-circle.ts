/** Degrees, longitude first. In a line the longitudes run on past ±180, so that neighbours are never far apart. */
export type LonLat = readonly [lon: number, lat: number];

type Vector = readonly [number, number, number];

const RADIANS = Math.PI / 180;
const EARTH_KM = 6371.0088;
/** Web Mercator ends here. */
const MOST_LAT = 85.051129;
const STEPS = 32;

/** The shortest way over the globe in even steps, right across 180° where it leads there. */
export function greatCircle(from: LonLat, to: LonLat, steps = STEPS): LonLat[] {
  const [start, end] = [vectorOf(from), vectorOf(to)];
  const angle = Math.acos(Math.min(1, Math.max(-1, dot(start, end))));
  const points: LonLat[] = [];
  for (let step = 0; step <= steps; step++) points.push(lonLatOf(slerp(start, end, angle, step / steps)));
  points[0] = from;
  points[steps] = to;
  return unwrapped(points);
}

/** Each longitude moved by whole turns until it is nearest to the one before it. */
export function unwrapped(points: readonly LonLat[]): LonLat[] {
  const line: LonLat[] = [];
  let before: number | null = null;
  for (const [lon, lat] of points) {
    const near: number = before === null ? lon : lon - 360 * Math.round((lon - before) / 360);
    line.push([near, lat]);
    before = near;
  }
  return line;
}

export type Bow = {
  /** How far the middle leaves the straight way, as a share of the length. */
  share: number;
  /** And at most so far, in widths of the world map. */
  most: number;
};

/**
 * The line bent to the right of travel, so that the two directions between two places part. Lengths are taken on the
 * Mercator plane, as they are seen.
 */
export function bowed(line: readonly LonLat[], { share, most }: Bow): LonLat[] {
  const plane = line.map(mercatorOf);
  const [first, last] = [plane[0], plane.at(-1)];
  if (!first || !last) return [];
  const [dx, dy] = [last[0] - first[0], last[1] - first[1]];
  const length = Math.hypot(dx, dy);
  if (length === 0) return [...line];
  const reach = Math.min(share * length, most);
  return plane.map(([x, y], index) => {
    const away = reach * Math.sin((Math.PI * index) / (plane.length - 1));
    // The map's y runs southward, so that (-dy, dx) points to the right of travel.
    return lonLatOnPlane([x - (dy / length) * away, y + (dx / length) * away]);
  });
}

/** Pieces within ±180° for drawings that do not wrap around: both end on the line at the same latitude. */
export function cutAtAntimeridian(line: readonly LonLat[]): LonLat[][] {
  const pieces: LonLat[][] = [];
  let piece: LonLat[] = [];
  let turn: number | null = null;
  let before: LonLat | null = null;
  for (const point of line) {
    const here = turnOf(point[0]);
    if (before && turn !== null && here !== turn) {
      const edge = 180 + 360 * Math.min(turn, here);
      const lat = before[1] + ((edge - before[0]) / (point[0] - before[0])) * (point[1] - before[1]);
      piece.push([edge - 360 * turn, lat]);
      pieces.push(piece);
      piece = [[edge - 360 * here, lat]];
    }
    piece.push([point[0] - 360 * here, point[1]]);
    [turn, before] = [here, point];
  }
  return piece.length > 0 ? [...pieces, piece] : pieces;
}

/** How many times around the world a longitude lies from ±180. */
function turnOf(lon: number): number {
  return Math.floor((lon + 180) / 360);
}

/** A place on the Mercator square: 0 to 1 from west to east and from north to south. */
export function mercatorOf([lon, lat]: LonLat): readonly [x: number, y: number] {
  const held = Math.min(MOST_LAT, Math.max(-MOST_LAT, lat));
  return [lon / 360 + 0.5, 0.5 - Math.log(Math.tan(Math.PI / 4 + (held * RADIANS) / 2)) / (2 * Math.PI)];
}

export function lonLatOnPlane([x, y]: readonly [number, number]): LonLat {
  return [(x - 0.5) * 360, (2 * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - Math.PI / 2) / RADIANS];
}

export function distanceKm(from: LonLat, to: LonLat): number {
  const [dLat, dLon] = [(to[1] - from[1]) * RADIANS, (to[0] - from[0]) * RADIANS];
  const half =
    Math.sin(dLat / 2) ** 2 + Math.cos(from[1] * RADIANS) * Math.cos(to[1] * RADIANS) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)));
}

function slerp(start: Vector, end: Vector, angle: number, share: number): Vector {
  const sine = Math.sin(angle);
  // The same place, or opposite ones, between which every way is as short: straight through the middle.
  if (sine < 1e-9) return mix(start, end, 1 - share, share);
  return mix(start, end, Math.sin((1 - share) * angle) / sine, Math.sin(share * angle) / sine);
}

function mix(start: Vector, end: Vector, a: number, b: number): Vector {
  return [start[0] * a + end[0] * b, start[1] * a + end[1] * b, start[2] * a + end[2] * b];
}

function vectorOf([lon, lat]: LonLat): Vector {
  const [east, north] = [lon * RADIANS, lat * RADIANS];
  return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)];
}

function lonLatOf([x, y, z]: Vector): LonLat {
  return [Math.atan2(y, x) / RADIANS, Math.atan2(z, Math.hypot(x, y)) / RADIANS];
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
