import { type Corridor, corridorsOf } from "#app/domain/corridor.ts";
import type { SeizureFact } from "#app/domain/fact.ts";
import type { LonLat } from "#app/domain/great-circle.ts";
import { anchorOf } from "./map-anchors.ts";
import { sourceOf } from "./map-data.ts";
import { type MapPlace, MapPlaces } from "./map-places.ts";

/** One seizure as the map draws it: its mark, its legs from place to place, and every point that they touch. */
export type SeizureRoute = { places: MapPlace[]; corridors: Corridor[]; points: LonLat[]; countries: string[] };

/** Whatever its state: the page of a seizure shows it also where it does not count. */
export function seizureRoute(fact: SeizureFact): SeizureRoute {
  const shown: SeizureFact = {
    ...fact,
    state: fact.state === "verified" ? "verified" : "submitted",
    eventKind: "seizure",
    outsideWindow: false,
  };
  const { facts, select } = sourceOf([shown]);
  const places = new MapPlaces(facts, select()).all();
  const corridors = corridorsOf([shown], "place");
  const ends = corridors.flatMap(({ from, to }) => [from, to]);
  return {
    places,
    corridors,
    points: [...places.map(({ at }) => at), ...ends.flatMap((end) => pointOf(end.at ?? anchorOf(end.country)))],
    countries: [...new Set([...places, ...ends].map(({ country }) => country))],
  };
}

function pointOf(point: LonLat | null): LonLat[] {
  return point ? [point] : [];
}
