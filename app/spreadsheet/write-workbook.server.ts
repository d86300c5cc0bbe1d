import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { lettersIn } from "../domain/letters-in.ts";

/** A sheet on its way out. What is text stays text, whatever it looks like; numbers are said to be numbers. */
export type SheetOut = {
  name: string;
  /** Of the columns, in characters. */
  widths: readonly number[];
  /** Whether the first row stands still above the others, and again on every page of paper. */
  headed: boolean;
  /** Printed on every page. */
  marking?: string;
  /** Rows as high as their longest cell. Where this is not asked for, whoever opens it decides. */
  tall?: boolean;
  rows: Iterable<readonly CellOut[]> | AsyncIterable<readonly CellOut[]>;
};
export type CellOut = string | { text: string; number?: boolean; style?: keyof typeof STYLE };

/** Formats of cells by their place in `cellXfs`. A line alone in its row goes over all columns. */
const STYLE = { text: 1, heading: 2, marked: 3, line: 1 } as const;

export const WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * An .xlsx workbook as a stream, the same bytes for the same cells. No cell holds a formula: texts are texts by their
 * type, by the format "@" and by the mark (quotePrefix) that keeps a spreadsheet from running them once they are edited.
 */
export function writeWorkbook(sheets: readonly SheetOut[]): Readable {
  const zip = new ZipFile();
  const options = { mtime: new Date(Date.UTC(2000, 0, 1, 12)) };
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(HEAD + text), name, options);
  add("[Content_Types].xml", contentTypes(sheets.length));
  add("_rels/.rels", relations([["officeDocument", "xl/workbook.xml"]]));
  add("xl/workbook.xml", workbook(sheets));
  const parts = sheets.map((_, at) => ["worksheet", `worksheets/sheet${at + 1}.xml`] as const);
  add("xl/_rels/workbook.xml.rels", relations([...parts, ["styles", "styles.xml"]]));
  add("xl/styles.xml", STYLES);
  for (const [at, sheet] of sheets.entries())
    zip.addReadStream(Readable.from(sheetParts(sheet)), `xl/worksheets/sheet${at + 1}.xml`, options);
  zip.end();
  return Readable.from(zip.outputStream);
}

function contentTypes(sheets: number): string {
  const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const part = (name: string, type: string) => `<Override PartName="/xl/${name}" ContentType="${kind}.${type}+xml"/>`;
  const all = Array.from({ length: sheets }, (_, at) => part(`worksheets/sheet${at + 1}.xml`, "worksheet"));
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default \
Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part("workbook.xml", "sheet.main")}\
${part("styles.xml", "styles")}${all.join("")}</Types>`;
}

function relations(parts: readonly (readonly [kind: string, target: string])[]): string {
  const all = parts.map(
    ([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${all.join("")}</Relationships>`;
}

