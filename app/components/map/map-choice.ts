import { SLOTS } from "#app/domain/commodity-groups.ts";
import { evaluateFigures } from "#app/domain/figures/evaluate.ts";
import { newestRows } from "#app/domain/figures/newest-rows.ts";
import { noSlots } from "#app/domain/figures/tally-of-numbers.ts";
import { NO_FILTER } from "#app/domain/filter-address.ts";
import type { LookedCorridor } from "./corridor-look.ts";
import type { MapData } from "./map-data.ts";
import type { MapNames } from "./map-names.ts";
import type { PanelContent } from "./map-panel.tsx";
import type { MapPlace } from "./map-places.ts";

/** What is opened: some places, or a corridor. By key, so that it stays open while the cases behind it change. */
export type Choice =
  | { kind: "places"; keys: readonly string[] }
  | { kind: "corridor"; key: string }
  | { kind: "country"; code: string };

/** So many of the newest reports stand in the panel. */
const MOST_ROWS = 20;

/** What the panel shows now; null where it is gone. `way` says in words how a corridor was travelled. */
export function contentOf(
  choice: Choice,
  data: MapData,
  names: MapNames,
  way: (corridor: LookedCorridor) => string,
): PanelContent | null {
  if (choice.kind === "corridor") {
    const corridor = findCorridor(data, choice.key);
    return corridor && { ...corridor, title: names.corridor(corridor), note: way(corridor), ...behind(data, choice) };
  }
  const places = placesOf(choice, data);
  if (places.length === 0) return null;
  const busiestFirst = places.sort((left, right) => right.cases - left.cases);
  const title = choice.kind === "country" ? names.country(choice.code) : names.cluster({ places: busiestFirst });
  return { ...together(places), title, note: null, ...behind(data, choice) };
}

/** The places of what is opened, if it is no corridor. */
export function placesOf(choice: Exclude<Choice, { kind: "corridor" }>, { places }: MapData): MapPlace[] {
  return choice.kind === "places" ? places.withKeys(choice.keys) : places.inCountry(choice.code);
}

export function findCorridor(data: MapData, key: string): LookedCorridor | null {
  const same = (corridor: LookedCorridor) => corridor.key === key;
  return data.corridors.find(same) ?? data.placeCorridors().corridors.find(same) ?? null;
}

/** The rows behind what is opened: their figures, and the newest of them. */
function behind({ source }: MapData, choice: Choice): Pick<PanelContent, "facts" | "figures"> {
  const { facts, select, factAt } = source;
  const selection = select();
  const cases = selection.cases.filter(isBehind(source, choice));
  const narrowed = { ...selection, rows: cases, cases, messages: cases };
  return {
    facts: newestRows(facts, cases, MOST_ROWS).map(factAt),
    figures: evaluateFigures(facts, NO_FILTER, NOT_TODAY, () => narrowed),
  };
}

/** What came today is no figure of a place. */
const NOT_TODAY = { from: new Date(0), to: new Date(0), zone: "UTC" };

function isBehind({ facts: { routes } }: MapData["source"], choice: Choice): (row: number) => boolean {
  if (choice.kind === "corridor") {
    const byPlace = choice.key.includes(":");
    const number = (byPlace ? routes.names.placeCorridor : routes.names.corridor).find(choice.key);
    const { start, count, values } = byPlace ? routes.placeCorridors : routes.corridors;
    return (row) => {
      const first = start[row] ?? 0;
      return values.subarray(first, first + (count[row] ?? 0)).includes(number);
    };
  }
  if (choice.kind === "country") return (row) => routes.places[routes.place[row] ?? -1]?.country === choice.code;
  const numbers = new Set(choice.keys.map((key) => routes.names.place.find(key)));
  return (row) => numbers.has(routes.place[row] ?? -1);
}

function together(places: readonly MapPlace[]): Pick<PanelContent, "cases" | "confirmed" | "slots"> {
  const slots = noSlots();
  for (const place of places) for (const slot of SLOTS) slots[slot] += place.slots[slot];
  return {
    cases: places.reduce((sum, place) => sum + place.cases, 0),
    confirmed: places.reduce((sum, place) => sum + place.confirmed, 0),
    slots,
  };
}
