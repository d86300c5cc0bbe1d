import type { CsvCell } from "#app/domain/csv.ts";
import type { Amount, AmountSum } from "#app/domain/figures/amounts.ts";
import { byText } from "#app/domain/figures/order.ts";
import { NOTHING, type Pivot, type PivotCounts, type PivotKey } from "#app/domain/figures/pivot.ts";

/** A number of a cross-table: of how many cases it is, and where it is no number of cases, what it says. */
export type Shown = { count: number; words: string | null; csv: CsvCell };

type Compare = (left: string | null, right: string | null) => number;
type Ways = { byName: (key: PivotKey) => Compare; wordsOf: (amount: Amount, sum: AmountSum) => string };
type Keyed = { key: Record<PivotKey, string | null> };

/** What stands in each cell and at the ends; the values in the order in which they stand. */
export function tableOf(counts: PivotCounts, pivot: Pivot, { byName, wordsOf }: Ways) {
  const { measure, amount, rows: rowKey, columns: columnKey } = pivot;
  const { amounts } = counts;
  const key = (row: string | null, column: string | null) => JSON.stringify([row, column]);
  const ofCases = <Row extends Keyed & { [M in typeof measure]: number }>(
    rows: readonly Row[],
    name: (row: Row) => string,
  ) =>
    new Map(rows.map((row): [string, Shown] => [name(row), { count: row[measure], words: null, csv: row[measure] }]));
  const ofAmounts = <Row extends Keyed & AmountSum>(rows: readonly Row[], name: (row: Row) => string) =>
    new Map(rows.map((row): [string, Shown] => [name(row), shown(row)]));
  const shown = (sum: AmountSum): Shown =>
    amount
      ? { count: sum.cases, words: sum.cases === 0 ? "0" : wordsOf(amount, sum), csv: { decimal: sum.amount } }
      : { count: 0, words: null, csv: 0 };
  const nothing: Shown = amount ? shown(NOTHING) : { count: 0, words: null, csv: 0 };
  const nameOf = (by: PivotKey) => (row: Keyed) => key(row.key[by], null);
  const nameOfCell = (row: Keyed) => key(row.key[rowKey], columnKey && row.key[columnKey]);
  const all = { cells: counts.cells, rows: counts.rows, columns: counts.columns };
  const cells = amounts ? ofAmounts(amounts.cells, nameOfCell) : ofCases(all.cells, nameOfCell);
  const ofRow = amounts ? ofAmounts(amounts.rows, nameOf(rowKey)) : ofCases(all.rows, nameOf(rowKey));
  const byColumn = columnKey ?? rowKey;
  const ofColumn = amounts ? ofAmounts(amounts.columns, nameOf(byColumn)) : ofCases(all.columns, nameOf(byColumn));
  const valuesOf = (rows: readonly Keyed[], by: PivotKey, order: readonly (string | null)[]) =>
    inOrder([...new Set(rows.map((row) => row.key[by]))], by, byName(by), order);
  return {
    rows: valuesOf(amounts?.rows ?? counts.rows, rowKey, largestFirst(counts, amounts?.rows, rowKey, pivot)),
    columns:
      columnKey === null
        ? []
        : valuesOf(
            amounts?.columns ?? counts.columns,
            columnKey,
            largestFirst(counts, amounts?.columns, columnKey, pivot),
          ),
    cell: (row: string | null, column: string | null) => cells.get(key(row, column)) ?? nothing,
    ofRow: (row: string | null) => ofRow.get(key(row, null)) ?? nothing,
    ofColumn: (column: string | null) => ofColumn.get(key(column, null)) ?? nothing,
    all: amounts ? shown(amounts.all) : { count: counts.all[measure], words: null, csv: counts.all[measure] },
  };
}

function largestFirst(
  counts: PivotCounts,
  amounts: readonly (Keyed & AmountSum)[] | undefined,
  by: PivotKey,
  { rows, measure }: Pivot,
): (string | null)[] {
  const listed = by === rows ? counts.rows : counts.columns;
  const sized = amounts
    ? amounts.map(({ key, amount }) => ({ value: key[by], size: Number(amount) }))
    : listed.map((row) => ({ value: row.key[by], size: row[measure] }));
  return sized.sort((left, right) => right.size - left.size).map(({ value }) => value);
}

/** Those that have a name of a country stand by it: an order by numbers can offend. */
const BY_NAME: readonly PivotKey[] = ["reporter", "country"];

/** The values that occur: countries by name, days as they come, the rest largest first; what is not stated last. */
function inOrder(values: (string | null)[], key: PivotKey, byName: Compare, largest: readonly (string | null)[]) {
  const bySize: Compare = (left, right) => largest.indexOf(left) - largest.indexOf(right);
  const order = BY_NAME.includes(key) ? byName : key === "day" ? byText : bySize;
  const last = (value: string | null) => Number(value === null);
  return values.sort((left, right) => last(left) - last(right) || order(left, right) || byText(left, right));
}
