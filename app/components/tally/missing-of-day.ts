import type { WeekOfDay } from "#app/domain/tally/weeks.ts";
import type { CalendarAgency, CalendarPageProps } from "./calendar-page.tsx";

export type Missing = {
  day: string;
  dueAt: string;
  agencies: readonly (CalendarAgency & { week?: WeekOfDay | undefined })[];
};

/** Agencies whose tally of the last day past its deadline is missing; null where there is none. */
export function missingOfDay({
  marks,
  agencies,
  weeks,
  now,
}: Pick<CalendarPageProps, "marks" | "agencies" | "weeks" | "now">): Missing | null {
  const past = marks.filter(({ dueAt }) => dueAt < now);
  const day = past.reduce((latest, mark) => (mark.day > latest ? mark.day : latest), "");
  const missing = past.filter((mark) => mark.day === day && mark.mark === "missing");
  const dueAt = missing[0]?.dueAt;
  if (!dueAt) return null;
  const silent = agencies.filter(({ id }) => missing.some((mark) => mark.agencyId === id));
  return { day, dueAt, agencies: silent.map((agency) => ({ ...agency, week: weeks[`${agency.id} ${day}`] })) };
}
