import type { LonLat } from "#app/domain/great-circle.ts";
import points from "./country-points.json";

type Points = { labels: Record<string, number[]>; anchors: Record<string, number[]> };
const { labels, anchors }: Points = points;

/** Where the label of a country stands; null where the base map labels nothing (disputed land). */
export function labelPointOf(country: string): LonLat | null {
  return pointIn(labels, country);
}

/** Where a record is drawn that knows only its country. */
export function anchorOf(country: string): LonLat | null {
  return pointIn(labels, country) ?? pointIn(anchors, country);
}

function pointIn(list: Record<string, number[]>, country: string): LonLat | null {
  const [lon, lat] = list[country] ?? [];
  return lon === undefined || lat === undefined ? null : [lon, lat];
}
