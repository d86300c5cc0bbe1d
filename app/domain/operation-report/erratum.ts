import { z } from "zod";
import { Id } from "../id.ts";
import { RequiredText, Text } from "../text.ts";
import { isSection } from "./outline.ts";
import { EditionNamed } from "./report.ts";

/** So much an erratum says in each of its fields. */
export const LONGEST_ERRATUM = 1000;

/** What was found wrong in a published version: where, what it says there, what is right, and why. */
export const ErratumAdded = EditionNamed.extend({
  section: z.string().refine(isSection, "operation_report.erratum.section.missing"),
  /** The figure or paragraph that is wrong; what it says is then taken from the version, not from whoever writes. */
  line: z.string().trim().max(200, "operation_report.erratum.line.unknown").optional(),
  said: Text(LONGEST_ERRATUM),
  correct: RequiredText(LONGEST_ERRATUM, "operation_report.erratum.correct.missing"),
  reason: RequiredText(LONGEST_ERRATUM, "operation_report.erratum.reason.missing"),
}).refine(({ line, said }) => Boolean(line) || said !== "", {
  path: ["said"],
  error: "operation_report.erratum.said.missing",
});
export type ErratumAdded = z.infer<typeof ErratumAdded>;

export const ErratumWithdrawn = EditionNamed.extend({
  erratum: Id,
  reason: RequiredText(LONGEST_ERRATUM, "operation_report.erratum.reason.missing"),
});
export type ErratumWithdrawn = z.infer<typeof ErratumWithdrawn>;
