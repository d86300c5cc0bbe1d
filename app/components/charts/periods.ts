import { addDays, daysBetween } from "#app/domain/calendar.ts";
import type { CaseRow } from "#app/domain/figures/result.ts";
import type { LocalDate } from "#app/domain/local-date.ts";
import { type Grain, spansFrom } from "./spans.ts";
import { type Bar, barOf } from "./stack.ts";

/** The dates of an operation, as far as charts over time need them. */
export type Phases = { startsOn: LocalDate; endsOn: LocalDate; followUpEndsOn: LocalDate };

/** A day, a week, a month or a year: its bar, or nothing to come yet. */
export type Period = Bar & { from: LocalDate; to: LocalDate; future: boolean };

export type Timeline = {
  periods: Period[];
  /** Where the follow-up begins, as a share of the width; null where it is not on the chart. */
  followUpFrom: number | null;
  /** Where the future begins, as a share of the width. */
  futureFrom: number;
  /** Cases whose day is not known: counted, not drawn. */
  undated: Bar;
};

type DayRow = CaseRow<"day" | "kind">;

/**
 * Every period from the operation's first day to its last, those without a case too.
 * The follow-up is shown as far as it has come; it holds no cases, because only those inside the window count.
 */
export function timelineOf(rows: readonly DayRow[], phases: Phases, today: LocalDate, grain: Grain): Timeline {
  const days = rows.flatMap((row) => row.key.day ?? []);
  const [startsOn = phases.startsOn] = [phases.startsOn, ...days].sort();
  const last = [lastDayOf(phases, today), ...days].sort().at(-1) ?? phases.endsOn;
  const { placeOf, startOf } = spansFrom(startsOn, grain);
  const count = placeOf(last) + 1;
  const placed = new Map<number, DayRow[]>();
  for (const row of rows) {
    if (row.key.day === null) continue;
    const place = placeOf(row.key.day);
    placed.set(place, [...(placed.get(place) ?? []), row]);
  }
  const periods = Array.from({ length: count }, (_, place) => {
    const [from, end] = [startOf(place), addDays(startOf(place + 1), -1)];
    const to = grain === "week" && end > last ? last : end;
    return { ...barOf(from, from, placed.get(place) ?? []), from, to, future: from > today };
  });
  const shareOf = (day: LocalDate) => {
    const place = placeOf(day);
    const within = daysBetween(startOf(place), day) / daysBetween(startOf(place), startOf(place + 1));
    return Math.min(1, Math.max(0, (place + within) / count));
  };
  return {
    periods,
    followUpFrom: last > phases.endsOn ? shareOf(addDays(phases.endsOn, 1)) : null,
    futureFrom: shareOf(addDays(today, 1)),
    undated: barOf(
      "",
      "",
      rows.filter((row) => row.key.day === null),
    ),
  };
}

/** Tallies that are missing, by operational day. */
export type Missing = Readonly<Record<LocalDate, number>>;

/** How many tallies are missing in each period that has any, and where it lies as shares of the width. */
export function silencesIn(periods: readonly Period[], missing: Missing) {
  const days = Object.entries(missing);
  return periods.flatMap(({ key, from, to }, at) => {
    const count = days.reduce((sum, [day, n]) => (day >= from && day <= to ? sum + n : sum), 0);
    return count > 0 ? [{ key, missing: count, start: at / periods.length, width: 1 / periods.length }] : [];
  });
}

function lastDayOf({ endsOn, followUpEndsOn }: Phases, today: LocalDate): LocalDate {
  if (today <= endsOn) return endsOn;
  return today < followUpEndsOn ? today : followUpEndsOn;
}

/** A few periods to name under the axis: evenly spread, the first always. */
export function namedPeriods<P>(periods: readonly P[], most: number): { period: P; at: number }[] {
  const every = Math.max(1, Math.ceil(periods.length / most));
  return periods.flatMap((period, at) => (at % every === 0 ? [{ period, at }] : []));
}
