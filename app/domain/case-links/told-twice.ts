import type { SeizureFact } from "../fact.ts";

type Told = Pick<SeizureFact, "occurredOn"> & {
  items: readonly Pick<SeizureFact["items"][number], "commodity" | "quantity" | "unit">[];
};

/**
 * Whether two seizures look like one that was told twice: the same goods in the same amount on one day or the next. They
 * may still be two; that is for the coordination unit, among the duplicates.
 */
export function looksToldTwice(one: Told, other: Told): boolean {
  const days = Math.abs(Date.parse(one.occurredOn) - Date.parse(other.occurredOn)) / 86_400_000;
  const [first, second] = [amountOf(one), amountOf(other)];
  return days <= 1 && first !== null && first === second;
}

function amountOf({ items }: Told): string | null {
  const known = items.every(({ quantity, unit }) => quantity !== null && unit !== null);
  if (items.length === 0 || !known) return null;
  return items
    .map(({ commodity, quantity, unit }) => `${commodity} ${quantity} ${unit}`)
    .sort()
    .join(", ");
}
