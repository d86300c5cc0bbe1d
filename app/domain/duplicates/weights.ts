/** What two reports are compared in; a reason names one of them. */
export const ASPECTS = [
  "case_no",
  "country",
  "border",
  "day",
  "place",
  "commodity",
  "taxon",
  "quantity",
  "container",
  "transport",
  "route",
  "mode",
] as const;
export type Aspect = (typeof ASPECTS)[number];

/**
 * Points for one case where both agree, and against it where they differ. The two are not the same: what two cases
 * seldom have in common by chance speaks for one case, what two reports of one case seldom differ in speaks against it.
 * What one of them does not know gives no points at all.
 */
export const WEIGHTS: Record<Aspect, { agrees: number; differs: number }> = {
  // Of one agency only. Two cases always differ in it, and so does a case that an agency entered twice: the same number
  // is refused when it comes again.
  case_no: { agrees: 0.25, differs: 0.15 },
  // Most pairs that are looked at have it in common.
  country: { agrees: 0.05, differs: 0.3 },
  // Two countries: the journey of each leads through the other.
  border: { agrees: 0.25, differs: 0.3 },
  day: { agrees: 0.15, differs: 0.3 },
  // Busy airports have several cases a day; nobody takes one airport for another.
  place: { agrees: 0.15, differs: 0.3 },
  commodity: { agrees: 0.15, differs: 0.3 },
  // Common names and wider taxa are given for the same animals.
  taxon: { agrees: 0.1, differs: 0.15 },
  // The best witness where it has several digits. Couriers of one day have all but the weight in common.
  quantity: { agrees: 0.35, differs: 0.6 },
  // One box, within days; a consignment may fill several.
  container: { agrees: 0.8, differs: 0.3 },
  // Couriers share a flight; one case has one.
  transport: { agrees: 0.25, differs: 0.35 },
  route: { agrees: 0.2, differs: 0.15 },
  mode: { agrees: 0.05, differs: 0.1 },
};

/**
 * Points that have to speak for one case before the score is no longer held down for want of evidence: day, place and
 * goods alone do not reach it, with a telling quantity, a route or a number in common they do.
 */
export const ENOUGH = 0.85;

/** From this score on a pair is put before the coordination unit. */
export const REVIEW_FROM = 0.8;

/** So many days two reports of one event may be apart. */
export const EVENT_DAYS = 2;
/** And two messages on one consignment, from the sender's to the receiver's, by land, air or post. */
export const CONSIGNMENT_DAYS = 10;
/** And two messages on one container, at sea or in port. */
export const CONTAINER_DAYS = 60;
