import type { CenMapping } from "#app/domain/cen/mapping.ts";
import type { Target } from "#app/domain/import/columns.ts";
import { type RowReading, readRow } from "#app/domain/import/row.ts";
import { type ImportContext, SheetEvidence, type SheetReading } from "#app/domain/import/sheet.ts";
import type { Table } from "./open-table.server.ts";
import { FileRefusal, MOST_ROWS } from "./refusal.ts";

/** So many rows are looked at to find the headings and to guess the columns. */
const HEAD = 500;

export type NumberedReading = { row: number; written: string[]; reading: RowReading };

/** What the whole table proves about how its rows are to be read: one pass over it. */
export async function readTable(
  table: Table,
  mapping: CenMapping | null,
  mapped?: readonly (Target | null)[],
): Promise<SheetReading> {
  const head: string[][] = [];
  let evidence: SheetEvidence | undefined;
  const begin = () => {
    evidence = new SheetEvidence(head, { mapping, mapped });
    for (const row of head.slice(evidence.headingRow + 1)) evidence.see(row);
  };
  let count = 0;
  for await (const row of table.rows()) {
    if (++count > MOST_ROWS) throw new FileRefusal("import.file.many_rows", { most: String(MOST_ROWS) });
    if (evidence) evidence.see(row);
    else if (head.push(row) === HEAD) begin();
  }
  if (!evidence) begin();
  if (!evidence || head.every((row) => row.every((cell) => cell.trim() === "")))
    throw new FileRefusal("import.file.empty");
  return { ...evidence.reading(table.epoch), ...(table.of && { of: table.of }) };
}

/** Every record of the table with what it was understood to say; the first has number 0. */
export async function* readRecords(
  table: Table,
  sheet: SheetReading,
  context: ImportContext,
): AsyncGenerator<NumberedReading> {
  let at = -1;
  for await (const written of table.rows()) {
    at++;
    if (at <= sheet.headingRow) continue;
    yield { row: at - sheet.headingRow - 1, written, reading: readRow(written, sheet, context) };
  }
}
