import { daysBetween } from "./calendar.ts";
import type { LocalDate } from "./local-date.ts";

/** Counts in weeks from the first day on, up to today or the last day; days outside count nowhere. */
export function countByWeek(
  days: readonly { day: LocalDate | null; count: number }[],
  { startsOn, endsOn, today }: { startsOn: LocalDate; endsOn: LocalDate; today: LocalDate },
): number[] {
  const last = today < endsOn ? today : endsOn;
  if (last < startsOn) return [];
  const weeks = new Array<number>(Math.floor(daysBetween(startsOn, last) / 7) + 1).fill(0);
  for (const { day, count } of days) {
    const week = day === null ? -1 : Math.floor(daysBetween(startsOn, day) / 7);
    const before = weeks[week];
    if (before !== undefined && day !== null && day <= last) weeks[week] = before + count;
  }
  return weeks;
}
