import type { Cell } from "./cell.ts";
import { occurrences } from "./dispersion.ts";
import { type Earlier, earlierOf } from "./earlier.ts";
import { evidenceOf, expectedOf, type Known } from "./evidence.ts";
import { BEFORE_ANYTHING, EARLIER_WEIGHT, LOOK_BACK, MINIMUM, TIMES } from "./rule.ts";
import { type CellDay, type CorridorTally, casesFrom, casesOn, casesUpTo, type WatchedCell } from "./tally.ts";

/** As of which day the watch looks, and what it takes from the whole operation. */
export type Moment = { today: number; excess: number; earlier: Earlier };

/** The stretch of days up to today in which a cell differs most from what is known of the time before. */
export type Rise = {
  cell: Cell;
  /** First day of the stretch, and the first day of the operation's own past before it. */
  from: number;
  /** Days of the stretch, today among them. */
  days: number;
  pastFrom: number;
  /** Cases of the cell among all cases with a corridor: since then, and before within the operation. */
  seen: Known;
  past: Known;
  earlier: Known;
  evidence: number;
};

/** How many cases would have come since by what is known of before, without the half case that is always taken for known. */
export function expectedOfRise({ past, earlier, seen }: Pick<Rise, "past" | "earlier" | "seen">): number {
  return expectedOf(pastOf(past, earlier), seen.among);
}

/** Null where it stays below the minimum, whatever it looks like. */
export function riseOf(tally: CorridorTally, watched: WatchedCell, moment: Moment): Rise | null {
  const { today } = moment;
  if (!mayReach(watched.days, today)) return null;
  const days = watched.days.filter(({ day }) => day <= today);
  const weights = weightsOf(tally, days, moment);
  const pastFrom = tally.days[0] ?? today;
  const earlier = earlierOf(moment.earlier, watched.cell.key);
  const all = { cases: sum(days.map(({ cases }) => cases)), weight: sum(weights) };
  const since = { cases: 0, weight: 0 };
  let best: Rise | null = null;
  for (let at = days.length - 1; at >= 0; at--) {
    const one = days[at];
    if (one === undefined || one.day <= today - LOOK_BACK) break;
    since.cases += one.cases;
    since.weight += weights[at] ?? 0;
    const among = { since: casesFrom(tally, one.day, today), before: casesUpTo(tally, one.day - 1) };
    const past = { cases: all.cases - since.cases, among: among.before };
    const enough = since.cases >= (past.cases + earlier.cases === 0 ? MINIMUM.fresh : MINIMUM.rising);
    if (!enough || days.length - at < MINIMUM.days) continue;
    if (!knowsPast({ among: past.among, days: one.day - pastFrom })) continue;
    const known = knownOf({ cases: all.weight - since.weight, among: among.before }, earlier);
    const evidence = evidenceOf(known, { cases: since.weight, among: among.since }, TIMES);
    if (best !== null && evidence <= best.evidence) continue;
    const seen = { cases: since.cases, among: among.since };
    best = { cell: watched.cell, from: one.day, days: today - one.day + 1, pastFrom, seen, past, earlier, evidence };
  }
  return best;
}

/** What is known of a cell before: half a case of nothing, and its past. */
function knownOf(past: Known, earlier: Known): Known {
  const { cases, among } = pastOf(past, earlier);
  return { cases: BEFORE_ANYTHING.cases + cases, among: BEFORE_ANYTHING.among + among };
}

/**
 * Its own past; where earlier operations had it more often, they too by their weight. Other people looked elsewhere
 * then, so they may say that something is usual, never that it is not.
 */
function pastOf(past: Known, earlier: Known): Known {
  if (earlier.cases * past.among <= past.cases * earlier.among) return past;
  return { cases: past.cases + EARLIER_WEIGHT * earlier.cases, among: past.among + EARLIER_WEIGHT * earlier.among };
}

/** Most cells have had too few cases lately, whatever they had before: they are not looked at any closer. */
function mayReach(days: readonly CellDay[], today: number): boolean {
  return casesOn(days, today) - casesOn(days, today - LOOK_BACK) >= MINIMUM.fresh;
}

function knowsPast({ among, days }: { among: number; days: number }): boolean {
  return among >= MINIMUM.past && days >= MINIMUM.pastDays;
}

function weightsOf(tally: CorridorTally, days: readonly CellDay[], { today, excess }: Moment): number[] {
  const part = sum(days.map(({ cases }) => cases)) / Math.max(1, casesUpTo(tally, today));
  return days.map((one) => occurrences(one, part * (tally.perDay.get(one.day) ?? 0), excess, TIMES));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
