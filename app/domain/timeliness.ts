import { addDays, instantAt } from "./calendar.ts";
import { spanOf } from "./counting-day.ts";
import type { LocalDate } from "./local-date.ts";

type When = {
  occurredOn: LocalDate;
  occurredTo: LocalDate | null;
  datePrecision: "day" | "month" | "year" | "range";
  occurredAt: string | null;
};

/** How long something took. `atLeast`: only the day is known, so it is counted from that day's end. */
export type Delay = { milliseconds: number; atLeast: boolean };

/**
 * From occurrence to an instant. Where the hour is not known it counts from the end of the day in the given zone, and
 * is never less than nothing; where not even the day is known there is no delay to speak of.
 */
export function delayUntil(when: When, zone: string, instant: Date): Delay | null {
  if (when.datePrecision !== "day") return null;
  const from = when.occurredAt ? new Date(when.occurredAt) : instantAt(zone, addDays(spanOf(when).last, 1), "00:00");
  return { milliseconds: Math.max(0, instant.getTime() - from.getTime()), atLeast: when.occurredAt === null };
}
