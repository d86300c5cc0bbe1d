import { addDays, localDateIn } from "./calendar.ts";
import type { LocalDate } from "./local-date.ts";

type When = {
  occurredOn: LocalDate;
  occurredTo: LocalDate | null;
  datePrecision: "day" | "month" | "year" | "range";
  occurredAt: string | null;
};

/**
 * The operational day it counts on: the calendar day in the operation's zone. With a known instant it is that instant's
 * day there; with a day alone, that day as written; with month, year or span none.
 */
export function operationalDayOf(when: When, zone: string): LocalDate | null {
  if (when.datePrecision !== "day") return null;
  return when.occurredAt ? localDateIn(zone, new Date(when.occurredAt)) : when.occurredOn;
}

/** First and last day it can have happened on. */
export function spanOf(when: When): { first: LocalDate; last: LocalDate } {
  const [year = "", month = ""] = when.occurredOn.split("-");
  if (when.datePrecision === "year") return { first: `${year}-01-01`, last: `${year}-12-31` };
  if (when.datePrecision === "month") {
    const nextMonth = addDays(`${year}-${month}-28`, 4).slice(0, 7);
    return { first: `${year}-${month}-01`, last: addDays(`${nextMonth}-01`, -1) };
  }
  if (when.datePrecision === "range") return { first: when.occurredOn, last: when.occurredTo ?? when.occurredOn };
  return { first: when.occurredOn, last: when.occurredOn };
}

/** Outside the operational window for certain: no day of its span lies in it. Kept and flagged, not counted. */
export function isOutsideWindow(when: When, zone: string, window: { startsOn: LocalDate; endsOn: LocalDate }): boolean {
  const day = operationalDayOf(when, zone);
  const { first, last } = day ? { first: day, last: day } : spanOf(when);
  return last < window.startsOn || first > window.endsOn;
}

/** Late: released more than the operation's limit after its national clearance was complete. */
export function isLate(clearedAt: Date, releasedAt: Date, limitHours: number): boolean {
  return releasedAt.getTime() - clearedAt.getTime() > limitHours * 3_600_000;
}
