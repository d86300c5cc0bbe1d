import type { CalendarAgency, CalendarPageProps } from "./calendar-page.tsx";

export type Missing = { day: string; dueAt: string; agencies: readonly CalendarAgency[] };

/** Agencies whose tally of the last day past its deadline is missing; null where there is none. */
export function missingOfDay({
  marks,
  agencies,
  now,
}: Pick<CalendarPageProps, "marks" | "agencies" | "now">): Missing | null {
  const past = marks.filter(({ dueAt }) => dueAt < now);
  const day = past.reduce((latest, mark) => (mark.day > latest ? mark.day : latest), "");
  const missing = past.filter((mark) => mark.day === day && mark.mark === "missing");
  const dueAt = missing[0]?.dueAt;
  if (!dueAt) return null;
  return { day, dueAt, agencies: agencies.filter(({ id }) => missing.some((mark) => mark.agencyId === id)) };
}
