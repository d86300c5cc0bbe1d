import { z } from "zod";
import { RequiredText, Text } from "../text.ts";
import { AMEND_KINDS, type AmendKind } from "./amend-kinds.ts";
import { type FormFields, textOf } from "./rows.ts";

export { AMEND_KINDS };

/** Kinds that rest on somebody's order: without its reference nobody could look it up again. */
const ORDERED: readonly AmendKind[] = ["court_order", "instruction"];

/** On whose word it was changed. For the owner alone: others read kind and reason, and what became of which value. */
export const Order = z.object({ reference: Text(120), approver: Text(120) });
export type Order = z.infer<typeof Order>;

const Version = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

/** The part of an amendment beside the report itself: what it is based on, its kind and its reason. */
export const AmendPart = z
  .object({
    kind: z.enum(AMEND_KINDS, "amend.kind.missing"),
    reason: RequiredText(1000),
    order: Order,
    base: z.object({ facts: Version, case: Version, nominal: Version }),
  })
  .superRefine(mustNameOrder);

/** Some kinds rest on an order, which has to be named. */
export function mustNameOrder({ kind, order }: { kind: AmendKind; order: Order }, context: z.RefinementCtx): void {
  if (!ORDERED.includes(kind) || order.reference !== "") return;
  context.addIssue({ code: "custom", path: ["order", "reference"], message: "amend.order.missing" });
}

export function amendPartOf(fields: FormFields) {
  const base = (name: string) => textOf(fields, `base.${name}`);
  return AmendPart.safeParse({
    kind: textOf(fields, "amend.kind") || undefined,
    reason: textOf(fields, "amend.reason"),
    order: { reference: textOf(fields, "amend.order.reference"), approver: textOf(fields, "amend.order.approver") },
    base: { facts: base("facts"), case: base("case"), nominal: base("nominal") },
  });
}
