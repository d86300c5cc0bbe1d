import { guessColumns, targetOfHeading } from "./columns.ts";

type Rows = readonly (readonly string[])[];

/** Which sheet of a workbook was read, and the names of those that were not. */
export type SheetOfSeveral = { read: string; others: string[] };

const LOOKED_AT = 20;

const known = (row: readonly string[]) => guessColumns(row, []).filter((target) => target !== null).length;

/** How many headings are understood in the row of the table that has most of them. */
export const headingsKnown = (rows: Rows) => Math.max(0, ...rows.slice(0, LOOKED_AT).map(known));

/** The row that holds the headings, the lower one of two: the first of the upper rows in which most are understood. */
export function headingRowOf(rows: Rows): number {
  let [best, most] = [0, 0];
  for (const [at, row] of rows.slice(0, LOOKED_AT).entries()) {
    const understood = known(row);
    if (understood > most) [best, most] = [at, understood];
  }
  return hasSubheadings(rows[best] ?? [], rows[best + 1] ?? []) ? best + 1 : best;
}

const isFilled = (cell: string | undefined) => (cell ?? "").trim() !== "";

/** "Quantity" over two columns with "kg" and "pcs" below: more headings, and under nothing else a word. */
function hasSubheadings(upper: readonly string[], lower: readonly string[]): boolean {
  const below = lower.flatMap((cell, at) => (isFilled(cell) ? [at] : []));
  const parts = (at: number) => !isFilled(upper[at]) || (at + 1 < lower.length && !isFilled(upper[at + 1]));
  return below.length > 1 && below.every((at) => parts(at) && targetOfHeading(lower[at] ?? "") !== null);
}

/**
 * Headings as they are read where cells are merged over two rows: a heading that has nothing below it stands for its
 * column, one that spans several goes before those of its parts that say nothing alone ("Goods" over "Name").
 */
export function headingsAt(rows: Rows, at: number): readonly string[] {
  const [own, above] = [rows[at] ?? [], rows[at - 1] ?? []];
  const spans =
    above.filter(isFilled).length > 1 && above.some((cell, column) => isFilled(cell) && !isFilled(own[column]));
  if (!spans) return own;
  let group = "";
  return Array.from({ length: Math.max(own.length, above.length) }, (_, column) => {
    const [upper, lower] = [(above[column] ?? "").trim(), (own[column] ?? "").trim()];
    if (upper !== "") group = upper;
    if (lower === "") return upper;
    return targetOfHeading(lower) === null && group !== "" ? `${group} ${lower}` : lower;
  });
}
