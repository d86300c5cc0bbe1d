/** Rows of a CSV text (RFC 4180): quoted fields may hold commas, doubled quotes and line breaks. */
export function readCsv(text: string): Record<string, string>[] {
  const [head, ...lines] = splitFields(text.replace(/^\ufeff/, ""));
  if (!head) return [];
  return lines.map((fields) => Object.fromEntries(head.map((name, index) => [name, fields[index] ?? ""])));
}

const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;

function splitFields(text: string): string[][] {
  if (!text.includes('"'))
    return text
      .split(/\r?\n/)
      .filter(Boolean)
      .map((line) => line.split(","));
  const rows: string[][] = [];
  let row: string[] = [];
  FIELD.lastIndex = 0;
  while (FIELD.lastIndex < text.length) {
    const found = FIELD.exec(text);
    if (!found) throw new Error(`Malformed CSV in row ${rows.length + 1}`);
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? "");
    if (found[3] === ",") continue;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push([...row, ""]);
  return rows;
}
