import type { SeizureFact } from "#app/domain/fact.ts";
import { UNKNOWN } from "#app/domain/unknown.ts";
import type { ReportWords } from "../operation-report/document-types.ts";

/**
 * What recorded fields alone say of a case: the country, the goods and their amount, the transport. No place below the
 * country, no day, no persons: whoever clears it may say more.
 */
export function proposedWords(fact: Pick<SeizureFact, "items" | "mode" | "place">, words: ReportWords): string {
  const { text, format, country } = words;
  const goods = fact.items.map(({ commodity, quantity, unit, qualifier }) => {
    const name = text.commodity(commodity);
    if (quantity === null || unit === null) return name;
    const amount = format.quantity(quantity, unit);
    return qualifier === EXACT ? `${name}, ${amount}` : `${name}, ${amount} (${text.code("qualifier", qualifier)})`;
  });
  const values = { country: country(fact.place.country), goods: format.list(goods) };
  if (fact.mode === UNKNOWN) return text("operation_report.say.highlight", values);
  return text("operation_report.say.highlight.mode", { ...values, mode: text.code("mode", fact.mode) });
}

const EXACT = "exact";
