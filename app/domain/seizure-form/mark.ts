import { readTypedDecimal } from "../exact-decimal.ts";
import type { FormFields } from "./rows.ts";

/** Fields in which a quantity or share is typed. */
export const TYPED_NUMBER = /\.(quantity|secondQuantity|purityPercent|sharePercent)$/;

/** The same form for a reader with another decimal mark. What nobody can read as a number stays as it was typed. */
export function withMark(fields: FormFields, mark: "." | ","): FormFields {
  const before = fields.mark === "," ? "," : ".";
  if (before === mark) return { ...fields, mark };
  const entries = Object.entries(fields).map(([name, value]) => {
    if (typeof value !== "string" || !TYPED_NUMBER.test(name)) return [name, value] as const;
    return [name, readTypedDecimal(value, before)?.replace(".", mark) ?? value] as const;
  });
  return { ...Object.fromEntries(entries), mark };
}
