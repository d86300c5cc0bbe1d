import { open, readFile, stat } from "node:fs/promises";
import type { CenMapping } from "#app/domain/cen/mapping.ts";
import { messageLayout, messageRows } from "#app/domain/cen/message.ts";
import type { Epoch } from "#app/domain/import/date.ts";
import { headingsKnown, type SheetOfSeveral } from "#app/domain/import/headings.ts";
import { encodingOf } from "./decode.server.ts";
import { openDelimited } from "./delimited.server.ts";
import { FileRefusal } from "./refusal.ts";
import { openWorkbook, type WorkbookSheet } from "./workbook.server.ts";

/** A table out of a file: its rows as text, again and again from the first. */
export type Table = { rows: () => AsyncIterable<string[]>; epoch: Epoch; close: () => void; of?: SheetOfSeveral };

/** Opens a file by what it holds, whatever its name says: a workbook (.xlsx) or text in columns. */
export async function openTable(path: string, given: { sheet?: string; mapping?: CenMapping } = {}): Promise<Table> {
  const { sheet, mapping } = given;
  const head = await firstBytes(path);
  if (head.length === 0) throw new FileRefusal("import.file.empty");
  if (head[0] === 0x50 && head[1] === 0x4b) return sheetOf(path, sheet);
  if (head[0] === 0xd0 && head[1] === 0xcf) throw new FileRefusal("import.file.old_workbook");
  if (head.subarray(0, 5).toString("latin1") === "%PDF-") throw new FileRefusal("import.file.no_table");
  const message = mapping && (await messageIn(path, mapping));
  if (message) return { rows: () => eachOf(message), epoch: "1900", close: () => {} };
  return { rows: await openDelimited(path), epoch: "1900", close: () => {} };
}

/** More text than a person pastes is a table, whatever its lines begin with. */
const LONGEST_MESSAGE = 5_000_000;

/** The rows of a pasted message; null where the text is none. */
async function messageIn(path: string, mapping: CenMapping): Promise<string[][] | null> {
  const { size } = await stat(path);
  if (size > LONGEST_MESSAGE) return null;
  const text = new TextDecoder(await encodingOf(path)).decode(await readFile(path));
  const layout = messageLayout(text, mapping);
  return layout && messageRows(text, layout);
}

async function* eachOf(rows: readonly string[][]): AsyncGenerator<string[]> {
  yield* rows;
}

async function sheetOf(path: string, name: string | undefined): Promise<Table> {
  const { sheets, epoch, close } = await openWorkbook(path);
  try {
    const found = name === undefined ? await likeliest(sheets) : sheets.find((one) => one.name === name);
    if (!found) throw new FileRefusal("import.file.no_such_sheet", { name: name ?? "" });
    const others = name === undefined ? await filled(sheets.filter((one) => one !== found)) : [];
    return { rows: found.rows, epoch, close, ...(others.length > 0 && { of: { read: found.name, others } }) };
  } catch (error) {
    close();
    throw error;
  }
}

/** The sheet whose headings are understood best: a cover or a guide often lies before it. The first of equal ones. */
async function likeliest(sheets: readonly WorkbookSheet[]): Promise<WorkbookSheet | undefined> {
  if (sheets.length < 2) return sheets[0];
  const known = await Promise.all(sheets.map(async ({ rows }) => headingsKnown(await firstOf(rows(), HEAD))));
  return sheets[known.indexOf(Math.max(...known))];
}

/** Names of the sheets that hold anything. */
async function filled(sheets: readonly WorkbookSheet[]): Promise<string[]> {
  const holds = await Promise.all(sheets.map(async ({ rows }) => (await firstOf(rows(), HEAD)).flat().some(Boolean)));
  return sheets.filter((_, at) => holds[at]).map(({ name }) => name);
}

const HEAD = 20;

async function firstOf<T>(rows: AsyncIterable<T>, most: number): Promise<T[]> {
  const first: T[] = [];
  for await (const row of rows) if (first.push(row) === most) break;
  return first;
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path, "r").catch(() => {
    throw new FileRefusal("import.file.missing");
  });
  try {
    const buffer = Buffer.alloc(8);
    const { bytesRead } = await file.read(buffer, 0, 8, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
