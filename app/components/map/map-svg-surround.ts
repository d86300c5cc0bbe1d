import type { Precision } from "#app/domain/place-mark.ts";
import type { MapTokens } from "./map-tokens.ts";

/** What surrounds a mark says how well its place is known, as on the map. */
export function surround(precision: Precision, x: number, y: number, { text1, text2 }: MapTokens): string {
  if (precision === "area") return `<circle cx="${x}" cy="${y}" r="19" fill="${text2}" fill-opacity="0.2"/>`;
  if (precision === "city") return `<circle cx="${x}" cy="${y}" r="13" fill="none" stroke="${text2}"/>`;
  if (precision === "country") return dottedCircle(x, y, 17, text2);
  if (precision === "facility") return "";
  const ticks = "M-15 0H-10M10 0H15M0 -15V-10M0 10V15";
  return `<path transform="translate(${x} ${y})" d="${ticks}" fill="none" stroke="${text1}" stroke-width="1.4"/>`;
}

/** A place of which no more than the country is known. */
export function dottedCircle(x: number, y: number, r: number, colour: string): string {
  return `<circle cx="${x}" cy="${y}" r="${r.toFixed(1)}" fill="none" stroke="${colour}" stroke-width="1.1" stroke-dasharray="1.5 2.5"/>`;
}
