import { z } from "zod";
import { Id } from "../id.ts";
import { RequiredText } from "../text.ts";
import { isSection } from "./outline.ts";
import { EditionNamed } from "./report.ts";

const LONGEST = 1000;

/** What was found wrong in a published version: where, what it says there, what is right, and why. */
export const ErratumAdded = EditionNamed.extend({
  section: z.string().refine(isSection, "operation_report.erratum.section.missing"),
  said: RequiredText(LONGEST, "operation_report.erratum.said.missing"),
  correct: RequiredText(LONGEST, "operation_report.erratum.correct.missing"),
  reason: RequiredText(LONGEST, "operation_report.erratum.reason.missing"),
});
export type ErratumAdded = z.infer<typeof ErratumAdded>;

export const ErratumWithdrawn = EditionNamed.extend({
  erratum: Id,
  reason: RequiredText(LONGEST, "operation_report.erratum.reason.missing"),
});
export type ErratumWithdrawn = z.infer<typeof ErratumWithdrawn>;
