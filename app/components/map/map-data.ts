import { SLOTS, type Slot } from "#app/domain/commodity-groups.ts";
import { type Corridor, corridorsOf } from "#app/domain/corridor.ts";
import { countsAsCase, oncePerCase, type SeizureFact } from "#app/domain/fact.ts";
import { type RouteKnowledge, routeKnowledge } from "#app/domain/route.ts";
import { type MapPlace, placesOf } from "./map-places.ts";

/** What the map, its keys and its table are drawn from: the cases of the view, grouped once. */
export type MapData = {
  places: MapPlace[];
  undrawnPlaces: number;
  /** From country to country. */
  corridors: Corridor[];
  /** From place to place; made when the map is close enough to want them. */
  placeCorridors: () => Corridor[];
  knowledge: RouteKnowledge;
  /** Kinds of goods that occur. */
  slots: Slot[];
};

/** A joint case stands where the message says that stands for it: the point is where the goods were taken. */
export function mapData(facts: readonly SeizureFact[]): MapData {
  const counted = oncePerCase(facts.filter(countsAsCase));
  const { places, undrawn } = placesOf(counted);
  let placeCorridors: Corridor[] | null = null;
  return {
    places,
    undrawnPlaces: undrawn,
    corridors: corridorsOf(counted),
    placeCorridors: () => {
      placeCorridors ??= corridorsOf(counted, "place");
      return placeCorridors;
    },
    knowledge: routeKnowledge(counted),
    slots: SLOTS.filter((slot) => places.some((place) => place.slots[slot] > 0)),
  };
}
