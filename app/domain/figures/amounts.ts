import { choosesCommodity, type FactFilter } from "../fact-filter.ts";
import { type FactColumns, NO_NUMBER } from "./columns.ts";
import type { CaseKey } from "./definition.ts";
import { ExactSum } from "./exact-sum.ts";
import { isSingleKey, numberedKey } from "./keys.ts";
import { numberedKeys } from "./many-keys.ts";
import { CERTAINTIES } from "./measure.ts";
import { inOrder } from "./order.ts";
import type { Selection } from "./select.ts";

/** What is added up instead of counting cases: persons arrested, or the measured quantity of one commodity in one unit. */
export type Amount = { kind: "persons" } | { kind: "quantity"; commodity: string; unit: string };

/** Sums as decimals, and of how many cases they are: those that state it. */
export type AmountSum = { amount: string; confirmed: string; cases: number };
export type AmountRow<K extends CaseKey> = { key: Record<K, string | null> } & AmountSum;

const QUANTITY = /^quantity:([A-Z]\d(?:\.[a-z0-9_]{1,40})?):([a-z0-9_]{1,20})$/;

/** As it stands in an address: `persons`, `quantity:F2.raw_ivory:kg`; null for anything else. */
export function readAmount(text: string | null): Amount | null {
  if (text === "persons") return { kind: "persons" };
  const [, commodity, unit] = QUANTITY.exec(text ?? "") ?? [];
  return commodity && unit ? { kind: "quantity", commodity, unit } : null;
}

export function writeAmount(amount: Amount): string {
  return amount.kind === "persons" ? amount.kind : `quantity:${amount.commodity}:${amount.unit}`;
}

/** Of a quantity only cases that hold the commodity; a filter that leaves it out leaves nothing of it. */
export function filterOfAmount(filter: FactFilter, amount: Amount | null): FactFilter {
  if (amount?.kind !== "quantity" || !choosesCommodity(filter, amount.commodity)) return filter;
  return { ...filter, slots: [], groups: [], commodities: [amount.commodity] };
}

/** The amount of a case that states one, in whole units and millionths. */
type Stated = { whole: number; micro: number };

/** Amounts of cases under each combination of values; a case with several values stands under each of them. */
export function addAmounts<K extends CaseKey>(
  facts: FactColumns,
  selection: Selection,
  by: readonly K[],
  amount: Amount,
): AmountRow<K>[] {
  const keys = by.map((key: CaseKey) => valuesOf(facts, selection, key));
  const cells = new Map<number, Cell>();
  const state = statedBy(facts, selection, amount);
  for (const row of selection.cases) {
    const stated = state(row);
    if (stated === null) continue;
    const places = keys.reduce((found, { size, of }) => crossed(found, size, of(row)), [0]);
    for (const place of places) {
      const cell = cells.get(place) ?? new Cell();
      cells.set(place, cell);
      cell.add(stated, facts.confirmed[row] === 1);
    }
  }
  const rows = [...cells].map(([place, cell]) => ({ key: namesAt(place, by, keys), ...cell.sum() }));
  return inOrder(rows, by);
}

class Cell {
  readonly #amount = new ExactSum();
  readonly #confirmed = new ExactSum();
  #cases = 0;

  add({ whole, micro }: Stated, confirmed: boolean) {
    this.#amount.add(whole, micro);
    if (confirmed) this.#confirmed.add(whole, micro);
    this.#cases += 1;
  }

  sum(): AmountSum {
    return { amount: this.#amount.toString(), confirmed: this.#confirmed.toString(), cases: this.#cases };
  }
}

type Values = { size: number; name: (number: number) => string | null; of: (row: number) => readonly number[] };

function valuesOf(facts: FactColumns, selection: Selection, key: CaseKey): Values {
  if (isSingleKey(key)) {
    const { size, name, column } = numberedKey(facts, selection, key);
    return { size, name, of: (row) => [column[row] ?? 0] };
  }
  const { size, name, of } = numberedKeys(facts, selection, key);
  const into: number[] = [];
  return { size, name, of: (row) => into.slice(0, of(row, into)) };
}

/** Places of cells, the last key changing fastest. */
function crossed(places: readonly number[], size: number, values: readonly number[]): number[] {
  return places.flatMap((place) => values.map((value) => place * size + value));
}

function namesAt<K extends CaseKey>(
  place: number,
  by: readonly K[],
  keys: readonly Values[],
): Record<K, string | null> {
  const key = {} as Record<CaseKey, string | null>;
  let rest = place;
  for (let at = by.length - 1; at >= 0; at--) {
    const [name, values] = [by[at], keys[at]];
    if (name === undefined || values === undefined) continue;
    key[name] = values.name(rest % values.size);
    rest = Math.floor(rest / values.size);
  }
  return key;
}

/** What the case of a row states of an amount; null where it states none, or only an estimate. */
export function statedBy(facts: FactColumns, { chosen }: Selection, amount: Amount): (row: number) => Stated | null {
  if (amount.kind === "persons")
    return (row) => {
      const arrested = facts.arrested[row] ?? NO_NUMBER;
      return arrested === NO_NUMBER ? null : { whole: arrested, micro: 0 };
    };
  const { items, itemStart, itemCount, names } = facts;
  const [commodity, measure] = [names.commodity.find(amount.commodity), names.measure.find(amount.unit)];
  if (commodity < 0 || measure < 0 || chosen[commodity] !== 1) return () => null;
  return (row) => {
    const start = itemStart[row] ?? 0;
    let [whole, micro, told] = [0, 0, false];
    for (let item = start; item < start + (itemCount[row] ?? 0); item++) {
      if (items.commodity[item] !== commodity || items.measure[item] !== measure) continue;
      if (items.certainty[item] === ESTIMATED) continue;
      whole += items.whole[item] ?? 0;
      micro += items.micro[item] ?? 0;
      told = true;
    }
    return told ? { whole, micro } : null;
  };
}

const ESTIMATED = CERTAINTIES.indexOf("estimated");
