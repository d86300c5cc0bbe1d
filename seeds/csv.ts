/** The fields of one row, and the line of the file in which it begins. */
export type CsvLine = { line: number; fields: string[] };

/** Rows of a CSV text (RFC 4180): quoted fields may hold commas, doubled quotes and line breaks. */
export function readCsv(text: string): Record<string, string>[] {
  const [head, ...lines] = csvLines(text);
  if (!head) return [];
  return lines.map(({ fields }) =>
    Object.fromEntries(head.fields.map((name, index) => [name, fields[index] ?? ""] as const)),
  );
}

/** The same row by row, as they stand in the file: for whoever has to say in which line something is wrong. */
export function csvLines(text: string): CsvLine[] {
  return splitFields(text.replace(/^\ufeff/, ""));
}

const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;

function splitFields(text: string): CsvLine[] {
  if (!text.includes('"'))
    return text
      .split(/\r?\n/)
      .map((line, index) => ({ line: index + 1, fields: line.split(",") }))
      .filter(({ fields }) => fields.length > 1 || fields[0] !== "");
  const rows: CsvLine[] = [];
  let row: string[] = [];
  let [line, begins] = [1, 1];
  FIELD.lastIndex = 0;
  while (FIELD.lastIndex < text.length) {
    const found = FIELD.exec(text);
    if (!found) throw new Error(`Malformed CSV in row ${rows.length + 1}, line ${line}`);
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? "");
    line += found[0].split("\n").length - 1;
    if (found[3] === ",") continue;
    rows.push({ line: begins, fields: row });
    [row, begins] = [[], line];
  }
  if (row.length > 0) rows.push({ line: begins, fields: [...row, ""] });
  return rows;
}
