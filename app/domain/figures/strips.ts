import { fromMicro } from "../exact-decimal.ts";
import { type FactColumns, NO_MEASURE } from "./columns.ts";
import { numberedGoods } from "./keys.ts";
import { CERTAINTIES } from "./measure.ts";
import { byText } from "./order.ts";
import type { Strip } from "./result.ts";
import type { Selection } from "./select.ts";

/** So many of the largest cases stand in a strip; the smaller ones would be too low to see. */
export const STRIP_LENGTH = 48;

const ESTIMATED = CERTAINTIES.indexOf("estimated");

type Amount = { whole: number; micro: number; confirmed: boolean };

/** The largest measured quantities of single cases, by slot and unit, largest first. */
export function quantityStrips(facts: FactColumns, selection: Selection): Strip[] {
  const slots = numberedGoods(facts, "slot");
  const found = new Map<number, Amount[]>();
  const ofCase = new Map<number, Amount>();
  for (const row of selection.cases) {
    ofCase.clear();
    const start = facts.itemStart[row] ?? 0;
    const end = start + (facts.itemCount[row] ?? 0);
    for (let item = start; item < end; item++) {
      const commodity = facts.items.commodity[item] ?? 0;
      const measure = facts.items.measure[item] ?? NO_MEASURE;
      if (selection.chosen[commodity] !== 1 || measure === NO_MEASURE) continue;
      if (facts.items.certainty[item] === ESTIMATED) continue;
      const at = (slots.of[commodity] ?? 0) * NO_MEASURE + measure;
      const amount = ofCase.get(at) ?? { whole: 0, micro: 0, confirmed: facts.confirmed[row] === 1 };
      addTo(amount, facts.items.whole[item] ?? 0, facts.items.micro[item] ?? 0);
      ofCase.set(at, amount);
    }
    for (const [at, amount] of ofCase) keep(found, at, amount);
  }
  return [...found]
    .map(([at, amounts]) => ({
      key: slots.names.name(Math.floor(at / NO_MEASURE)),
      measure: facts.names.measure.name(at % NO_MEASURE),
      bars: largest(amounts).map(({ whole, micro, confirmed }) => ({ quantity: textOf(whole, micro), confirmed })),
    }))
    .sort((left, right) => byText(left.key, right.key) || byText(left.measure, right.measure));
}

function addTo(amount: Amount, whole: number, micro: number) {
  const sum = amount.micro + micro;
  amount.whole += whole + Math.trunc(sum / 1_000_000);
  amount.micro = sum % 1_000_000;
}

function keep(found: Map<number, Amount[]>, at: number, amount: Amount) {
  const amounts = found.get(at) ?? [];
  amounts.push(amount);
  found.set(at, amounts.length > 4 * STRIP_LENGTH ? largest(amounts) : amounts);
}

function largest(amounts: Amount[]): Amount[] {
  const order = (left: Amount, right: Amount) =>
    right.whole - left.whole || right.micro - left.micro || Number(right.confirmed) - Number(left.confirmed);
  return amounts.sort(order).slice(0, STRIP_LENGTH);
}

function textOf(whole: number, micro: number): string {
  return fromMicro(BigInt(whole) * 1_000_000n + BigInt(micro));
}
