import { countsAsCase, type SeizureFact } from "../fact.ts";

/**
 * Rule `case-v2`: a case is one event, however many goods and however many countries tell of it (`joint.ts`). Released seizures and takedowns of controlled deliveries
 * inside the operation's window count, confirmed once the coordination unit has checked them, provisional before that.
 * The same words as data, for SQL; a test holds them to `countsAsCase`.
 */
export const COUNTED_KINDS = ["seizure", "controlled_delivery_takedown"] as const;
export const CURRENT_STATES = ["submitted", "verified"] as const;
export const CONFIRMED_STATE = "verified";

/** Why a record is or is not among the cases; the first reason that holds. */
export const STANDINGS = ["counted", "not_a_seizure", "outside_window", "not_current"] as const;
export type Standing = (typeof STANDINGS)[number];

export function standingOf(fact: Pick<SeizureFact, "state" | "eventKind" | "outsideWindow">): Standing {
  if (countsAsCase(fact)) return "counted";
  if (!CURRENT_STATES.some((state) => state === fact.state)) return "not_current";
  return fact.outsideWindow && COUNTED_KINDS.some((kind) => kind === fact.eventKind)
    ? "outside_window"
    : "not_a_seizure";
}
