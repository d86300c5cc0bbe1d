import { z } from "zod";
import { Code, CountryCode } from "./code.ts";
import { CommodityCode, DIMENSIONS } from "./commodity.ts";
import { Id } from "./id.ts";
import { SEIZURE_STATES } from "./seizure.ts";

export { isConfirmed } from "./confirmed.ts";

/** A place in tier A: codes and a position, no free text. */
export const FactPlace = z.object({
  country: CountryCode,
  placeId: z.string().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  precision: Code,
});
export type FactPlace = z.infer<typeof FactPlace>;

export const FactItem = z.object({
  commodity: CommodityCode,
  quantity: z.string().nullable(),
  unit: Code.nullable(),
  qualifier: Code,
  secondQuantity: z.string().nullable(),
  secondUnit: Code.nullable(),
  /** The quantity in the base unit of its dimension (kg, l, pieces, m³ …), and the rule that made it. */
  normalised: z.string().nullable(),
  dimension: z.enum(DIMENSIONS).nullable(),
  rule: z.string().nullable(),
  taxonId: z.string().nullable(),
  appendix: z.string().nullable(),
  live: z.boolean().nullable(),
});
export type FactItem = z.infer<typeof FactItem>;

export const FactNode = z.object({
  role: Code,
  place: FactPlace,
  sharePercent: z.string().nullable(),
  opportunity: z.boolean().nullable(),
  modeToNext: Code.nullable(),
  evidence: Code,
});
export type FactNode = z.infer<typeof FactNode>;

/**
 * The case that several countries' messages about one consignment are: `head` is the seizure that stands for it in the
 * totals, `place` the order in which the others do where that one is not counted. The head's own place is 0.
 */
export const Joint = z.object({ head: Id, place: z.number().int().min(0) });
export type Joint = z.infer<typeof Joint>;

/**
 * Tier A of a released seizure: what every participant may count by. No free text, no names, no identifiers of goods
 * or persons. `revision` counts from the release; folding replaces a fact by (id, revision).
 */
export const SeizureFact = z.object({
  id: Id,
  revision: z.number().int(),
  messageNo: z.string(),
  agencyId: Id,
  /** Reporting country or organisation, as its administration code. */
  reporter: z.string(),
  state: z.enum(SEIZURE_STATES),
  eventKind: Code,
  occurredOn: z.string(),
  occurredTo: z.string().nullable(),
  datePrecision: z.enum(["day", "month", "year", "range"]),
  /** The day it counts on; null where only month or year is known. */
  operationalDay: z.string().nullable(),
  outsideWindow: z.boolean(),
  late: z.boolean(),
  releasedAt: z.string(),
  place: FactPlace,
  placeKind: Code,
  direction: Code,
  mode: Code,
  items: z.array(FactItem),
  route: z.array(FactNode),
  detections: z.array(Code),
  controlReasons: z.array(Code),
  concealmentPlaces: z.array(Code),
  concealmentMethods: z.array(Code),
  offences: z.array(Code),
  arrested: z.number().int().nullable(),
  joint: Joint.nullable(),
});
export type SeizureFact = z.infer<typeof SeizureFact>;

/** Whether it is a case in the operation's totals (domain rule: only seizures and takedowns inside the window). */
export function countsAsCase(fact: Pick<SeizureFact, "state" | "eventKind" | "outsideWindow">): boolean {
  const kind = fact.eventKind === "seizure" || fact.eventKind === "controlled_delivery_takedown";
  return kind && !fact.outsideWindow && (fact.state === "submitted" || fact.state === "verified");
}

/** Of the facts of one joint case the first by its place there, as figures have it. */
export function oncePerCase(facts: readonly SeizureFact[]): readonly SeizureFact[] {
  const firsts = new Map<Id, SeizureFact>();
  for (const fact of facts) {
    if (fact.joint === null) continue;
    const known = firsts.get(fact.joint.head);
    if (!known?.joint || fact.joint.place < known.joint.place) firsts.set(fact.joint.head, fact);
  }
  return firsts.size === 0 ? facts : facts.filter((fact) => !fact.joint || firsts.get(fact.joint.head) === fact);
}
