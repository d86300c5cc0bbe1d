import { useAmountWords } from "#app/components/pivot/amount-words.ts";
import { useText } from "#app/components/ui/text-context.tsx";
import type { CorridorLook, LookedCorridor } from "./corridor-look.ts";

/** What is said of a corridor under a look: its way, and how much went that way. */
export function useCorridorWords({ view, quantity }: CorridorLook) {
  const text = useText();
  const amounts = useAmountWords();
  const amountOf = (corridor: LookedCorridor): string | null =>
    quantity && corridor.quantity
      ? text("map.corridor.quantity", {
          quantity: amounts.sum(quantity, { ...corridor.quantity, confirmed: corridor.quantity.amount }),
          goods: text.commodity(quantity.commodity),
          cases: text("map.cases.short", { n: corridor.quantity.cases }),
        })
      : null;
  const kind = (corridor: LookedCorridor) => text(`map.corridor.${corridor.kind}`);
  return {
    amountOf,
    /** Which view this is, and what the width of its lines says. */
    look: [
      text(`map.routes.${view}`),
      quantity === null
        ? text("map.routes.by_cases")
        : text("map.routes.by_quantity", { quantity: amounts.name(quantity) }),
    ],
    way: (corridor: LookedCorridor) => [kind(corridor), amountOf(corridor)].filter(isText).join(" · "),
    /** How much passed it, as its width says: cases, or the quantity that is looked at. */
    size: (corridor: LookedCorridor) => amountOf(corridor) ?? text("map.cases.short", { n: corridor.cases }),
    /** A quantity by itself, as keys of widths need it. */
    sum: (amount: string) => (quantity ? amounts.sum(quantity, { amount, confirmed: amount, cases: 0 }) : amount),
  };
}

function isText(words: string | null): words is string {
  return words !== null;
}
