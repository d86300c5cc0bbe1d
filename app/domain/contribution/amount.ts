import { addDecimals, multiplyDecimal } from "../exact-decimal.ts";
import type { SeizureItem } from "../seizure.ts";
import type { ContributionMapping } from "./mapping.ts";

type Measure = Pick<SeizureItem, "quantity" | "unit" | "secondQuantity" | "secondUnit" | "qualifier">;

/** What stands as amount, and what was measured beside it in units that cannot be added to it. */
export type Amount = { quantity: string; unit: string; beside: string[]; exact: boolean };

/**
 * The sum of what was reported of the same goods. One row has one unit: that of the first measure. What is in another one
 * is never added to it, and stands in words beside it.
 */
export function amountOf(items: readonly Measure[], { units }: ContributionMapping): Amount {
  const sums = new Map<string, string[]>();
  for (const { quantity, unit, secondQuantity, secondUnit } of items) {
    for (const [much, of] of [
      [quantity, unit],
      [secondQuantity, secondUnit],
    ] as const) {
      if (much === null || of === null) continue;
      const as = units[of] ?? { unit: of, factor: "1" };
      sums.set(as.unit, [...(sums.get(as.unit) ?? []), multiplyDecimal(much, as.factor)]);
    }
  }
  const [first, ...others] = [...sums].map(([unit, parts]) => ({ unit, quantity: addDecimals(parts) }));
  return {
    quantity: first?.quantity ?? "",
    unit: first?.unit ?? "",
    beside: others.map(({ quantity, unit }) => `${quantity} ${unit === "" ? "pcs" : unit}`),
    exact: items.every(({ qualifier }) => qualifier === "exact"),
  };
}
