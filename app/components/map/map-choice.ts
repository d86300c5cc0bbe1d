import { SLOTS } from "#app/domain/commodity-groups.ts";
import { type Corridor, noSlots } from "#app/domain/corridor.ts";
import type { MapData } from "./map-data.ts";
import type { MapNames } from "./map-names.ts";
import type { PanelContent } from "./map-panel.tsx";
import type { MapPlace } from "./map-places.ts";

/** What is opened: some places, or a corridor. By key, so that it stays open while the cases behind it change. */
export type Choice = { kind: "places"; keys: readonly string[] } | { kind: "corridor"; key: string };

/** What the panel shows now; null where it is gone. `way` says in words how a corridor was travelled. */
export function contentOf(
  choice: Choice,
  data: MapData,
  names: MapNames,
  way: (corridor: Corridor) => string,
): PanelContent | null {
  if (choice.kind === "corridor") {
    const corridor = findCorridor(data, choice.key);
    return corridor && { ...corridor, title: names.corridor(corridor), note: way(corridor) };
  }
  const keys = new Set(choice.keys);
  const places = data.places.filter((place) => keys.has(place.key));
  return places.length === 0 ? null : { ...together(places), title: names.cluster({ places }), note: null };
}

export function findCorridor(data: MapData, key: string): Corridor | null {
  const same = (corridor: Corridor) => corridor.key === key;
  return data.corridors.find(same) ?? data.placeCorridors().find(same) ?? null;
}

function together(places: MapPlace[]): Pick<PanelContent, "cases" | "confirmed" | "slots" | "facts"> {
  places.sort((left, right) => right.cases - left.cases);
  const slots = noSlots();
  for (const place of places) for (const slot of SLOTS) slots[slot] += place.slots[slot];
  return {
    cases: places.reduce((sum, place) => sum + place.cases, 0),
    confirmed: places.reduce((sum, place) => sum + place.confirmed, 0),
    slots,
    facts: places.flatMap((place) => place.facts),
  };
}
