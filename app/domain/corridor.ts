import type { CorridorLevel } from "./corridor-key.ts";
import type { SeizureFact } from "./fact.ts";
import type { FactColumns } from "./figures/columns.ts";
import { tableOf } from "./figures/fact-table.ts";
import type { RouteColumns } from "./figures/route-table.ts";
import { type Selection, select } from "./figures/select.ts";
import { NumberTally, type SlotCounts, slotMasks } from "./figures/tally-of-numbers.ts";
import { NO_FILTER } from "./filter-address.ts";
import type { LonLat } from "./great-circle.ts";
import type { LegKind } from "./route.ts";

export type CorridorEnd = {
  key: string;
  country: string;
  placeId: string | null;
  /** Where most of its cases name a place; null where only the country is known. */
  at: LonLat | null;
};

/** All legs of one kind between two ends. */
export type Corridor = {
  /** As filters name it. */
  key: string;
  from: CorridorEnd;
  to: CorridorEnd;
  kind: LegKind;
  cases: number;
  confirmed: number;
  slots: SlotCounts;
};

/** The corridors of all cases, busiest first; ties in the order of their keys. */
export function corridorsOf(facts: Iterable<SeizureFact>, level: CorridorLevel = "country"): Corridor[] {
  const table = tableOf(facts);
  return countCorridors(table, select(table, NO_FILTER), { level }).corridors;
}

type Wanted = { level: CorridorLevel; most?: number; masks?: Uint16Array };

/** The busiest corridors of a selection, at most so many, and how many there are in all. */
export function countCorridors(
  facts: FactColumns,
  selection: Selection,
  { level, most = Number.POSITIVE_INFINITY, masks = slotMasks(facts, selection) }: Wanted,
): { corridors: Corridor[]; total: number } {
  const { routes } = facts;
  const byCountry = level === "country";
  const [lists, names] = byCountry
    ? [routes.corridors, routes.names.corridor]
    : [routes.placeCorridors, routes.names.placeCorridor];
  const tally = new NumberTally(names.size);
  for (let at = 0; at < selection.cases.length; at++) {
    const row = selection.cases[at] ?? 0;
    const start = lists.start[row] ?? 0;
    const end = start + (lists.count[row] ?? 0);
    const confirmed = facts.confirmed[row] === 1;
    for (let leg = start; leg < end; leg++) tally.add(lists.values[leg] ?? 0, row, masks[at] ?? 0, confirmed);
  }
  const { numbers, total } = busiest(tally.cases, most);
  const ends = byCountry ? countryEnds(facts) : placeEnds(routes);
  const corridors = numbers.map((number): Corridor => {
    const key = names.name(number);
    const { from, to, kind } = ends(key, number);
    const [cases = 0, confirmed = 0] = [tally.cases[number], tally.confirmed[number]];
    return { key, from, to, kind, cases, confirmed, slots: tally.slots(number) };
  });
  corridors.sort((left, right) => right.cases - left.cases || (left.key < right.key ? -1 : 1));
  return { corridors, total };
}

/** Numbers that have cases, without those that have fewer than the last of the busiest so many. */
export function busiest(cases: Uint32Array, most: number): { numbers: number[]; total: number } {
  const numbers: number[] = [];
  for (let number = 0; number < cases.length; number++) if ((cases[number] ?? 0) > 0) numbers.push(number);
  const total = numbers.length;
  if (total <= most) return { numbers, total };
  const counts = Uint32Array.from(numbers, (number) => cases[number] ?? 0).sort();
  const least = counts[total - most] ?? 0;
  const above = numbers.filter((number) => (cases[number] ?? 0) > least);
  const level = numbers.filter((number) => cases[number] === least);
  return { numbers: [...above, ...level.slice(0, most - above.length)], total };
}

type Ends = (key: string, number: number) => Pick<Corridor, "from" | "to" | "kind">;

function placeEnds(routes: RouteColumns): Ends {
  const kept = new Map<number, CorridorEnd>();
  const endOf = (number: number): CorridorEnd => {
    const known = kept.get(number);
    if (known) return known;
    const key = routes.names.end.name(number);
    const place = routes.endPlaces[number];
    const end = { key, country: key.slice(0, 2), placeId: place?.placeId ?? null, at: positionAt(routes, number) };
    kept.set(number, end);
    return end;
  };
  return (key, number) => {
    const [from, to] = routes.names.placeCorridor.ends(number);
    return { from: endOf(from), to: endOf(to), kind: kindOf(key) };
  };
}

/** A country's end lies where most of the operation's cases name a place, so that it keeps still under a filter. */
function countryEnds(facts: FactColumns): Ends {
  const positions = countryPositions(facts);
  const kept = new Map<string, CorridorEnd>();
  const endOf = (country: string): CorridorEnd => {
    const end = kept.get(country) ?? { key: country, country, placeId: null, at: positions.get(country) ?? null };
    kept.set(country, end);
    return end;
  };
  return (key) => {
    const [from = "", to = ""] = key.split(/[>~]/);
    return { from: endOf(from), to: endOf(to), kind: kindOf(key) };
  };
}

function countryPositions({ routes, size, standing }: FactColumns): Map<string, LonLat> {
  const votes = new Uint32Array(routes.names.end.size);
  const { start, count, values } = routes.placeCorridors;
  for (let row = 0; row < size; row++) {
    if (standing[row] !== 0) continue;
    const first = start[row] ?? 0;
    const last = first + (count[row] ?? 0);
    for (let leg = first; leg < last; leg++) {
      const [from, to] = routes.names.placeCorridor.ends(values[leg] ?? 0);
      votes[from] = (votes[from] ?? 0) + 1;
      votes[to] = (votes[to] ?? 0) + 1;
    }
  }
  const best = new Map<string, number>();
  for (let end = 0; end < votes.length; end++) {
    const country = routes.endPlaces[end]?.country ?? "";
    const known = best.get(country);
    const isMore = known === undefined || (votes[end] ?? 0) > (votes[known] ?? 0);
    if ((votes[end] ?? 0) > 0 && isMore && positionAt(routes, end)) best.set(country, end);
  }
  return new Map([...best].flatMap(([country, end]) => pairs(country, positionAt(routes, end))));
}

function pairs(country: string, at: LonLat | null): [string, LonLat][] {
  return at ? [[country, at]] : [];
}

function positionAt(routes: RouteColumns, end: number): LonLat | null {
  const place = routes.endPlaces[end];
  if (!place || place.lat === null || place.lon === null || place.precision === "country") return null;
  return [place.lon, place.lat];
}

function kindOf(key: string): LegKind {
  return key.includes("~") ? "intended" : "travelled";
}
