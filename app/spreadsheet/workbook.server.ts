import { SaxesParser } from "saxes";
import type { Epoch } from "#app/domain/import/date.ts";
import { addDays } from "#app/domain/local-date.ts";
import { type NumberFormats, readNumberFormats } from "./number-formats.ts";
import { FileRefusal, LONGEST_CELL, MOST_COLUMNS, MOST_ROWS } from "./refusal.ts";
import { TextTable } from "./text-table.server.ts";
import { Zip } from "./zip.server.ts";

/** A sheet of a workbook: its name, and its rows again and again from the first. */
export type WorkbookSheet = { name: string; rows: () => AsyncIterable<string[]> };
export type Workbook = { sheets: WorkbookSheet[]; epoch: Epoch; close: () => void };

type Attributes = Record<string, string>;

/** An .xlsx workbook, read part by part. Formulas are read by the value that was stored beside them, never run. */
export async function openWorkbook(path: string): Promise<Workbook> {
  const zip = await Zip.open(path);
  const strings = new TextTable();
  const close = () => {
    strings.close();
    zip.close();
  };
  try {
    if (!zip.has("xl/workbook.xml")) throw new FileRefusal("import.file.no_workbook");
    if (zip.names().some((name) => /vbaProject|\/macrosheets\//i.test(name)))
      throw new FileRefusal("import.file.macros");
    const { sheets, epoch } = await sheetsOf(zip);
    if (zip.has("xl/sharedStrings.xml")) await readStrings(zip, strings);
    const formats = readNumberFormats(zip.has("xl/styles.xml") ? await zip.whole("xl/styles.xml") : "");
    return {
      epoch,
      sheets: sheets.map(({ name, part }) => ({ name, rows: () => rowsOf(zip, part, { strings, formats, epoch }) })),
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

async function sheetsOf(zip: Zip): Promise<{ sheets: { name: string; part: string }[]; epoch: Epoch }> {
  const targets = new Map<string, string>();
  for await (const [name, at] of elementsOf(zip, "xl/_rels/workbook.xml.rels"))
    if (name === "Relationship") targets.set(at.Id ?? "", at.Target ?? "");
  const sheets: { name: string; part: string }[] = [];
  let epoch: Epoch = "1900";
  for await (const [name, at] of elementsOf(zip, "xl/workbook.xml")) {
    if (name === "workbookPr" && /^(1|true)$/.test(at.date1904 ?? "")) epoch = "1904";
    if (name !== "sheet" || (at.state ?? "visible") !== "visible") continue;
    const target = targets.get(at["r:id"] ?? "") ?? "";
    const part = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
    if (zip.has(part)) sheets.push({ name: at.name ?? "", part });
  }
  if (sheets.length === 0) throw new FileRefusal("import.file.no_sheet");
  return { sheets, epoch };
}

/** Elements of a small part with their attributes, prefixes of the main namespace left out. */
async function* elementsOf(zip: Zip, part: string): AsyncGenerator<[string, Attributes]> {
  const found: [string, Attributes][] = [];
  const parser = strictParser(part);
  parser.on("opentag", ({ name, attributes }) => found.push([bare(name), attributes as Attributes]));
  for await (const piece of zip.text(part)) {
    feed(parser, piece, part);
    yield* found.splice(0);
  }
  feed(parser, null, part);
}

const bare = (name: string) => name.slice(name.indexOf(":") + 1);

/** XML of a workbook has no document type: one that declares entities is an attack. */
function strictParser(part: string): SaxesParser {
  const parser = new SaxesParser();
  const broken = () => {
    throw new FileRefusal("import.file.broken_workbook", { part });
  };
  parser.on("error", broken);
  parser.on("doctype", broken);
  return parser;
}

function feed(parser: SaxesParser, piece: string | null, part: string): void {
  try {
    if (piece === null) parser.close();
    else parser.write(piece);
  } catch (error) {
    if (error instanceof FileRefusal) throw error;
    throw new FileRefusal("import.file.broken_workbook", { part });
  }
}

/** Texts that cells refer to by number; those of phonetic guides are left out. */
async function readStrings(zip: Zip, strings: TextTable): Promise<void> {
  const part = "xl/sharedStrings.xml";
  const parser = strictParser(part);
  let [text, inText, phonetic] = ["", false, false];
  parser.on("opentag", ({ name }) => {
    const tag = bare(name);
    if (tag === "si") text = "";
    if (tag === "rPh") phonetic = true;
    if (tag === "t" && !phonetic) inText = true;
  });
  parser.on("text", (piece) => {
    if (inText && text.length < LONGEST_CELL) text += piece;
  });
  parser.on("closetag", ({ name }) => {
    const tag = bare(name);
    if (tag === "t") inText = false;
    if (tag === "rPh") phonetic = false;
    if (tag === "si") strings.add(text);
  });
  for await (const piece of zip.text(part)) feed(parser, piece, part);
  feed(parser, null, part);
}

type CellContext = { strings: TextTable; formats: NumberFormats; epoch: Epoch };
type Cell = { column: number; type: string; style: string; value: string };

async function* rowsOf(zip: Zip, part: string, context: CellContext): AsyncGenerator<string[]> {
  const done: string[][] = [];
  const parser = strictParser(part);
  let row: string[] = [];
  let at = 0;
  let cell: Cell | null = null;
  let inValue = false;
  parser.on("opentag", ({ name, attributes }) => {
    const tag = bare(name);
    const said = attributes as Attributes;
    if (tag === "row") {
      row = [];
      const number = Number(said.r ?? at + 1);
      if (!(number <= MOST_ROWS + LONGEST_CELL))
        throw new FileRefusal("import.file.many_rows", { most: String(MOST_ROWS) });
      // Empty rows are left out of the file; they are kept, so that numbers of rows stay those that people see.
      for (; at < number - 1 && number - at < 1000; at++) done.push([]);
      at = number;
    }
    if (tag === "c")
      cell = { column: columnOf(said.r, row.length), type: said.t ?? "n", style: said.s ?? "0", value: "" };
    if (tag === "v" || tag === "t") inValue = cell !== null;
  });
  parser.on("text", (piece) => {
    if (inValue && cell && cell.value.length < LONGEST_CELL) cell.value += piece;
  });
  parser.on("closetag", ({ name }) => {
    const tag = bare(name);
    if (tag === "v" || tag === "t") inValue = false;
    if (tag === "c" && cell) {
      put(row, cell.column, textOfCell(cell, context));
      cell = null;
    }
    if (tag === "row") done.push(row);
  });
  for await (const piece of zip.text(part)) {
    feed(parser, piece, part);
    yield* done.splice(0);
  }
  feed(parser, null, part);
}

function put(row: string[], column: number, text: string): void {
  if (column >= MOST_COLUMNS) {
    // Formatting is often dragged out to the last column; only a value there is too much.
    if (text === "") return;
    throw new FileRefusal("import.file.many_columns", { most: String(MOST_COLUMNS) });
  }
  while (row.length < column) row.push("");
  row[column] = text;
}

/** "C7" is the third column. */
function columnOf(reference: string | undefined, otherwise: number): number {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? "")?.[1];
  if (!letters) return otherwise;
  let column = 0;
  for (const letter of letters) column = column * 26 + (letter.charCodeAt(0) - 64);
  return column - 1;
}

function textOfCell({ type, style, value }: Cell, { strings, formats, epoch }: CellContext): string {
  if (type === "s") return strings.at(Number(value));
  if (type === "b") return value === "1" ? "TRUE" : "FALSE";
  if (type === "e") return "";
  if (type !== "n" || value === "") return value;
  const kind = formats.kindOf(style);
  if (kind !== null && /^\d+(\.\d+)?$/.test(value)) return dateText(Number(value), kind, epoch);
  return plainNumber(value);
}

/** Floats are stored with all their digits: 0.1 as 0.10000000000000001. What was typed has fifteen at most. */
function plainNumber(value: string): string {
  if (/^-?\d{1,15}$/.test(value)) return value;
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  const short = String(Number(number.toPrecision(15)));
  return /e/i.test(short) ? number.toFixed(Math.abs(number) < 1 ? 6 : 0) : short;
}

/** Cells that are shown as dates hold days since the workbook's day 0. */
function dateText(serial: number, kind: "date" | "time" | "both", epoch: Epoch): string {
  const days = Math.floor(serial);
  const minutes = Math.round((serial - days) * 1440);
  const time = `${String(Math.floor(minutes / 60) % 24).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  if (kind === "time" && days === 0) return time;
  if (days < 1 || days > 2_958_465) return String(serial);
  // Day 60 of the first epoch is 29 February 1900, which never was.
  const shift = epoch === "1904" ? 1462 : days < 60 ? 1 : 0;
  const date = addDays("1899-12-30", days + shift);
  return minutes > 0 && kind !== "date" ? `${date} ${time}` : date;
}
