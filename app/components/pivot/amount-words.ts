import type { Amount, AmountSum } from "#app/domain/figures/amounts.ts";
import { writeAmount } from "#app/domain/figures/amounts.ts";
import type { FigureId } from "#app/domain/figures/definition.ts";
import type { QuantityRow } from "#app/domain/figures/result.ts";
import { useFormat, useText } from "../ui/text-context.tsx";

/** A quantity that there is: of a commodity in a unit, in so many cases. */
export type Measured = Pick<QuantityRow, "key" | "measure" | "cases">;

/** By which definition each amount is added up. */
export const FIGURE_OF = {
  persons: "persons",
  quantity: "quantityByCommodity",
} as const satisfies Record<Amount["kind"], FigureId>;

/** How amounts are called, said, and what is left out of them. */
export function useAmountWords() {
  const text = useText();
  const format = useFormat();
  return {
    name: (amount: Amount) =>
      amount.kind === "persons"
        ? text("pivot.measure.persons")
        : text("pivot.measure.quantity", {
            goods: text.commodity(amount.commodity),
            unit: format.unit(amount.unit, "2"),
          }),
    sum: (amount: Amount, { amount: sum }: AmountSum) =>
      amount.kind === "persons" ? format.decimal(sum) : format.total(sum, amount.unit),
    silent: (amount: Amount, n: number) =>
      amount.kind === "persons" ? text("pivot.silent.persons", { n }) : text("pivot.silent.quantity", { n }),
  };
}

/** Persons, and every quantity that there is, those of most cases first; the chosen one also where there is none. */
export function useMeasureOptions(quantities: readonly Measured[], chosen: Amount | null) {
  const words = useAmountWords();
  const known = quantities
    .filter(({ cases }) => cases > 0)
    .sort((left, right) => right.cases - left.cases)
    .map(({ key, measure }): Amount => ({ kind: "quantity", commodity: key, unit: measure }));
  const all: Amount[] = [{ kind: "persons" }, ...known];
  const told = all.map((amount) => ({ value: writeAmount(amount), label: words.name(amount) }));
  if (chosen === null || told.some(({ value }) => value === writeAmount(chosen))) return told;
  return [...told, { value: writeAmount(chosen), label: words.name(chosen) }];
}
