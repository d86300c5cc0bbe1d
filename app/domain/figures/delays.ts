import { localDateIn } from "../calendar.ts";
import { dayNumber } from "./coded-fact.ts";
import { type FactColumns, NO_DAY } from "./columns.ts";
import { byText } from "./order.ts";
import type { CaseCount, DelayRow } from "./result.ts";

/**
 * Rule `delay-v1`: the days from the operational day of a case to the day on which it was released to the operation, both
 * in the operation's zone. Most reports say the day and no hour, so that hours would say more than anybody knows.
 */
export function countDelays(facts: FactColumns, cases: Uint32Array, zone: string): DelayRow[] {
  return inDelayOrder(delayRows(facts, cases, releaseDays(zone)).map(({ reporter: _, ...row }) => row));
}

/** The same for each reporter; of a joint case each that told of it has its own delay. */
export function countDelaysByReporter(facts: FactColumns, messages: Uint32Array, zone: string) {
  const dayOf = releaseDays(zone);
  const own = new Map<number, number[]>();
  for (const row of messages) {
    const reporter = facts.reporter[row] ?? 0;
    const rows = own.get(reporter) ?? [];
    own.set(reporter, rows);
    rows.push(row);
  }
  const counted = [...own.values()].flatMap((rows) => delayRows(facts, rows, dayOf));
  return inDelayOrder(counted);
}

/** By reporter and then by days, what is not known last. */
export function inDelayOrder<Row extends DelayRow & { reporter?: string }>(rows: Row[]): Row[] {
  const place = ({ days }: DelayRow) => days ?? Number.POSITIVE_INFINITY;
  return rows.sort(
    (left, right) =>
      byText(left.reporter ?? "", right.reporter ?? "") ||
      (place(left) === place(right) ? 0 : place(left) - place(right)),
  );
}

function delayRows(facts: FactColumns, rows: Iterable<number>, dayOf: (instant: number) => number) {
  const found = new Map<number | null, DelayRow & { reporter: string }>();
  for (const row of rows) {
    const day = facts.day[row] ?? NO_DAY;
    const days = day === NO_DAY ? null : Math.max(0, dayOf(facts.releasedAt[row] ?? 0) - day);
    const reporter = facts.names.reporter.name(facts.reporter[row] ?? 0) ?? "";
    const known = found.get(days) ?? { reporter, days, total: 0, confirmed: 0, provisional: 0 };
    found.set(days, known);
    known.total += 1;
    known.confirmed += facts.confirmed[row] ?? 0;
    known.provisional = known.total - known.confirmed;
  }
  return [...found.values()];
}

/** Zones keep one offset at least for a quarter of an hour: a calendar is asked once for each. */
const QUARTER = 900_000;
const known = new Map<string, Map<number, number>>();

/** The day of an instant in a zone, as a number of days since 1970 began. */
function releaseDays(zone: string): (instant: number) => number {
  const days = known.get(zone) ?? new Map<number, number>();
  known.set(zone, days);
  return (instant) => {
    const quarter = Math.floor(instant / QUARTER);
    const told = days.get(quarter) ?? dayNumber(localDateIn(zone, new Date(instant)));
    days.set(quarter, told);
    return told;
  };
}

/** Bands that a distribution is told in: from so many days up to and with so many. */
export const DELAY_BANDS = [
  { from: 0, to: 0 },
  { from: 1, to: 1 },
  { from: 2, to: 7 },
  { from: 8, to: 14 },
  { from: 15, to: 30 },
  { from: 31, to: null },
] as const;
export type DelayBand = (typeof DELAY_BANDS)[number];

/** `0`, `2-7`, `31-`: a band in an address. */
export function bandKey({ from, to }: DelayBand): string {
  return from === to ? String(from) : `${from}-${to ?? ""}`;
}

export type Delays = {
  bands: (CaseCount & { band: DelayBand })[];
  /** Cases whose day is known, and those of which nobody can say how long they took. */
  known: number;
  unknown: number;
  /** Days within which half, and nine of ten, were released; null where there is no case. */
  median: number | null;
  ninetieth: number | null;
};

/** A distribution in bands, with its median (between the two in the middle) and the day by which nine of ten were there. */
export function delaysOf(rows: readonly DelayRow[]): Delays {
  const told = inDelayOrder(rows.filter(({ days }) => days !== null));
  const known = told.reduce((sum, { total }) => sum + total, 0);
  const nth = (rank: number) => {
    let before = 0;
    for (const { days, total } of told) {
      before += total;
      if (before >= rank) return days ?? 0;
    }
    return 0;
  };
  return {
    bands: DELAY_BANDS.map((band) => ({ band, ...sumOf(told.filter((row) => isIn(band, row.days))) })),
    known,
    unknown: rows.reduce((sum, { total }) => sum + total, 0) - known,
    median: known === 0 ? null : (nth(Math.ceil(known / 2)) + nth(Math.floor(known / 2) + 1)) / 2,
    ninetieth: known === 0 ? null : nth(Math.ceil(known * 0.9)),
  };
}

function isIn({ from, to }: DelayBand, days: number | null): boolean {
  return days !== null && days >= from && (to === null || days <= to);
}

function sumOf(rows: readonly CaseCount[]): CaseCount {
  const sum = (field: keyof CaseCount) => rows.reduce((all, row) => all + row[field], 0);
  return { total: sum("total"), confirmed: sum("confirmed"), provisional: sum("provisional") };
}
