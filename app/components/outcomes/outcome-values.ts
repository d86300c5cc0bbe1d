import type { OutcomeSaid } from "#app/domain/outcome/said.ts";
import type { FormValues } from "#app/form-answer.ts";

/** What stands in the form of an outcome that is corrected; numbers in the reader's own writing. */
export function valuesOf(said: OutcomeSaid, mark: "." | ","): FormValues {
  const { offences, ...values } = { offences: [], ...said };
  const told = Object.entries(values).map(([name, value]) => [name, textOf(name, value, mark)]);
  return { ...Object.fromEntries(told), "offences[]": offences };
}

const DECIMALS: ReadonlySet<string> = new Set(["amount", "quantity", "purityPercent"]);

function textOf(name: string, value: string | number | null, mark: string): string {
  if (value === null) return "";
  return DECIMALS.has(name) ? String(value).replace(".", mark) : String(value);
}
