import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";

/** What goes into a cell of a made workbook: text, a number with a style, or a part of XML as it stands. */
export type MadeCell = string | { number: string; style?: number } | { xml: string };

type Made = { rows: MadeCell[][]; date1904?: boolean; extra?: Record<string, string>; sheet?: string };

const NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STYLES = `<styleSheet ${NAMESPACE}><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy hh:mm"/></numFmts>
<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`;

const workbookOf = (date1904: boolean) =>
  `<workbook ${NAMESPACE} xmlns:r="${RELATIONS}"><workbookPr date1904="${date1904 ? 1 : 0}"/>
<sheets><sheet name="Seizures" sheetId="1" r:id="rId1"/></sheets></workbook>`;

/** Everything beside the sheet that a workbook of one sheet consists of. */
export const PARTS_OF_WORKBOOK: Record<string, string> = {
  "xl/workbook.xml": workbookOf(false),
  "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  "xl/styles.xml": STYLES,
};

/** Writes a workbook with one sheet; `sheet` replaces its XML, `extra` adds or replaces parts. */
export async function writeWorkbook(path: string, { rows, date1904 = false, extra = {}, sheet }: Made): Promise<void> {
  const parts: Record<string, string> = {
    ...PARTS_OF_WORKBOOK,
    "xl/workbook.xml": workbookOf(date1904),
    "xl/worksheets/sheet1.xml": sheet ?? sheetOf(rows),
    ...extra,
  };
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}

function sheetOf(rows: readonly MadeCell[][]): string {
  const lines = rows.map(
    (cells, at) => `<row r="${at + 1}">${cells.map((cell, column) => cellOf(cell, column, at + 1)).join("")}</row>`,
  );
  return `<worksheet ${NAMESPACE}><sheetData>${lines.join("")}</sheetData></worksheet>`;
}

function cellOf(cell: MadeCell, column: number, row: number): string {
  const place = `${String.fromCharCode(65 + column)}${row}`;
  if (typeof cell === "string") return `<c r="${place}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  if ("xml" in cell) return cell.xml.replaceAll("@", place);
  return `<c r="${place}" s="${cell.style ?? 0}"><v>${cell.number}</v></c>`;
}

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
