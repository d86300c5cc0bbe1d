import { addDays, daysBetween } from "#app/domain/calendar.ts";
import type { LocalDate } from "#app/domain/local-date.ts";

/** How long a bar is. Weeks begin with the first day; months and years are those of the calendar. */
export const GRAINS = ["day", "week", "month", "year"] as const;
export type Grain = (typeof GRAINS)[number];

const DAYS = { day: 1, week: 7 } as const;
const MONTHS = { month: 1, year: 12 } as const;

/** Days by the bars they fall on, counted from that of the first day. */
export function spansFrom(first: LocalDate, grain: Grain) {
  if (grain === "day" || grain === "week") {
    const days = DAYS[grain];
    return {
      placeOf: (day: LocalDate) => Math.floor(daysBetween(first, day) / days),
      startOf: (place: number) => addDays(first, place * days),
    };
  }
  const months = MONTHS[grain];
  const begins = Math.floor(monthOf(first) / months) * months;
  return {
    placeOf: (day: LocalDate) => Math.floor((monthOf(day) - begins) / months),
    startOf: (place: number) => firstOf(begins + place * months),
  };
}

/** Months since the year 0. */
function monthOf(day: LocalDate): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function firstOf(month: number): LocalDate {
  const [year, of] = [Math.floor(month / 12), (month % 12) + 1];
  return `${String(year).padStart(4, "0")}-${String(of).padStart(2, "0")}-01`;
}

/** The month or the year that these days are, where they are a whole one. */
export function wholeOf({ from, to }: { from: LocalDate; to: LocalDate }): "month" | "year" | null {
  if (!from.endsWith("-01")) return null;
  const after = addDays(to, 1);
  if (after === firstOf(monthOf(from) + 1)) return "month";
  return from.endsWith("-01-01") && after === firstOf(monthOf(from) + 12) ? "year" : null;
}
