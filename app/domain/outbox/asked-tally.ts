import { readTypedDecimal } from "../exact-decimal.ts";
import type { FieldErrors } from "../field-errors.ts";

type Pairs = readonly (readonly [string, string])[];

/** A total of a tally that was asked back: at which field it stands, and what was typed there. */
export type AskedTotal = { field: string; group: string; quantity: string; unit: string };

const AMOUNT = /^((?:tallies\.\d+)\.groups\.\d+)\.quantities\.\d+(?=\.quantity$)/;

/** The totals that were asked back, where nothing else is asked; null where something has to be mended first. */
export function totalsAsked(pairs: Pairs, errors: FieldErrors): AskedTotal[] | null {
  const typed = new Map(pairs);
  const mark = typed.get("mark") === "," ? "," : ".";
  const asked: AskedTotal[] = [];
  for (const [name, keys] of Object.entries(errors)) {
    const [field = "", line = ""] = AMOUNT.exec(name) ?? [];
    const quantity = readTypedDecimal(typed.get(name) ?? "", mark);
    if (field === "" || quantity === null || keys.some((key) => key !== "tally.quantity.implausible")) return null;
    asked.push({ field, group: typed.get(`${line}.group`) ?? "", quantity, unit: typed.get(`${field}.unit`) ?? "" });
  }
  return asked.length > 0 ? asked : null;
}

/** The same tally with its totals confirmed, each as it was typed. */
export function withTotalsConfirmed(pairs: Pairs, totals: readonly AskedTotal[]): [string, string][] {
  const said = totals.map(({ field, quantity, unit }): [string, string] => [
    `${field}.confirmed`,
    `${quantity} ${unit}`,
  ]);
  const renewed = new Set(said.map(([name]) => name));
  return [
    ...pairs.filter(([name]) => !renewed.has(name)).map(([name, value]): [string, string] => [name, value]),
    ...said,
  ];
}
