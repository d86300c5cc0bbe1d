import { noSlots, placeKey, type SlotCounts, slotsOf } from "#app/domain/corridor.ts";
import { countsAsCase, type FactPlace, isConfirmed, type SeizureFact } from "#app/domain/fact.ts";
import type { LonLat } from "#app/domain/great-circle.ts";
import { anchorOf } from "./map-anchors.ts";

/** How well a place is known; drawn as what surrounds the mark. */
export const PRECISIONS = ["exact", "facility", "city", "area", "country"] as const;
export type Precision = (typeof PRECISIONS)[number];

/** Cases at one place and of one precision. */
export type MapPlace = {
  key: string;
  country: string;
  placeId: string | null;
  at: LonLat;
  precision: Precision;
  cases: number;
  confirmed: number;
  slots: SlotCounts;
  confirmedSlots: SlotCounts;
  facts: SeizureFact[];
};

export type Places = {
  places: MapPlace[];
  /** Cases that name no place which could be drawn: counted, not shown. */
  undrawn: number;
};

export function precisionOf(place: Pick<FactPlace, "lat" | "precision">): Precision {
  if (place.lat === null || place.precision === "country") return "country";
  if (place.precision === "exact" || place.precision === "facility" || place.precision === "city")
    return place.precision;
  return "area";
}

/** A position, or the country's anchor where only the country is known; null where neither is. */
export function positionOf(place: FactPlace): LonLat | null {
  if (precisionOf(place) === "country" || place.lat === null || place.lon === null) return anchorOf(place.country);
  return [place.lon, place.lat];
}

/** All cases by place, in one pass. */
export function placesOf(facts: Iterable<SeizureFact>): Places {
  const byKey = new Map<string, MapPlace>();
  let undrawn = 0;
  for (const fact of facts) {
    if (!countsAsCase(fact)) continue;
    const place = placeFor(byKey, fact.place);
    if (place) addCase(place, fact);
    else undrawn++;
  }
  return { places: [...byKey.values()], undrawn };
}

function placeFor(byKey: Map<string, MapPlace>, place: FactPlace): MapPlace | null {
  const precision = precisionOf(place);
  const key = precision === "country" ? place.country : `${placeKey(place)}/${precision}`;
  const known = byKey.get(key);
  if (known) return known;
  const at = positionOf(place);
  if (!at) return null;
  const { country } = place;
  const placeId = precision === "country" ? null : place.placeId;
  const empty = { cases: 0, confirmed: 0, slots: noSlots(), confirmedSlots: noSlots(), facts: [] };
  const made: MapPlace = { key, country, placeId, at, precision, ...empty };
  byKey.set(key, made);
  return made;
}

function addCase(place: MapPlace, fact: SeizureFact): void {
  const confirmed = isConfirmed(fact);
  place.cases++;
  if (confirmed) place.confirmed++;
  for (const slot of slotsOf(fact)) {
    place.slots[slot]++;
    if (confirmed) place.confirmedSlots[slot]++;
  }
  place.facts.push(fact);
}
