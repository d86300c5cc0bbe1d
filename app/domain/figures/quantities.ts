import { type FactColumns, type ItemColumns, NO_MEASURE } from "./columns.ts";
import type { GoodsKey } from "./definition.ts";
import { ExactSum } from "./exact-sum.ts";
import { numberedGoods } from "./keys.ts";
import { CERTAINTIES } from "./measure.ts";
import { byText } from "./order.ts";
import type { Quantities, QuantityRow } from "./result.ts";
import type { Selection } from "./select.ts";

const AT_LEAST = CERTAINTIES.indexOf("at_least");
const ESTIMATED = CERTAINTIES.indexOf("estimated");

/** Adds quantities under each value of a key, each unit for itself. `only` picks goods: live animals, for example. */
export function addQuantities(
  facts: FactColumns,
  selection: Selection,
  by: GoodsKey | null,
  only?: Uint8Array,
): Quantities {
  const goods = by === null ? null : numberedGoods(facts, by);
  const sums = new QuantitySums(goods?.names.names ?? [""], facts.names.measure.names);
  for (const row of selection.cases) {
    const start = facts.itemStart[row] ?? 0;
    const end = start + (facts.itemCount[row] ?? 0);
    for (let item = start; item < end; item++) {
      const commodity = facts.items.commodity[item] ?? 0;
      if (selection.chosen[commodity] !== 1 || (only && only[item] !== 1)) continue;
      sums.add(goods?.of[commodity] ?? 0, row, item, facts);
    }
  }
  return sums.quantities();
}

class QuantitySums {
  readonly #cells: (Cell | undefined)[];
  /** Cases that hold goods of a key but have not told a quantity yet; and the last case seen, and the last that told. */
  readonly #silent: Int32Array;
  readonly #seen: Int32Array;
  readonly #told: Int32Array;

  constructor(
    readonly keys: readonly string[],
    readonly measures: readonly string[],
  ) {
    this.#cells = Array.from({ length: keys.length * measures.length });
    this.#silent = new Int32Array(keys.length);
    this.#seen = new Int32Array(keys.length).fill(-1);
    this.#told = new Int32Array(keys.length).fill(-1);
  }

  add(key: number, row: number, item: number, facts: FactColumns) {
    const measure = facts.items.measure[item] ?? NO_MEASURE;
    if (this.#seen[key] !== row) this.#silent[key] = (this.#silent[key] ?? 0) + 1;
    this.#seen[key] = row;
    if (measure === NO_MEASURE) return;
    if (this.#told[key] !== row) this.#silent[key] = (this.#silent[key] ?? 0) - 1;
    this.#told[key] = row;
    const at = key * this.measures.length + measure;
    const cell = this.#cells[at] ?? new Cell();
    this.#cells[at] = cell;
    cell.add(row, item, facts.items, facts.confirmed[row] === 1);
  }

  quantities(): Quantities {
    const rows = this.#cells.flatMap((cell, at) => {
      const key = this.keys[Math.floor(at / this.measures.length)] ?? "";
      const measure = this.measures[at % this.measures.length] ?? "";
      return cell ? [cell.row(key, measure)] : [];
    });
    const without = this.keys.map((key, at) => ({ key, cases: this.#silent[at] ?? 0 }));
    return {
      rows: rows.sort((left, right) => byText(left.key, right.key) || byText(left.measure, right.measure)),
      without: without.filter(({ cases }) => cases > 0).sort((left, right) => byText(left.key, right.key)),
    };
  }
}

/** One key in one unit: what was measured, and apart from it what was estimated. */
class Cell {
  readonly #total = new ExactSum();
  readonly #confirmed = new ExactSum();
  readonly #estimated = new ExactSum();
  #cases = 0;
  #atLeast = 0;
  #estimatedCases = 0;
  #lastCase = -1;
  #lastAtLeast = -1;
  #lastEstimated = -1;

  add(row: number, item: number, items: ItemColumns, confirmed: boolean) {
    const whole = items.whole[item] ?? 0;
    const micro = items.micro[item] ?? 0;
    if (items.certainty[item] === ESTIMATED) {
      this.#estimated.add(whole, micro);
      this.#estimatedCases += Number(this.#lastEstimated !== row);
      this.#lastEstimated = row;
      return;
    }
    this.#total.add(whole, micro);
    if (confirmed) this.#confirmed.add(whole, micro);
    this.#cases += Number(this.#lastCase !== row);
    this.#lastCase = row;
    if (items.certainty[item] !== AT_LEAST) return;
    this.#atLeast += Number(this.#lastAtLeast !== row);
    this.#lastAtLeast = row;
  }

  row(key: string, measure: string): QuantityRow {
    return {
      key,
      measure,
      total: this.#total.toString(),
      confirmed: this.#confirmed.toString(),
      cases: this.#cases,
      atLeast: this.#atLeast,
      estimated: this.#estimated.toString(),
      estimatedCases: this.#estimatedCases,
    };
  }
}
