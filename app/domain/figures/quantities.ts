import { type FactColumns, NO_MEASURE } from "./columns.ts";
import { ExactSum } from "./exact-sum.ts";
import { type GoodsKey, numberedGoods } from "./keys.ts";
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
  const names = goods?.names.names ?? [""];
  const cells = new Map<number, Cell>();
  const silent = new Uint32Array(names.length);
  const seen = new Int32Array(names.length).fill(-1);
  const stated = new Int32Array(names.length).fill(-1);
  for (const row of selection.cases) {
    const start = facts.itemStart[row] ?? 0;
    const end = start + (facts.itemCount[row] ?? 0);
    for (let item = start; item < end; item++) {
      const commodity = facts.items.commodity[item] ?? 0;
      if (selection.chosen[commodity] !== 1 || (only && only[item] !== 1)) continue;
      const key = goods?.of[commodity] ?? 0;
      const measure = facts.items.measure[item] ?? NO_MEASURE;
      if (seen[key] !== row) silent[key] = (silent[key] ?? 0) + 1;
      seen[key] = row;
      if (measure === NO_MEASURE) continue;
      if (stated[key] !== row) silent[key] = (silent[key] ?? 0) - 1;
      stated[key] = row;
      addItem(facts, cellAt(cells, key * NO_MEASURE + measure), row, item);
    }
  }
  return { rows: rowsOf(facts, cells, names), without: withoutQuantity(silent, names) };
}

class Cell {
  readonly total = new ExactSum();
  readonly confirmed = new ExactSum();
  readonly estimated = new ExactSum();
  cases = 0;
  atLeast = 0;
  estimatedCases = 0;
  lastCase = -1;
  lastAtLeast = -1;
  lastEstimated = -1;
}

function cellAt(cells: Map<number, Cell>, at: number): Cell {
  const known = cells.get(at);
  if (known) return known;
  const made = new Cell();
  cells.set(at, made);
  return made;
}

function addItem({ items, confirmed }: FactColumns, cell: Cell, row: number, item: number) {
  const [whole, micro] = [items.whole[item] ?? 0, items.micro[item] ?? 0];
  if (items.certainty[item] === ESTIMATED) {
    cell.estimated.add(whole, micro);
    cell.estimatedCases += Number(cell.lastEstimated !== row);
    cell.lastEstimated = row;
    return;
  }
  cell.total.add(whole, micro);
  if (confirmed[row] === 1) cell.confirmed.add(whole, micro);
  cell.cases += Number(cell.lastCase !== row);
  cell.lastCase = row;
  if (items.certainty[item] !== AT_LEAST) return;
  cell.atLeast += Number(cell.lastAtLeast !== row);
  cell.lastAtLeast = row;
}

function rowsOf(facts: FactColumns, cells: Map<number, Cell>, names: readonly string[]): QuantityRow[] {
  const rows = [...cells].map(([at, cell]) => ({
    key: names[Math.floor(at / NO_MEASURE)] ?? "",
    measure: facts.names.measure.name(at % NO_MEASURE),
    total: cell.total.toString(),
    confirmed: cell.confirmed.toString(),
    cases: cell.cases,
    atLeast: cell.atLeast,
    estimated: cell.estimated.toString(),
    estimatedCases: cell.estimatedCases,
  }));
  return rows.sort((left, right) => byText(left.key, right.key) || byText(left.measure, right.measure));
}

function withoutQuantity(silent: Uint32Array, names: readonly string[]) {
  return names
    .map((key, at) => ({ key, cases: silent[at] ?? 0 }))
    .filter(({ cases }) => cases > 0)
    .sort((left, right) => byText(left.key, right.key));
}
