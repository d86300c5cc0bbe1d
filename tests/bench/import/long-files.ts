import { once } from "node:events";
import { createWriteStream, statSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import { chance } from "#seeds/random.ts";
import { PARTS_OF_WORKBOOK } from "../../spreadsheet/workbook-maker.ts";
import { quoted, recordsOf } from "./files.ts";

type Long = {
  /** So many characters have the remarks of each row, no two the same. */
  remarks: number;
};

const REMARKS = 13;
const WORDS =
  "seized parcel declared as spare parts found behind false wall of container driver stated owner unknown samples sent to laboratory result pending file kept at port office ngà voi 象牙 งาช้าง".split(
    " ",
  );

/** Records without end, each with a case number of its own and remarks as long as a page. */
function* longRecords(name: string, { remarks }: Long): Generator<string[]> {
  const { pick } = chance(11);
  const [, ...some] = recordsOf(name, 1_000);
  for (let at = 1; ; at++) {
    const row = [...(some[at % some.length] ?? [])];
    let text = `${at}`;
    while (text.length < remarks) text += ` ${pick(WORDS)}`;
    row[0] = `${name}-${at}`;
    row[REMARKS] = text;
    yield row;
  }
}

const headings = () => recordsOf("H", 0)[0] ?? [];

/** Writes rows until the file has so many bytes; answers how many they are. */
export async function writeLongCsv(path: string, bytes: number, long: Long): Promise<number> {
  const file = createWriteStream(path);
  let [rows, written] = [0, 0];
  const put = async (row: readonly string[]) => {
    const line = Buffer.from(`${row.map(quoted).join(",")}\r\n`);
    written += line.length;
    if (!file.write(line)) await once(file, "drain");
  };
  await put(headings());
  for (const row of longRecords("L", long)) {
    if (written >= bytes) break;
    await put(row);
    rows++;
  }
  file.end();
  await once(file, "close");
  return rows;
}

/**
 * Writes a workbook of so many rows as spreadsheets do: remarks lie in the table of texts and cells name them by number.
 * Answers its size in bytes.
 */
export async function writeLongXlsx(path: string, rows: number, long: Long): Promise<number> {
  const zip = new ZipFile();
  const add = (name: string, text: Generator<string>) => zip.addReadStream(Readable.from(text), name);
  for (const [name, text] of Object.entries(PARTS_OF_WORKBOOK)) zip.addBuffer(Buffer.from(text), name);
  add("xl/sharedStrings.xml", textsOf(rows, long));
  add("xl/worksheets/sheet1.xml", sheetOf(rows, long));
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return statSync(path).size;
}

const XMLNS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

function* textsOf(rows: number, long: Long): Generator<string> {
  yield `<sst ${XMLNS}>`;
  let left = rows;
  for (const row of longRecords("X", long)) {
    if (left-- === 0) break;
    yield `<si><t>${row[REMARKS]}</t></si>`;
  }
  yield "</sst>";
}

function* sheetOf(rows: number, long: Long): Generator<string> {
  yield `<worksheet ${XMLNS}><sheetData><row r="1">${headings().map(inline).join("")}</row>`;
  let at = 0;
  for (const row of longRecords("X", { ...long, remarks: 0 })) {
    if (at === rows) break;
    const cells = row.map((cell, column) =>
      column === REMARKS ? `<c r="N${at + 2}" t="s"><v>${at}</v></c>` : inline(cell),
    );
    yield `<row r="${at + 2}">${cells.join("")}</row>`;
    at++;
  }
  yield "</sheetData></worksheet>";
}

const inline = (cell: string) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`;