function workbook(sheets: readonly SheetOut[]): string {
  const all = sheets.map(({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const heads = sheets.flatMap(({ name, headed }, at) =>
    headed
      ? `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${escaped(name).replaceAll("'", "''")}'!$1:$1</definedName>`
      : [],
  );
  const names = heads.length > 0 ? `<definedNames>${heads.join("")}</definedNames>` : "";
  return `<workbook ${MAIN} xmlns:r="${RELATIONS}"><sheets>${all.join("")}</sheets>${names}</workbook>`;
}

const FILLS = `<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/>\
</fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7E4DA"/></patternFill></fill><fill><patternFill \
patternType="solid"><fgColor rgb="FFFBE7A8"/></patternFill></fill></fills>`;
const XF = '<xf numFmtId="49" quotePrefix="1" applyNumberFormat="1" applyAlignment="1" applyFill="1" applyFont="1"';
const TOP = '<alignment vertical="top" wrapText="1"/></xf>';
const STYLES = `<styleSheet ${MAIN}><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz \
val="11"/><name val="Calibri"/></font></fonts>${FILLS}<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/>\
</cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/>${XF} fontId="0" fillId="0">${TOP}${XF} fontId="1" fillId="2">${TOP}\
${XF} fontId="0" fillId="3">${TOP}</cellXfs></styleSheet>`;

async function* sheetParts({ rows, widths, headed, marking, tall = false }: SheetOut): AsyncGenerator<string> {
  const cols = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  const still = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const view = `<sheetViews><sheetView workbookViewId="0">${headed ? still : ""}</sheetView></sheetViews>`;
  yield `${HEAD}<worksheet ${MAIN}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>${view}${cols.length > 0 ? `<cols>${cols.join("")}</cols>` : ""}<sheetData>`;
  let line = 0;
  const merged: string[] = [];
  for await (const row of rows) {
    line++;
    if (isLine(row[0]) && widths.length > 1)
      merged.push(`<mergeCell ref="A${line}:${letters(widths.length - 1)}${line}"/>`);
    yield `<row r="${line}"${tall ? heightOf(row, widths) : ""}>${row.map((cell, at) => cellXml(cell, `${letters(at)}${line}`)).join("")}</row>`;
  }
  const lines = merged.length > 0 ? `<mergeCells count="${merged.length}">${merged.join("")}</mergeCells>` : "";
  yield `</sheetData>${lines}${PAGE}${headerAndFooter(marking)}</worksheet>`;
}

/** All columns on one sheet of paper, as many sheets as it has rows for. */
const PAGE = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';
/** What a spreadsheet takes in for a header. */
const LONGEST_HEADER = 240;

function headerAndFooter(marking = ""): string {
  const said = marking.slice(0, LONGEST_HEADER).replaceAll("&", "&&");
  const header = said === "" ? "" : `<oddHeader>${escaped(`&L${said}`)}</oddHeader>`;
  return `<headerFooter>${header}<oddFooter>${escaped("&L&A&R&P / &N")}</oddFooter></headerFooter>`;
}

const LINE_HEIGHT = 15;
const MOST_LINES = 27;

/** Said where a cell needs several lines: not every program finds that out by itself. */
function heightOf(row: readonly CellOut[], widths: readonly number[]): string {
  const all = widths.reduce((sum, width) => sum + width, 0);
  const lines = row.map((cell, at) => {
    const room = Math.max(1, (isLine(cell) ? all : (widths[at] ?? 10)) - 1);
    const words = typeof cell === "string" ? cell : cell.text;
    return words.split("\n").reduce((sum, one) => sum + Math.max(1, Math.ceil(lettersIn(one) / room)), 0);
  });
  const most = Math.min(MOST_LINES, Math.max(1, ...lines));
  return most > 1 ? ` ht="${most * LINE_HEIGHT}" customHeight="1"` : "";
}

const isLine = (cell: CellOut | undefined) => typeof cell === "object" && cell.style === "line";

/** A spreadsheet keeps fifteen digits of a number: what has more stays text. */
const NUMBER = /^-?(?=[\d.]{1,16}$)\d+(\.\d+)?$/;
const LONGEST = 32_767;

function cellXml(cell: CellOut, place: string): string {
  const { text, number = false, style = "text" } = typeof cell === "string" ? { text: cell } : cell;
  if (text === "") return "";
  const marked = style === "marked" ? ` s="${STYLE.marked}"` : "";
  if (number && NUMBER.test(text)) return `<c r="${place}"${marked}><v>${text}</v></c>`;
  const words = escaped(text.slice(0, LONGEST));
  return `<c r="${place}" s="${STYLE[style]}" t="inlineStr"><is><t xml:space="preserve">${words}</t></is></c>`;
}

/** 0 is "A", 26 is "AA". */
function letters(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : letters(Math.floor(column / 26) - 1) + rest;
}

/** Characters that XML cannot hold, not even escaped, are left out. */
const ILLEGAL = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu;

function escaped(text: string): string {
  return text
    .replace(ILLEGAL, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
