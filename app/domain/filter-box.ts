import { z } from "zod";
import type { FactPlace } from "./fact.ts";

const Lon = z.number().min(-180).max(180);
const Lat = z.number().min(-90).max(90);

/** West, south, east, north, in degrees. One whose west lies east of its east goes across 180°. */
export const Box = z.tuple([Lon, Lat, Lon, Lat]).refine(([, south, , north]) => south <= north, "box.malformed");
export type Box = z.infer<typeof Box>;

const NUMBER = /^-?\d{1,3}(\.\d{1,4})?$/;

/** `100,10,110,22.5`, as an address has it; null where it is none. */
export function readBox(text: string): Box | null {
  const parts = text.split(",");
  if (!parts.every((part) => NUMBER.test(part))) return null;
  return Box.safeParse(parts.map((part) => Number(part) + 0)).data ?? null;
}

/** Corners as they are kept: no finer than an address says them. */
export function boxOf(west: number, south: number, east: number, north: number): Box {
  const turned = (lon: number) => lon - 360 * Math.round(lon / 360);
  const whole = east - west >= 360;
  const fine = (degrees: number) => Math.round(degrees * 1e4) / 1e4 + 0;
  const clear = (lat: number) => Math.max(-90, Math.min(90, fine(lat)));
  return [whole ? -180 : fine(turned(west)), clear(south), whole ? 180 : fine(turned(east)), clear(north)];
}

/** A country's position would be a guess: what is known no nearer is in no box. */
export function isInBox(
  [west, south, east, north]: Box,
  { lat, lon, precision }: Pick<FactPlace, "lat" | "lon" | "precision">,
): boolean {
  if (lat === null || lon === null || precision === "country") return false;
  const between = west <= east ? lon >= west && lon <= east : lon >= west || lon <= east;
  return between && lat >= south && lat <= north;
}
