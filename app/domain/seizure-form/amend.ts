import { z } from "zod";
import { RequiredText } from "../text.ts";
import { type FormFields, textOf } from "./rows.ts";

/** Why a released report changes: it was wrong, something was missing, or more is known since. */
export const AMEND_KINDS = ["correction", "addition", "finding"] as const;

const Version = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

/** The part of an amendment beside the report itself: what it is based on, its kind and its reason. */
export const AmendPart = z.object({
  kind: z.enum(AMEND_KINDS, "amend.kind.missing"),
  reason: RequiredText(1000),
  base: z.object({ facts: Version, case: Version, nominal: Version }),
});

export function amendPartOf(fields: FormFields) {
  const base = (name: string) => textOf(fields, `base.${name}`);
  return AmendPart.safeParse({
    kind: textOf(fields, "amend.kind") || undefined,
    reason: textOf(fields, "amend.reason"),
    base: { facts: base("facts"), case: base("case"), nominal: base("nominal") },
  });
}
