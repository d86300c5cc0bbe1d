import { createHash } from "node:crypto";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadImportIndex } from "#app/spreadsheet/import-index.server.ts";
import { openTable, type Table } from "#app/spreadsheet/open-table.server.ts";
import { readRecords, readTable } from "#app/spreadsheet/read-rows.server.ts";
import type { Membership } from "#db/queries/acting.server.ts";
import {
  addImportRows,
  changeImport,
  dropParts,
  type ImportRow,
  keptMapping,
  type NewImportRow,
  partAt,
  renewImportRows,
  rowsAfter,
} from "#db/queries/imports.server.ts";
import { withAgreed } from "../domain/import/agreed.ts";
import type { Target } from "../domain/import/columns.ts";
import type { ImportIndex } from "../domain/import/lists.ts";
import { atAll, ofSender } from "../domain/import/own-columns.ts";
import { type RowReading, readRow } from "../domain/import/row.ts";
import { answered, cellsOf, type ImportContext, SheetEvidence, type SheetReading } from "../domain/import/sheet.ts";
import { tidyCell } from "../domain/import/understood.ts";
import { localDateIn } from "../domain/local-date.ts";
import { searchKey } from "../domain/search-key.ts";
import type { Acting } from "./house.server.ts";
import { rowChecks } from "./import-checks.server.ts";
import { asBearer, type Job, mustHold } from "./import-job.server.ts";

const ROWS_AT_ONCE = 500;

let lists: { at: number; index: Promise<ImportIndex> } | null = null;
const LISTS_FOR_MS = 600_000;

/** The lists that files are read by; they change with a release of Naga only. */
export function importIndexOf({ house }: Acting): Promise<ImportIndex> {
  if (!lists || Date.now() - lists.at > LISTS_FOR_MS) {
    const index = loadImportIndex(house.db);
    lists = { at: Date.now(), index };
    index.catch(() => {
      lists = null;
    });
  }
  return lists.index;
}

/** By what the rows of this member's file are read. */
export async function contextOf(acting: Acting, member: Membership): Promise<ImportContext> {
  const index = await importIndexOf(acting);
  const { operationId, administrationCode, operation } = member;
  const latest = localDateIn(operation.zone, new Date());
  const { startsOn, endsOn } = operation;
  const compared = { operationId, startsOn, endsOn, home: administrationCode, on: latest, index };
  const checks = await asBearer(acting, (tx) => rowChecks(tx, compared));
  return { index, home: administrationCode, latest, mapping: acting.house.cen, checks };
}

/** Files with these headings are read the same way. */
export const fingerprintOf = (headings: readonly string[]) =>
  createHash("sha256")
    .update(JSON.stringify(ofSender(headings, headings).map(searchKey)))
    .digest("hex");

