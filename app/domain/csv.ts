/** A cell: text, a number, an exact decimal in its own wrapping, or nothing. */
export type CsvCell = string | number | { decimal: string } | null;

/** What a spreadsheet would run as a formula, in its full-width forms too. */
const RUNS = /^[\s\u00a0\ufeff]*[=+\-@|%\t\r\n＝＋－＠]/u;
const NUMBER = /^-?\d+(\.\d+)?$/;
const NEEDS_QUOTES = /[",;\t\r\n']|^\s|\s$/;

/**
 * A table as RFC 4180 text with a byte order mark, so that spreadsheets read it as UTF-8. Text that a spreadsheet would
 * run is made text again by an apostrophe in front; numbers, negative ones too, stay numbers.
 */
export function csvOf(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return `\ufeff${csvLines([header, ...rows])}`;
}

/** The same without the mark at the beginning, for what follows in pieces. */
export function csvLines(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(cellText).join(",")}\r\n`).join("");
}

function cellText(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  if (typeof cell === "object") return NUMBER.test(cell.decimal) ? cell.decimal : quoted(guarded(cell.decimal));
  return quoted(guarded(cell));
}

function guarded(text: string): string {
  return RUNS.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
