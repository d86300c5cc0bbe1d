import { groupOf } from "../commodity-groups.ts";
import type { FactPlace } from "../fact.ts";
import { type Leg, type LegKind, legsOf, type Routed } from "../route.ts";

/**
 * What is watched: one corridor between two countries with the goods of one commodity group. Groups and no slots, since a
 * rise of one drug would drown in the slot that all drugs share, and groups are what plans name and filters ask for.
 */
export type Cell = { key: string; from: string; to: string; kind: LegKind; group: string };

/** A case as the watch needs it: its day, and every cell that it lies in, each once. */
export type RoutedCase = { id: string; day: number; cells: readonly Cell[] };

/** One object per cell, so that comparing and keeping them is cheap. */
const cells = new Map<string, Cell>();

export function cellOf(from: string, to: string, kind: LegKind, group: string): Cell {
  const key = `${from}>${to}>${kind}>${group}`;
  const known = cells.get(key) ?? { key, from, to, kind, group };
  cells.set(key, known);
  return known;
}

/** The cell's corridor as a leg, for what asks by corridor. */
export function legOf({ from, to, kind }: Cell): Leg {
  return { from: countryAlone(from), to: countryAlone(to), kind };
}

export const countryAlone = (country: string): FactPlace => ({
  country,
  placeId: null,
  lat: null,
  lon: null,
  precision: "country",
});

/** Facts never change: a new version is a new object. So the cells of each are read once. */
const read = new WeakMap<object, readonly Cell[]>();

/** Up to the discovery and onward are two corridors; a leg inside one country is none. */
export function cellsOf(fact: Routed & { items: readonly { commodity: string }[] }): readonly Cell[] {
  const known = read.get(fact);
  if (known) return known;
  const groups = new Set(fact.items.map((item) => groupOf(item.commodity)));
  const found = new Set<Cell>();
  for (const { from, to, kind } of legsOf(fact)) {
    if (from.country === to.country) continue;
    for (const group of groups) found.add(cellOf(from.country, to.country, kind, group));
  }
  const all = [...found];
  read.set(fact, all);
  return all;
}
