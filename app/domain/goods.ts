import type { SeizureItem } from "./seizure.ts";

/** What was found and how much, as a line of a list says it. */
export type Goods = Pick<SeizureItem, "commodity" | "quantity" | "unit" | "qualifier">;

/** Of everything that is known of the goods, what a line says. */
export function goodsOf(items: readonly Goods[]): Goods[] {
  return items.map(({ commodity, quantity, unit, qualifier }) => ({ commodity, quantity, unit, qualifier }));
}
