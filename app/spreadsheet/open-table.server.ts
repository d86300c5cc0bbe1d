import { open, readFile, stat } from "node:fs/promises";
import type { CenMapping } from "#app/domain/cen/mapping.ts";
import { messageLayout, messageRows } from "#app/domain/cen/message.ts";
import type { Epoch } from "#app/domain/import/date.ts";
import { encodingOf } from "./decode.server.ts";
import { openDelimited } from "./delimited.server.ts";
import { FileRefusal } from "./refusal.ts";
import { openWorkbook } from "./workbook.server.ts";

/** A table out of a file: its rows as text, again and again from the first. */
export type Table = { rows: () => AsyncIterable<string[]>; epoch: Epoch; close: () => void };

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
  const found = name === undefined ? sheets[0] : sheets.find((one) => one.name === name);
  if (found) return { rows: found.rows, epoch, close };
  close();
  throw new FileRefusal("import.file.no_such_sheet", { name: name ?? "" });
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
