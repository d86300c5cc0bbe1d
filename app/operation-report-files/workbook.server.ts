import type { Readable } from "node:stream";
import { documentOf } from "../components/operation-report/document.ts";
import type { Cell, DocumentPart, ReportSource, ReportWords } from "../components/operation-report/document-types.ts";
import { lineName } from "../components/operation-report/line-names.ts";
import { lettersIn } from "../domain/letters-in.ts";
import { figureLines } from "../domain/operation-report/lines.ts";
import { isMark } from "../domain/operation-report/suppression.ts";
import { type CellOut, type SheetOut, writeWorkbook } from "../spreadsheet/write-workbook.server.ts";
import { annexSheets } from "./beside.server.ts";

/** What a spreadsheet takes as the name of a sheet. */
const LONGEST_NAME = 31;
const BARRED = /[[\]:*?/\\]/g;

/** Every table of a report on a sheet of its own, with what it counts under it; and every value under its own name. */
export function workbookOf(source: ReportSource, words: ReportWords): Readable {
  const { text } = words;
  const whole = documentOf(source, words);
  const tables = whole.sections.flatMap(({ number, parts }) =>
    parts.map((part, at) => tableSheet(part, `${number}.${at + 1} ${part.title}`)),
  );
  const about = [whole.title, whole.operation, whole.period, whole.marking, ...whole.origin].map((line) => [
    noted(line),
  ]);
  const lines = figureLines(source.results).map(({ line, value }) => [
    line,
    lineName(line, words),
    isMark(value) ? value : { text: value, number: true },
  ]);
  const head = ["line", text("operation_report.column.figure"), text("operation_report.column.value")];
  const sheets: SheetOut[] = [
    { name: sheetName(text("operation_report.sheet.about")), widths: [110], headed: false, rows: about },
    ...tables,
    ...annexSheets(source, words),
    {
      name: sheetName(text("operation_report.sheet.lines")),
      widths: [48, 80, 18],
      headed: true,
      rows: [head.map(heading), ...lines],
    },
  ];
  return writeWorkbook(sheets.map((sheet) => ({ ...sheet, marking: whole.marking, tall: true })));
}

const heading = (words: string): CellOut => ({ text: words, style: "heading" });
/** Over all columns. */
const noted = (words: string): CellOut => ({ text: words, style: "line" });
const [NARROWEST, WIDEST] = [12, 60];

function tableSheet({ title, table, notes }: DocumentPart, name: string): SheetOut {
  const widthOf = ({ name, numeric }: (typeof table.heads)[number], at: number) => {
    // Heads of numbers take several lines.
    const heads = numeric ? name.split(" ") : [name];
    const room = [...heads, ...table.rows.map((row) => row[at]?.shown ?? "")].map((words) => lettersIn(words) + 3);
    return Math.min(WIDEST, Math.max(NARROWEST, ...room));
  };
  const cells = ([first, ...rest]: readonly Cell[]): CellOut[] =>
    [first, ...rest].flatMap((cell) => cell ?? []).map(cellOut);
  return {
    name: sheetName(name),
    widths: table.heads.map(widthOf),
    headed: true,
    rows: [
      table.heads.map((head) => heading(head.name)),
      ...table.rows.map(cells),
      [],
      [noted(title)],
      ...notes.map((note) => [noted(note)]),
    ],
  };
}

/** A number stands as that number; what says more than one stands as it is read. */
function cellOut({ shown, exact }: Cell): CellOut {
  return exact === undefined ? shown : { text: exact, number: true };
}

function sheetName(words: string): string {
  return words.replaceAll(BARRED, " ").slice(0, LONGEST_NAME).trim();
}
