import { countsAsCase, type SeizureFact } from "./fact.ts";
import { type FactFilter, fitsFilter } from "./fact-filter.ts";
import type { Id } from "./id.ts";
import { addDays, type LocalDate } from "./local-date.ts";

/** What a watch is about: cases that fit the filter of its view, those of so many last days where it says so. */
export type Watched = { filter: FactFilter; threshold: number; days: number | null; today: LocalDate };

/** By the rule of the figures; a case of no known day is not of the last days. */
export function fitsWatch({ filter, days, today }: Omit<Watched, "threshold">, fact: SeizureFact): boolean {
  if (!countsAsCase(fact) || !fitsFilter(filter, fact)) return false;
  if (days === null) return true;
  const day = fact.operationalDay;
  return day !== null && day > addDays(today, -days) && day <= today;
}

/** The case that a message tells of: a joint one is one case, however many countries tell of it. */
export const caseOf = (fact: SeizureFact): Id => fact.joint?.head ?? fact.id;

/**
 * Which messages wait to be told, and how many cases they are. `told` are cases that this watch knows already, by any of
 * their messages. Enough of them are told together, and begin anew from nothing.
 */
export function waitingIn(watched: Watched, facts: readonly SeizureFact[], told: ReadonlySet<Id>) {
  const waiting = facts.filter((fact) => fitsWatch(watched, fact) && !told.has(caseOf(fact)));
  const cases = new Set(waiting.map(caseOf)).size;
  return { seizures: waiting.map(({ id }) => id), cases, enough: cases >= watched.threshold };
}
