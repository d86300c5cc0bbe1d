import { SLOTS } from "#app/domain/commodity-groups.ts";
import type { SeizureFact } from "#app/domain/fact.ts";
import { fitsFilter } from "#app/domain/fact-filter.ts";
import type { FactColumns } from "#app/domain/figures/columns.ts";
import { tableOf } from "#app/domain/figures/fact-table.ts";
import { routeKnowledge } from "#app/domain/figures/route-knowledge.ts";
import { type Selection, select } from "#app/domain/figures/select.ts";
import { slotMasks } from "#app/domain/figures/tally-of-numbers.ts";
import { NO_FILTER } from "#app/domain/filter-address.ts";
import type { RouteKnowledge } from "#app/domain/route.ts";
import { ALL_BY_CASES, type CorridorLook, type LookedCorridor, lookedCorridors } from "./corridor-look.ts";
import { MapPlaces } from "./map-places.ts";

/**
 * What the map is drawn from: columns, the rows of a view in them as they are now, and the facts behind rows for who looks
 * closer. A new one is a new view.
 */
export type MapSource = {
  facts: FactColumns;
  select: () => Selection;
  factAt: (row: number) => SeizureFact;
  /** The fact with this id, if it is in the view. */
  find: (id: string) => SeizureFact | null;
};

export function sourceOf(facts: readonly SeizureFact[]): MapSource {
  const table = tableOf(facts);
  const factAt = (row: number) => {
    const fact = facts[row];
    if (!fact) throw new RangeError(`No fact in row ${row}`);
    return fact;
  };
  const find = (id: string) => facts.find((fact) => fact.id === id && fitsFilter(NO_FILTER, fact)) ?? null;
  const selection = select(table, NO_FILTER);
  return { facts: table, select: () => selection, factAt, find };
}

/** The map, its keys and its table: the cases of the view, grouped once. */
export type MapData = {
  source: MapSource;
  places: MapPlaces;
  /** How its corridors are looked at. */
  look: CorridorLook;
  /** From country to country. */
  corridors: LookedCorridor[];
  /** From place to place, the busiest; made when the map is close enough to want them. */
  placeCorridors: () => { corridors: LookedCorridor[]; total: number };
  knowledge: RouteKnowledge;
  /** Kinds of goods that occur. */
  slots: (typeof SLOTS)[number][];
};

/** More lines from place to place than this are no picture any more; the key says how many there are. */
const MOST_BETWEEN_PLACES = 1_000;

/** A joint case stands where the message says that stands for it: the point is where the goods were taken. */
export function mapData(source: MapSource, look: CorridorLook = ALL_BY_CASES): MapData {
  const { facts } = source;
  const selection = source.select();
  const masks = slotMasks(facts, selection);
  let placeCorridors: ReturnType<MapData["placeCorridors"]> | null = null;
  const seen = masks.reduce((all, mask) => all | mask, 0);
  return {
    source,
    look,
    places: new MapPlaces(facts, selection, masks),
    corridors: lookedCorridors(source, selection, { ...look, level: "country", masks }).corridors,
    placeCorridors: () => {
      placeCorridors ??= lookedCorridors(source, selection, {
        ...look,
        level: "place",
        most: MOST_BETWEEN_PLACES,
        masks,
      });
      return placeCorridors;
    },
    knowledge: routeKnowledge(facts, selection.cases),
    slots: SLOTS.filter((_, kind) => (seen & (1 << kind)) !== 0),
  };
}
