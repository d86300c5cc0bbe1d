import { compareCaseNumbers } from "./case-number.ts";
import type { Features } from "./features.ts";
import { daysApart, leadsTo } from "./journey.ts";
import { CONSIGNMENT_DAYS, CONTAINER_DAYS, EVENT_DAYS } from "./weights.ts";

/** `same_consignment`: two countries' messages on one case, both of which stay; it is counted once. */
export type MatchKind = "duplicate" | "same_consignment";

/** One event has one country, whoever reports it; two countries that each had the goods in hand are two events. */
export function kindOf({ report: a }: Features, { report: b }: Features): MatchKind {
  return a.reporter !== b.reporter && a.place.country !== b.place.country ? "same_consignment" : "duplicate";
}

/** The same agency gave both the same national case number. */
export function isCertain(a: Features, b: Features): boolean {
  if (a.report.id === b.report.id || a.report.agencyId !== b.report.agencyId) return false;
  return a.caseNumber !== null && b.caseNumber !== null && compareCaseNumbers(a.caseNumber, b.caseNumber) === "same";
}

/** Whether a pair is looked at at all. `pairsToCompare` finds exactly these without looking at all pairs. */
export function mayBeOne(a: Features, b: Features): boolean {
  if (a.report.id === b.report.id) return false;
  const apart = daysApart(a, b);
  return (
    isCertain(a, b) ||
    (apart <= EVENT_DAYS && a.report.place.country === b.report.place.country) ||
    (apart <= EVENT_DAYS && a.transport !== "" && a.transport === b.transport) ||
    (apart <= CONTAINER_DAYS && a.container !== "" && a.container === b.container) ||
    (apart <= CONSIGNMENT_DAYS && mayBeOneConsignment(a, b))
  );
}

/** Two countries' messages without a number in common: the journey of one leads to the other, with the same goods. */
function mayBeOneConsignment(a: Features, b: Features): boolean {
  if (kindOf(a, b) !== "same_consignment" || !(leadsTo(a, b) || leadsTo(b, a))) return false;
  return [...a.groups].some((group) => b.groups.has(group));
}
