import { addDays, daysBetween } from "../calendar.ts";
import { countsAsCase, oncePerCase, type SeizureFact } from "../fact.ts";
import { type Cell, cellsOf, type RoutedCase } from "./cell.ts";

/** Cases of one cell on one day. */
export type CellDay = { day: number; cases: number };

/** What the watch reads of an operation: per day how many cases have a corridor, and per cell its own days. */
export type CorridorTally = {
  /** Days with a case, in order, and how many cases there were up to and with each. */
  days: readonly number[];
  upTo: readonly number[];
  perDay: ReadonlyMap<number, number>;
  cells: ReadonlyMap<string, WatchedCell>;
  leftOut: LeftOut;
};
export type WatchedCell = { cell: Cell; days: readonly CellDay[]; cases: readonly { id: string; day: number }[] };

/** Cases that cannot be watched: without a known day, or without a corridor between two known countries. */
export type LeftOut = { undated: number; unrouted: number };

const EPOCH = "1970-01-01";
export const dayNumber = (day: string): number => daysBetween(EPOCH, day);
export const dayOfNumber = (day: number): string => addDays(EPOCH, day);

/** Of shared facts alone: whoever reads facts gets the same. A joint case is one. */
export function tallyOfFacts(facts: Iterable<SeizureFact>): CorridorTally {
  const cases: RoutedCase[] = [];
  const leftOut = { undated: 0, unrouted: 0 };
  for (const fact of oncePerCase([...facts].filter(countsAsCase))) {
    const cells = cellsOf(fact);
    if (fact.operationalDay === null) leftOut.undated++;
    else if (cells.length === 0) leftOut.unrouted++;
    else cases.push({ id: fact.id, day: dayNumber(fact.operationalDay), cells });
  }
  return tallyOf(cases, leftOut);
}

export function tallyOf(cases: Iterable<RoutedCase>, leftOut: LeftOut = { undated: 0, unrouted: 0 }): CorridorTally {
  const byDay = new Map<number, RoutedCase[]>();
  for (const one of cases) {
    if (one.cells.length === 0) continue;
    const others = byDay.get(one.day);
    if (others) others.push(one);
    else byDay.set(one.day, [one]);
  }
  const days = [...byDay.keys()].sort((left, right) => left - right);
  const upTo: number[] = [];
  const cells = new Map<string, Growing>();
  for (const day of days) {
    const own = byDay.get(day) ?? [];
    upTo.push((upTo.at(-1) ?? 0) + own.length);
    for (const { id, cells: of } of own) for (const cell of of) addCase(cells, cell, { id, day });
  }
  const perDay = new Map(days.map((day) => [day, byDay.get(day)?.length ?? 0]));
  // In the order of their names: sums of fractions come out the same wherever the facts came in another order.
  const inOrder = new Map([...cells].sort(([left], [right]) => (left < right ? -1 : 1)));
  return { days, upTo, perDay, cells: inOrder, leftOut };
}

type Growing = { cell: Cell; days: CellDay[]; cases: { id: string; day: number }[] };

/** Days come in order. */
function addCase(cells: Map<string, Growing>, cell: Cell, one: { id: string; day: number }): void {
  let watched = cells.get(cell.key);
  if (!watched) {
    watched = { cell, days: [], cases: [] };
    cells.set(cell.key, watched);
  }
  const last = watched.days.at(-1);
  if (last?.day === one.day) last.cases++;
  else watched.days.push({ day: one.day, cases: 1 });
  watched.cases.push(one);
}

/** Cases with a corridor up to and with a day. */
export function casesUpTo({ days, upTo }: Pick<CorridorTally, "days" | "upTo">, day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) <= day) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0 : (upTo[low - 1] ?? 0);
}

/** Cases of one cell up to and with a day. */
export function casesOn(days: readonly CellDay[], upTo: number): number {
  let sum = 0;
  for (const { day, cases } of days) {
    if (day > upTo) break;
    sum += cases;
  }
  return sum;
}

/** Cases with a corridor from a day up to another, both included. */
export function casesFrom(tally: Pick<CorridorTally, "days" | "upTo">, from: number, to: number): number {
  return casesUpTo(tally, to) - casesUpTo(tally, from - 1);
}
