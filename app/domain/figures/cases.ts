import type { FactColumns } from "./columns.ts";
import type { CaseKey } from "./definition.ts";
import { isSingleKey, type NumberedKey, numberedKey } from "./keys.ts";
import { type NumberedKeys, numberedKeys } from "./many-keys.ts";
import { inOrder } from "./order.ts";
import type { CaseCount, CaseRow } from "./result.ts";
import type { Selection } from "./select.ts";

/** Counts cases sorted by keys. Of those that have several values, a case stands once under each combination. */
export function countCases<K extends CaseKey>(
  facts: FactColumns,
  selection: Selection,
  by: readonly K[],
): CaseRow<K>[] {
  const keys = by.map((key: CaseKey) =>
    isSingleKey(key) ? numberedKey(facts, selection, key) : numberedKeys(facts, selection, key),
  );
  const size = keys.reduce((product, key) => product * key.size, 1);
  const cells = { total: new Uint32Array(size), confirmed: new Uint32Array(size) };
  const { single, many } = apart(keys);
  if (many.length === 0) countBySingle(facts, selection, single, cells);
  else countByMany(facts, selection, { single, many }, cells);
  return inOrder(rowsOf(cells, by, keys), by);
}

/** Cases in each combination of values, the last key changing fastest. */
type Cells = { total: Uint32Array; confirmed: Uint32Array };
type Placed<K> = { key: K; step: number };
type Apart = { single: Placed<NumberedKey>[]; many: Placed<NumberedKeys>[] };

/** How far apart the cells of a key's neighbouring values lie. */
function apart(keys: readonly (NumberedKey | NumberedKeys)[]): Apart {
  const found: Apart = { single: [], many: [] };
  let step = 1;
  for (const key of [...keys].reverse()) {
    if ("column" in key) found.single.push({ key, step });
    else found.many.push({ key, step });
    step *= key.size;
  }
  return found;
}

function countBySingle(facts: FactColumns, selection: Selection, single: Apart["single"], cells: Cells) {
  for (const row of selection.cases) addCase(cells, cellOf(single, row), facts.confirmed[row] === 1);
}

function countByMany(facts: FactColumns, selection: Selection, { single, many }: Apart, cells: Cells) {
  const [first, second] = many;
  if (!first || many.length > 2) throw new TypeError("Cases are counted by one or two keys of several values");
  const [ones, others]: [number[], number[]] = [[], []];
  for (const row of selection.cases) {
    const confirmed = facts.confirmed[row] === 1;
    const cell = cellOf(single, row);
    const count = first.key.of(row, ones);
    const more = second ? second.key.of(row, others) : 0;
    for (let one = 0; one < count; one++) {
      const at = cell + (ones[one] ?? 0) * first.step;
      if (!second) addCase(cells, at, confirmed);
      for (let other = 0; other < more; other++)
        addCase(cells, at + (others[other] ?? 0) * (second?.step ?? 0), confirmed);
    }
  }
}

function cellOf(single: Apart["single"], row: number): number {
  let cell = 0;
  for (const { key, step } of single) cell += (key.column[row] ?? 0) * step;
  return cell;
}

function addCase(cells: Cells, at: number, confirmed: boolean) {
  cells.total[at] = (cells.total[at] ?? 0) + 1;
  if (confirmed) cells.confirmed[at] = (cells.confirmed[at] ?? 0) + 1;
}

type Named = Pick<NumberedKey, "size" | "name">;

function rowsOf<K extends CaseKey>(cells: Cells, by: readonly K[], keys: readonly Named[]): CaseRow<K>[] {
  const rows: CaseRow<K>[] = [];
  cells.total.forEach((total, cell) => {
    if (total === 0) return;
    const key = {} as Record<CaseKey, string | null>;
    let rest = cell;
    for (let place = by.length - 1; place >= 0; place--) {
      const [name, numbered] = [by[place], keys[place]];
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
