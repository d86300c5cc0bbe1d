import type { Cell } from "./cell.ts";
import { chanceOfAtMost, expectedOf, type Known } from "./evidence.ts";
import type { Moment, Rise } from "./rise.ts";
import { MINIMUM } from "./rule.ts";
import { type CorridorTally, casesFrom, casesUpTo, type WatchedCell } from "./tally.ts";

/** A corridor that fell, by its own past, in the days in which another one with the same goods and one same end rose. */
export type Shift = { cell: Cell; seen: Known; past: Known; expected: number; chance: number };

/** Of all that may have given way, how likely it may be that one did by chance. */
const MOST_CHANCE = 0.05;

/** What the rise may have come from; null where nothing fell clearly. Of several the clearest. */
export function shiftOf(tally: CorridorTally, rise: Rise, moment: Moment): Shift | null {
  const fallen: Shift[] = [];
  let tried = 0;
  for (const watched of tally.cells.values()) {
    if (!mayGiveWay(watched.cell, rise.cell)) continue;
    const fall = fallOf(tally, watched, rise, moment);
    if (fall.expected < MINIMUM.shifted) continue;
    tried++;
    if (fall.seen.cases <= MINIMUM.shiftedPart * fall.expected) fallen.push(fall);
  }
  fallen.sort((left, right) => left.chance - right.chance || (left.cell.key < right.cell.key ? -1 : 1));
  const [clearest] = fallen;
  return clearest && clearest.chance * tried <= MOST_CHANCE ? clearest : null;
}

/** The same goods, the same half of the way, and either the same beginning or the same end. */
function mayGiveWay(old: Cell, risen: Cell): boolean {
  if (old.group !== risen.group || old.kind !== risen.kind) return false;
  return (old.from === risen.from) !== (old.to === risen.to);
}

function fallOf(tally: CorridorTally, { cell, days }: WatchedCell, { from }: Rise, { today }: Moment): Shift {
  const count = (first: number, last: number) =>
    days.reduce((sum, { day, cases }) => (day >= first && day <= last ? sum + cases : sum), 0);
  const seen = { cases: count(from, today), among: casesFrom(tally, from, today) };
  const past = { cases: count(Number.NEGATIVE_INFINITY, from - 1), among: casesUpTo(tally, from - 1) };
  const expected = past.among === 0 ? 0 : expectedOf(past, seen.among);
  return { cell, seen, past, expected, chance: past.cases === 0 ? 1 : chanceOfAtMost(past, seen) };
}
