import { z } from "zod";
import type { FactPlace } from "./fact.ts";
import { type Leg, type LegKind, legsOf, type Routed } from "./route.ts";

/** Whether legs are counted from country to country or from place to place. */
export type CorridorLevel = "country" | "place";

/** `KE>VN` for what was travelled, `VN~CN` for what was only intended; by place `KE:airport-NBO>VN:airport-HAN`. */
const END = "[A-Z]{2}(:(-|[a-z][A-Za-z0-9_.:-]{1,79}|c-?\\d{1,3},-?\\d{1,4}))?";
export const CorridorKey = z.string().regex(new RegExp(`^${END}[>~]${END}$`), "code.malformed");
export type CorridorKey = z.infer<typeof CorridorKey>;

export const BETWEEN: Record<LegKind, string> = { travelled: ">", intended: "~" };

/** A place's name in keys of corridors. Positions without a name lie together in a tenth of a degree. */
export function endKeyOf({ country, placeId, lat, lon, precision }: FactPlace, level: CorridorLevel): string {
  if (level === "country") return country;
  if (placeId !== null) return `${country}:${placeId}`;
  if (lat === null || lon === null || precision === "country") return `${country}:-`;
  return `${country}:c${Math.floor(lat * 10)},${Math.floor(lon * 10)}`;
}

/** Null for a leg that does not leave its country, or its place. */
export function corridorKeyOf({ from, to, kind }: Leg, level: CorridorLevel): string | null {
  const [start, end] = [endKeyOf(from, level), endKeyOf(to, level)];
  return start === end ? null : `${start}${BETWEEN[kind]}${end}`;
}

/** Every corridor that a case passes, by country and by place, each once. */
export function corridorKeysOf(fact: Routed): string[] {
  const keys = legsOf(fact).flatMap((leg) => [corridorKeyOf(leg, "country"), corridorKeyOf(leg, "place")]);
  return [...new Set(keys.filter((key) => key !== null))];
}
