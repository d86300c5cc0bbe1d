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

export function tallyOf(cases: readonly RoutedCase[], leftOut: LeftOut = { undated: 0, unrouted: 0 }): CorridorTally {
  const inOrder = cases
    .filter(({ cells }) => cells.length > 0)
    .sort((left, right) => left.day - right.day || (left.id < right.id ? -1 : 1));
  const [days, upTo]: [number[], number[]] = [[], []];
  const cells = new Map<string, { cell: Cell; days: CellDay[]; cases: { id: string; day: number }[] }>();
  inOrder.forEach(({ id, day, cells: of }, at) => {
    if (days.at(-1) !== day) days.push(day);
    upTo[days.length - 1] = at + 1;
    for (const cell of of) {
      const watched = cells.get(cell.key) ?? { cell, days: [], cases: [] };
      cells.set(cell.key, watched);
      const last = watched.days.at(-1);
      if (last?.day === day) last.cases++;
      else watched.days.push({ day, cases: 1 });
      watched.cases.push({ id, day });
    }
  });
  return { days, upTo, cells, leftOut };
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

/** Cases with a corridor from a day up to another, both included. */
export function casesFrom(tally: Pick<CorridorTally, "days" | "upTo">, from: number, to: number): number {
  return casesUpTo(tally, to) - casesUpTo(tally, from - 1);
}
