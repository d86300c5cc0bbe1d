import { addDays, daysBetween, isLocalDate } from "./calendar.ts";
import type { DroppedValue, FactFilter } from "./fact-filter.ts";
import type { LocalDate } from "./local-date.ts";

export type Days = { from: LocalDate; to: LocalDate };

/** With what an address compares the period of its filter: the stretch of the same length just before, or named days. */
export type Than = "before" | Days;

/** The names of it in an address: `?than=before`, or `?than_from=2026-04-15&than_to=2026-04-28`. */
export const THAN = "than";
export const THAN_FROM = "than_from";
export const THAN_TO = "than_to";

export function readThan(params: URLSearchParams): { than: Than | null; dropped: DroppedValue[] } {
  const told = [THAN, THAN_FROM, THAN_TO]
    .map((name) => ({ name, value: params.get(name) ?? "" }))
    .filter(({ value }) => value !== "");
  const [from, to] = [params.get(THAN_FROM) ?? "", params.get(THAN_TO) ?? ""];
  // Days that somebody names say more than 'before'.
  if (isLocalDate(from) && isLocalDate(to) && from <= to) return { than: { from, to }, dropped: [] };
  const days = told.filter(({ name }) => name !== THAN);
  if (params.get(THAN) === "before") return { than: "before", dropped: days };
  return { than: null, dropped: told };
}

/** The parameters that say it, for links and for forms. */
export function thanParams(than: Than | null): [name: string, value: string][] {
  if (than === null) return [];
  if (than === "before") return [[THAN, than]];
  return [
    [THAN_FROM, than.from],
    [THAN_TO, than.to],
  ];
}

export function writeThan(than: Than | null, base: URLSearchParams): URLSearchParams {
  const params = new URLSearchParams(base);
  for (const name of [THAN, THAN_FROM, THAN_TO]) params.delete(name);
  for (const [name, value] of thanParams(than)) params.set(name, value);
  return params;
}

/** A period as it was asked for, and how many of its days the operation has had so far: on others nothing can count. */
export type Period = Days & { days: number };

export type Comparison = {
  first: Period;
  second: Period;
  /** The filter of the page with the days of the second period. */
  filter: FactFilter;
};

export type Span = { startsOn: LocalDate; endsOn: LocalDate; today: LocalDate };

/**
 * The two periods. The first is that of the filter: an end that it leaves open is the first day of the operation, or the
 * last one so far. Null where it has neither beginning nor end: everything so far has nothing before it.
 */
export function comparisonOf(filter: FactFilter, than: Than, span: Span): Comparison | null {
  if (filter.from === null && filter.to === null) return null;
  const last = earlier(span.endsOn, span.today);
  const from = filter.from ?? earlier(span.startsOn, filter.to ?? span.startsOn);
  const to = filter.to ?? later(last, from);
  const length = daysBetween(from, to) + 1;
  const second = than === "before" ? { from: real(addDays(from, -length)), to: real(addDays(from, -1)) } : than;
  return {
    first: { from, to, days: daysWithin({ from, to }, span) },
    second: { ...second, days: daysWithin(second, span) },
    filter: { ...filter, from: second.from, to: second.to },
  };
}

/** Before the first day of the calendar there is none that a filter could ask for. */
const real = (day: string): LocalDate => (isLocalDate(day) ? day : "0001-01-01");

/** How many days of the operation so far stand in both periods: their cases count twice. */
export function sharedDays({ first, second }: Pick<Comparison, "first" | "second">, span: Span): number {
  return daysWithin({ from: later(first.from, second.from), to: earlier(first.to, second.to) }, span);
}

/** Whether a period holds the day that is running, of which not everything can be known yet. */
export function holdsToday({ first, second }: Pick<Comparison, "first" | "second">, { endsOn, today }: Span): boolean {
  return today <= endsOn && [first, second].some(({ from, to }) => from <= today && today <= to);
}

function daysWithin({ from, to }: Days, { startsOn, endsOn, today }: Span): number {
  return Math.max(0, daysBetween(later(from, startsOn), earlier(to, earlier(endsOn, today))) + 1);
}

/** Periods that somebody without any may begin with: each ends on the last day so far. */
export function periodsToBeginWith({ startsOn, endsOn, today }: Span): Record<"days28" | "month", Days> {
  const to = earlier(endsOn, later(startsOn, today));
  return { days28: { from: addDays(to, -27), to }, month: { from: `${to.slice(0, 7)}-01`, to } };
}

const earlier = (one: LocalDate, other: LocalDate) => (one < other ? one : other);
const later = (one: LocalDate, other: LocalDate) => (one > other ? one : other);
