import { excessOf } from "./dispersion.ts";
import { type Earlier, NO_EARLIER } from "./earlier.ts";
import { type Moment, type Rise, riseOf } from "./rise.ts";
import { LEAST_VOLUME, SLACK } from "./rule.ts";
import { type Shift, shiftOf } from "./shift.ts";
import { type CellDay, type CorridorTally, casesOn, casesUpTo, type LeftOut } from "./tally.ts";

export const KINDS = ["new", "rising", "shifted"] as const;

/** Something that the watch says: a corridor that is new, rises, or took over what another one loses. */
export type Finding = Rise & {
  kind: (typeof KINDS)[number];
  shift: Shift | null;
  /** Other corridors with the same goods that rise by mostly the same cases: one finding and no second one. */
  also: readonly Rise[];
  /** Cases of each seven days up to today, oldest first, as far back as there are cases of any corridor. */
  weeks: readonly number[];
};

export type Emerging = {
  findings: readonly Finding[];
  /** Corridors with goods that have a case up to today, and the evidence that a finding needed. */
  watched: number;
  need: number;
  /** Cases that take part, and those that cannot, those of days still to come among them. */
  cases: number;
  leftOut: LeftOut & { ahead: number };
};

/** What is new up to and with a day: strongest evidence first, silent where that is not enough. */
export function findEmerging(tally: CorridorTally, today: number, earlier: Earlier = NO_EARLIER): Emerging {
  const cases = casesUpTo(tally, today);
  const moment: Moment = { today, excess: excessOf(tally, today), earlier };
  const { need, watched } = neededAt(tally, today);
  const rises: Rise[] = [];
  for (const cell of tally.cells.values()) {
    const rise = riseOf(tally, cell, moment);
    if (rise && rise.evidence >= need) rises.push(rise);
  }
  rises.sort((left, right) => right.evidence - left.evidence || (left.cell.key < right.cell.key ? -1 : 1));
  const findings = once(tally, rises, today).map(({ rise, also }): Finding => {
    const shift = shiftOf(tally, rise, moment);
    const weeks = weeksOf(tally.cells.get(rise.cell.key)?.days ?? [], rise.pastFrom, today);
    return { ...rise, kind: shift ? "shifted" : kindOf(rise), shift, also, weeks };
  });
  const ahead = (tally.upTo.at(-1) ?? 0) - cases;
  return { findings, watched, need, cases, leftOut: { ...tally.leftOut, ahead } };
}

const kindOf = ({ past, earlier }: Rise) => (past.cases + earlier.cases === 0 ? "new" : "rising");

const WEEK = 7;
const MOST_WEEKS = 26;

function weeksOf(days: readonly CellDay[], first: number, today: number): number[] {
  const weeks = new Array<number>(Math.min(MOST_WEEKS, Math.ceil((today - first + 1) / WEEK))).fill(0);
  for (const { day, cases } of days) {
    const at = weeks.length - 1 - Math.floor((today - day) / WEEK);
    if (day <= today && at >= 0) weeks[at] = (weeks[at] ?? 0) + cases;
  }
  return weeks;
}

const MONTH = 30;

/** The more cases fall on the cells in a month, the more chances has chance. */
function neededAt(tally: CorridorTally, today: number): { need: number; watched: number } {
  let [watched, inCells] = [0, 0];
  for (const { days } of tally.cells.values()) {
    const own = casesOn(days, today);
    if (own > 0) watched++;
    inCells += own;
  }
  const months = Math.max(1, (today - (tally.days[0] ?? today) + 1) / MONTH);
  return { need: Math.log(Math.max(LEAST_VOLUME, inCells / months)) + SLACK, watched };
}

const MOSTLY = 0.6;

/** Two legs of the same consignments are one finding: the one with more evidence, and the other named beside it. */
function once(tally: CorridorTally, rises: readonly Rise[], today: number): { rise: Rise; also: Rise[] }[] {
  const found: { rise: Rise; ids: ReadonlySet<string>; also: Rise[] }[] = [];
  for (const rise of rises) {
    const ids = idsOf(tally, rise, today);
    const same = found.find((other) => {
      const common = [...ids].filter((id) => other.ids.has(id)).length;
      return common >= MOSTLY * Math.min(ids.size, other.ids.size);
    });
    if (same) same.also.push(rise);
    else found.push({ rise, ids, also: [] });
  }
  return found;
}

function idsOf({ cells }: CorridorTally, { cell, from }: Rise, today: number): Set<string> {
  const cases = cells.get(cell.key)?.cases ?? [];
  return new Set(cases.filter(({ day }) => day >= from && day <= today).map(({ id }) => id));
}
