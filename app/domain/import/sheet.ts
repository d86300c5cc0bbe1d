import type { LocalDate } from "../local-date.ts";
import { guessColumns, type Target } from "./columns.ts";
import { type DayOrder, dayOrderOf, type Epoch } from "./date.ts";
import type { ImportIndex } from "./lists.ts";
import { type DecimalMark, decimalMarkOf } from "./number.ts";

/** A table as it came: text cells in rows, the first of them not always the headings. */
export type Sheet = { rows: readonly (readonly string[])[]; epoch: Epoch };

/** What the file as a whole tells about how its rows are to be read. */
export type SheetReading = {
  headings: readonly string[];
  columns: readonly (Target | null)[];
  /** Which row holds the headings; records begin after it. */
  headingRow: number;
  marks: readonly DecimalMark[];
  orders: readonly DayOrder[];
  epoch: Epoch;
};

/** What stands outside the file: lists, who reports, and the day after which nothing can have happened. */
export type ImportContext = {
  index: ImportIndex;
  /** The reporting agency's country. */
  home: string;
  latest: LocalDate;
};

const LOOKED_AT = 20;
const DATES: readonly Target[] = ["occurredOn", "occurredTo"];
const NUMBERS: readonly Target[] = ["quantity", "weight", "pieces", "volume", "secondQuantity", "purityPercent"];

/** Finds the headings, guesses the columns and gathers what the columns' cells prove about dates and numbers. */
export function readSheet({ rows, epoch }: Sheet, mapped?: readonly (Target | null)[]): SheetReading {
  const headingRow = headingRowOf(rows);
  const headings = rows[headingRow] ?? [];
  const records = rows.slice(headingRow + 1);
  const columns = mapped ?? guessColumns(headings, records);
  const cells = (at: number) => records.map((row) => row[at] ?? "");
  const own = columns.map((target, at) => (target && NUMBERS.includes(target) ? decimalMarkOf(cells(at)) : null));
  // A file is written by one hand: what one of its columns proves holds for those that prove nothing.
  const proved = new Set(own.filter((mark) => mark !== null));
  const [shared = null] = proved.size === 1 ? proved : [];
  const order = dayOrderOf(columns.flatMap((target, at) => (target && DATES.includes(target) ? cells(at) : [])));
  return {
    headings,
    columns,
    headingRow,
    marks: own.map((mark) => mark ?? shared),
    orders: columns.map(() => order),
    epoch,
  };
}

/** The first of the upper rows in which most headings are understood: titles often stand above. */
function headingRowOf(rows: readonly (readonly string[])[]): number {
  let [best, most] = [0, 0];
  for (const [at, row] of rows.slice(0, LOOKED_AT).entries()) {
    const understood = guessColumns(row, []).filter((target) => target !== null).length;
    if (understood > most) [best, most] = [at, understood];
  }
  return best;
}

/** The cells of one record by what their columns hold. */
export function cellsOf(row: readonly string[], { columns }: SheetReading): Partial<Record<Target, string>> {
  const cells: Partial<Record<Target, string>> = {};
  for (const [at, target] of columns.entries()) if (target) cells[target] = row[at] ?? "";
  return cells;
}

/** The heading and decimal mark of a target's column. */
export function columnOf(
  target: Target,
  reading: SheetReading,
): { heading: string; mark: DecimalMark; order: DayOrder } {
  const at = reading.columns.indexOf(target);
  return {
    heading: reading.headings[at] ?? "",
    mark: reading.marks[at] ?? null,
    order: reading.orders[at] ?? null,
  };
}
