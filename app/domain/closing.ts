import { z } from "zod";
import type { Action } from "./access.ts";
import { RequiredText } from "./text.ts";

/**
 * What is looked at before an operation is closed, in the order of the page. A part of the product that leaves something
 * open to be settled before the end adds its line here, its count to db/queries/closing.server.ts, and its words.
 */
export const CLOSING_CHECKS = [
  { what: "report", mended: "reports", by: "operation_report.read", mayStay: false },
  { what: "clearance", mended: "participants", by: "operation.read", mayStay: true },
  { what: "drafts", mended: "participants", by: "operation.read", mayStay: true },
  { what: "confirmations", mended: "participants", by: "operation.read", mayStay: true },
  { what: "questions", mended: "checks", by: "seizure.check", mayStay: true },
  { what: "tally_questions", mended: "tallies", by: "tally.read", mayStay: true },
  { what: "days", mended: "tallies", by: "tally.read", mayStay: true },
  { what: "duplicates", mended: "duplicates", by: "duplicate.propose", mayStay: true },
  { what: "highlights", mended: "reports", by: "operation_report.read", mayStay: true },
  { what: "signatures", mended: "reports", by: "operation_report.read", mayStay: true },
] as const satisfies readonly Check[];

type Check = {
  what: string;
  /** The page of the operation where it is mended, and who reads that page. */
  mended: string;
  by: Action;
  /** Whether a lead may close with a reason while some of it is open. */
  mayStay: boolean;
};

export type ClosingCheck = (typeof CLOSING_CHECKS)[number]["what"];
/** How much of each is open. Checks that came later are not in old ones. */
export type ClosingCounts = Partial<Record<ClosingCheck, number>>;

/** A reason that was given, and for how many. */
export type GivenReason = { what: string; open: number };

/**
 * What keeps the operation from being closed: what may not stay open, and what is open without a reason, or more of it
 * than there was when the reason was given.
 */
export function inTheWay(counts: Record<ClosingCheck, number>, reasons: readonly GivenReason[]): ClosingCheck[] {
  return CLOSING_CHECKS.filter(({ what, mayStay }) => {
    const open = counts[what];
    if (open === 0) return false;
    return !mayStay || !reasons.some((given) => given.what === what && given.open >= open);
  }).map(({ what }) => what);
}

const MAY_STAY = CLOSING_CHECKS.flatMap(({ what, mayStay }) => (mayStay ? [what] : []));

export const ReasonGiven = z.object({
  what: z.enum(MAY_STAY, "form.invalid"),
  /** As many as the lead saw: whoever sees fewer than there are is asked again. */
  open: z.number().int().min(1, "form.invalid").max(10_000_000, "form.invalid"),
  reason: RequiredText(1000),
});
export type ReasonGiven = z.infer<typeof ReasonGiven>;
