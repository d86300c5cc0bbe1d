import type { FactPlace } from "./fact.ts";

/** How well a place is known; drawn as what surrounds the mark. */
export const PRECISIONS = ["exact", "facility", "city", "area", "country"] as const;
export type Precision = (typeof PRECISIONS)[number];

export function precisionOf({ lat, precision }: Pick<FactPlace, "lat" | "precision">): Precision {
  if (lat === null || precision === "country") return "country";
  return precision === "exact" || precision === "facility" || precision === "city" ? precision : "area";
}

/** What is drawn as one mark however near the map is: one place, known equally well. */
export function placeMarkKey(place: FactPlace): string {
  const precision = precisionOf(place);
  if (precision !== "country") return `${placeKey(place)}/${precision}`;
  // Drawn alike, but still found by the name of the place.
  return place.placeId === null ? place.country : `${place.country}#${place.placeId}`;
}

/** One key per place: the gazetteer's, else the position, else the country. */
export function placeKey(place: FactPlace): string {
  if (place.placeId !== null) return `${place.country}:${place.placeId}`;
  if (place.lat === null || place.lon === null || place.precision === "country") return place.country;
  return `${place.country}:${place.lat.toFixed(3)},${place.lon.toFixed(3)}`;
}