/** Reads the file that was sent: out of its pieces the first time, out of its stored rows when it is read anew. */
export async function readImport(job: Job): Promise<void> {
  const { acting, of } = job;
  const first = await asBearer(job.acting, (tx) => partAt(tx, of, 0));
  if (!first) return readAgain(job);
  const folder = await mkdtemp(join(tmpdir(), "naga-import-"));
  try {
    const path = join(folder, "file");
    const fileHash = await gather(job, path);
    await asBearer(acting, (tx) => changeImport(tx, of, { fileHash }));
    const table = await openTable(path, { mapping: acting.house.cen });
    try {
      await stage(job, table);
    } finally {
      table.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await asBearer(acting, (tx) => dropParts(tx, of));
}

/** The file, put together out of its pieces; answers its hash. */
async function gather(job: Job, path: string): Promise<string> {
  const file = await open(path, "wx", 0o600);
  const hash = createHash("sha256");
  try {
    for (let place = 0; ; place++) {
      const part = await asBearer(job.acting, (tx) => partAt(tx, job.of, place));
      if (!part) return hash.digest("hex");
      hash.update(part);
      await file.write(part);
    }
  } finally {
    await file.close();
  }
}

/** Stores every record of the table with what it was understood to say. What is stored already is passed over. */
export async function stage(job: Job, table: Table): Promise<void> {
  const { acting, of } = job;
  const { member, sheet } = await sheetOf(job, table);
  const context = await contextOf(acting, member);
  const cases = caseRows();
  let rows: NewImportRow[] = [];
  let count = 0;
  const flush = async () => {
    await asBearer(job.acting, async (tx) => {
      await addImportRows(tx, of, rows);
      await mustHold(tx, job, count);
    });
    rows = [];
    await job.pause();
  };
  for await (const { row, written, reading } of readRecords(table, answered(sheet, of.answers), context)) {
    const { caseNo, caseRow } = cases(row, written, sheet);
    count++;
    if (row < of.done) continue;
    const { status, fields, questions, notes } = reading;
    rows.push({ row, caseRow, caseNo, written, fields, status, questions, notes });
    if (rows.length === ROWS_AT_ONCE) await flush();
  }
  if (rows.length > 0) await flush();
  await asBearer(job.acting, (tx) => changeImport(tx, of, { sheet, rows: count, done: count }));
}

/** How the file is read: as the agency reads files with these headings, or as its headings say. */
async function sheetOf(job: Job, table: Table) {
  const { cen } = job.acting.house;
  const guessed = await readTable(table, cen);
  const member = await asBearer(job.acting, async (_, own) => own);
  const kept = await asBearer(job.acting, (tx) => keptMapping(tx, member.agencyId, fingerprintOf(guessed.headings)));
  const mapped = kept && atAll(guessed.headings, kept);
  return { member, sheet: mapped ? await readTable(table, cen, mapped) : guessed };
}

/** Which report each record belongs to: that of the first one with its national case number. */
function caseRows() {
  const first = new Map<string, number>();
  return (row: number, written: readonly string[], sheet: SheetReading) => {
    const caseNo = tidyCell(cellsOf(written, sheet).nationalCaseNo ?? "").slice(0, 60);
    if (caseNo === "") return { caseNo, caseRow: row };
    const known = first.get(caseNo);
    if (known === undefined) first.set(caseNo, row);
    return { caseNo, caseRow: known ?? row };
  };
}

/** Reads the stored rows anew: the columns or an answer were changed. */
async function readAgain(job: Job): Promise<void> {
  const { acting, of } = job;
  if (!of.sheet) return;
  const sheet = await evidenceOf(job, of.sheet);
  const member = await asBearer(job.acting, async (_, own) => own);
  const context = await contextOf(acting, member);
  const cases = caseRows();
  for await (const page of storedRows(job)) {
    const rows = page.map((stored) => {
      const reading = readStored(stored, answered(sheet, of.answers), context);
      return { ...stored, ...cases(stored.row, withMended(stored), sheet), ...reading };
    });
    await asBearer(job.acting, async (tx) => {
      await renewImportRows(tx, of, rows);
      await mustHold(tx, job, (page.at(-1)?.row ?? 0) + 1);
    });
    await job.pause();
  }
  await asBearer(job.acting, (tx) => changeImport(tx, of, { sheet }));
}

export function withMended({ written, mended }: { written: readonly string[]; mended: Record<string, string> }) {
  const cells = [...written];
  for (const [at, text] of Object.entries(mended)) cells[Number(at)] = text;
  return cells;
}

type Stored = Pick<ImportRow, "written" | "mended" | "agreed">;

/** A stored row as it is understood with what was mended and agreed to since. */
export function readStored(stored: Stored, sheet: SheetReading, context: ImportContext): RowReading {
  return withAgreed(readRow(withMended(stored), sheet, context), stored.agreed);
}

/** What the stored rows prove about days and decimals, with the columns as they are now. */
async function evidenceOf(job: Job, { headings, columns, headingRow, epoch, of }: SheetReading): Promise<SheetReading> {
  const evidence = new SheetEvidence([[...headings]], {
    mapping: job.acting.house.cen,
    mapped: columns as (Target | null)[],
    headingRow: 0,
  });
  for await (const page of storedRows(job)) for (const stored of page) evidence.see(withMended(stored));
  return { ...evidence.reading(epoch), headingRow, ...(of && { of }) };
}

async function* storedRows(job: Job) {
  for (let after = -1; ; ) {
    const page = await asBearer(job.acting, (tx) => rowsAfter(tx, job.of, after, ROWS_AT_ONCE));
    const last = page.at(-1);
    if (!last) return;
    after = last.row;
    yield page;
  }
}
