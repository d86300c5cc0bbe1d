import { addDays, daysBetween } from "#app/domain/calendar.ts";
import { SLOTS, type Slot } from "#app/domain/commodity-groups.ts";
import { MIXED } from "#app/domain/figures/definition.ts";
import type { EvaluatedFigures } from "#app/domain/figures/result.ts";
import type { LocalDate } from "#app/domain/local-date.ts";

export type StripKind = Slot | typeof MIXED;
const KINDS: readonly StripKind[] = [...SLOTS, MIXED];

/** A stretch of a day's stack: cases of one kind, sure or not yet, from `from` to `to` above the line. */
export type StripPart = { kind: StripKind; confirmed: boolean; day: number; from: number; to: number };

export type Strip = {
  startsOn: LocalDate;
  days: number;
  parts: StripPart[];
  /** The most cases of one day. */
  most: number;
  undated: number;
  /** Days since the first, of today; beyond it nothing has happened yet. */
  today: number;
};

type Span = { startsOn: LocalDate; endsOn: LocalDate; today: LocalDate };

/** One stack for each day of the operation: confirmed kinds first, then the provisional ones over them. */
export function stripOf(byDay: EvaluatedFigures["byDay"], { startsOn, endsOn, today }: Span): Strip {
  const days = daysBetween(startsOn, endsOn) + 1;
  const stacks = new Map<number, Map<StripKind, { confirmed: number; provisional: number }>>();
  let undated = 0;
  for (const { key, total, confirmed, provisional } of byDay) {
    if (key.day === null) undated += total;
    const day = key.day === null ? -1 : daysBetween(startsOn, key.day);
    if (day < 0 || day >= days) continue;
    const stack = stacks.get(day) ?? new Map();
    stacks.set(day, stack);
    stack.set(KINDS.find((kind) => kind === key.kind) ?? MIXED, { confirmed, provisional });
  }
  const parts: StripPart[] = [];
  let most = 0;
  for (const [day, stack] of stacks) {
    let height = 0;
    for (const sure of [true, false])
      for (const kind of KINDS) {
        const count = stack.get(kind)?.[sure ? "confirmed" : "provisional"] ?? 0;
        if (count > 0) parts.push({ kind, confirmed: sure, day, from: height, to: height + count });
        height += count;
      }
    most = Math.max(most, height);
  }
  return { startsOn, days, parts, most, undated, today: Math.min(days - 1, daysBetween(startsOn, today)) };
}

/** First days of months, by their place in the strip. */
export function monthsOf({ startsOn, days }: Pick<Strip, "startsOn" | "days">): { day: number; on: LocalDate }[] {
  const all = Array.from({ length: days }, (_, day) => ({ day, on: addDays(startsOn, day) }));
  return all.filter(({ day, on }) => day === 0 || on.endsWith("-01"));
}

/** Days of the strip that are chosen: all where nothing is said. Both ends are within. */
export type Window = { first: number; last: number };

export function windowOf({ startsOn, days }: Strip, from: LocalDate | null, to: LocalDate | null): Window {
  const clamp = (day: number) => Math.max(0, Math.min(days - 1, day));
  return {
    first: from === null ? 0 : clamp(daysBetween(startsOn, from)),
    last: to === null ? days - 1 : clamp(daysBetween(startsOn, to)),
  };
}

/** The days of a window as a filter says them: an end that is the operation's own is not said. */
export function periodOf(
  { startsOn, days }: Strip,
  { first, last }: Window,
): { from: LocalDate | null; to: LocalDate | null } {
  return {
    from: first === 0 ? null : addDays(startsOn, first),
    to: last === days - 1 ? null : addDays(startsOn, last),
  };
}
