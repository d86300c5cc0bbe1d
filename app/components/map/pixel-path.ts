import { type LonLat, lonLatOnPlane, mercatorOf } from "#app/domain/great-circle.ts";
import { WORLD } from "./map-clusters.ts";

/** A line in pixels at a zoom; y runs down. */
export type Pixel = readonly [x: number, y: number];

export function toPixels(line: readonly LonLat[], zoom: number): Pixel[] {
  const scale = WORLD * 2 ** zoom;
  return line.map((point) => {
    const [x, y] = mercatorOf(point);
    return [x * scale, y * scale];
  });
}

/** Five decimals are a metre. */
export function toLonLats(path: readonly Pixel[], zoom: number): [number, number][] {
  const scale = WORLD * 2 ** zoom;
  return path.map(([x, y]) => {
    const [lon, lat] = lonLatOnPlane([x / scale, y / scale]);
    return [Number(lon.toFixed(5)), Number(lat.toFixed(5))];
  });
}

/** The path without what lies within `radius` of its first point; empty where nothing is left. */
export function withoutStart(path: readonly Pixel[], radius: number): Pixel[] {
  const [start] = path;
  if (!start) return [];
  const index = path.findIndex((point) => apart(start, point) > radius);
  const [before, after] = [path[index - 1], path[index]];
  if (!before || !after) return [];
  const [inner, outer] = [apart(start, before), apart(start, after)];
  return [between(before, after, (radius - inner) / (outer - inner)), ...path.slice(index)];
}

export function withoutEnd(path: readonly Pixel[], radius: number): Pixel[] {
  return withoutStart([...path].reverse(), radius).reverse();
}

export function lengthOf(path: readonly Pixel[]): number {
  return path.reduce((sum, point, index) => sum + apart(path[index - 1] ?? point, point), 0);
}

export type Dash = { path: Pixel[] /** Where on the whole path its middle lies, 0 to 1. */; along: number };

/** The path in dashes; the first begins where the path begins. */
export function dashed(path: readonly Pixel[], dash: number, gap: number): Dash[] {
  const whole = lengthOf(path);
  const dashes: Dash[] = [];
  for (let start = 0; start < whole; start += dash + gap) {
    const end = Math.min(start + dash, whole);
    dashes.push({ path: slice(path, start, end), along: (start + end) / 2 / whole });
  }
  return dashes;
}

/** The part of a path from one distance to another, measured along it. */
function slice(path: readonly Pixel[], from: number, to: number): Pixel[] {
  const part: Pixel[] = [];
  let walked = 0;
  for (let index = 1; index < path.length; index++) {
    const [a, b] = [path[index - 1], path[index]];
    if (!a || !b) break;
    const step = apart(a, b);
    if (walked + step > from && walked < to) {
      if (part.length === 0) part.push(between(a, b, Math.max(0, from - walked) / step));
      part.push(between(a, b, Math.min(1, (to - walked) / step)));
    }
    walked += step;
  }
  return part;
}

function apart(a: Pixel, b: Pixel): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

function between(a: Pixel, b: Pixel, share: number): Pixel {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}
