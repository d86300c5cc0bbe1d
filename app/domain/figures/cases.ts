import type { FactColumns } from "./columns.ts";
import type { CaseKey } from "./definition.ts";
import { type GoodsKey, isGoodsKey, type NumberedKey, numberedGoods, numberedKey } from "./keys.ts";
import { inOrder } from "./order.ts";
import type { CaseCount, CaseRow } from "./result.ts";
import type { Selection } from "./select.ts";

/** Counts cases sorted by keys, of which at most one is of the goods. */
export function countCases<K extends CaseKey>(
  facts: FactColumns,
  selection: Selection,
  by: readonly K[],
): CaseRow<K>[] {
  const goods = by.find(isGoods);
  const single = by.filter((key) => key !== goods).map((key) => numberedKey(facts, selection, key));
  const cells = goods ? countByGoods(facts, selection, goods, single) : countBySingle(facts, selection, single);
  return inOrder(rowsOf(cells, by, goods), by);
}

function isGoods<K extends CaseKey>(key: K): key is K & GoodsKey {
  return isGoodsKey(key);
}

/** Cases in each combination of values, the last key changing fastest. */
type Cells = { total: Uint32Array; confirmed: Uint32Array; single: NumberedKey[]; goods: readonly string[] };

function countBySingle(facts: FactColumns, selection: Selection, single: NumberedKey[]): Cells {
  const cells = emptyCells(single, [""]);
  for (const row of selection.cases) addCase(cells, cellOf(single, row), facts.confirmed[row] === 1);
  return cells;
}

function countByGoods(facts: FactColumns, selection: Selection, key: GoodsKey, single: NumberedKey[]): Cells {
  const goods = numberedGoods(facts, key);
  const cells = emptyCells(single, goods.names.names);
  // The last case that was counted in a cell: a second line of the same goods adds nothing.
  const counted = new Int32Array(cells.total.length).fill(-1);
  for (const row of selection.cases) {
    const cell = cellOf(single, row) * goods.names.size;
    const start = facts.itemStart[row] ?? 0;
    const end = start + (facts.itemCount[row] ?? 0);
    for (let item = start; item < end; item++) {
      const commodity = facts.items.commodity[item] ?? 0;
      const at = cell + (goods.of[commodity] ?? 0);
      if (selection.chosen[commodity] !== 1 || counted[at] === row) continue;
      counted[at] = row;
      addCase(cells, at, facts.confirmed[row] === 1);
    }
  }
  return cells;
}

function emptyCells(single: NumberedKey[], goods: readonly string[]): Cells {
  const size = single.reduce((product, key) => product * key.size, goods.length);
  return { total: new Uint32Array(size), confirmed: new Uint32Array(size), single, goods };
}

function cellOf(single: NumberedKey[], row: number): number {
  let cell = 0;
  for (const key of single) cell = cell * key.size + (key.column[row] ?? 0);
  return cell;
}

function addCase(cells: Cells, at: number, confirmed: boolean) {
  cells.total[at] = (cells.total[at] ?? 0) + 1;
  if (confirmed) cells.confirmed[at] = (cells.confirmed[at] ?? 0) + 1;
}

function rowsOf<K extends CaseKey>(cells: Cells, by: readonly K[], goods: K | undefined): CaseRow<K>[] {
  const rows: CaseRow<K>[] = [];
  const singleKeys = by.filter((key) => key !== goods);
  cells.total.forEach((total, cell) => {
    if (total === 0) return;
    const key = {} as Record<CaseKey, string | null>;
    let rest = Math.floor(cell / cells.goods.length);
    if (goods) key[goods] = cells.goods[cell % cells.goods.length] ?? null;
    for (let place = singleKeys.length - 1; place >= 0; place--) {
      const [name, numbered] = [singleKeys[place], cells.single[place]];
      if (name === undefined || numbered === undefined) continue;
      key[name] = numbered.name(rest % numbered.size);
      rest = Math.floor(rest / numbered.size);
    }
    const confirmed = cells.confirmed[cell] ?? 0;
    rows.push({ key, total, confirmed, provisional: total - confirmed });
  });
  return rows;
}

/** All cases of the selection, or those among them that a column marks. */
export function countAll(facts: FactColumns, selection: Selection, only?: Uint8Array): CaseCount {
  let [total, confirmed] = [0, 0];
  for (const row of selection.cases) {
    if (only && only[row] !== 1) continue;
    total += 1;
    confirmed += facts.confirmed[row] ?? 0;
  }
  return { total, confirmed, provisional: total - confirmed };
}
