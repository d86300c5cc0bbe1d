import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { parse } from "csv-parse";
import { type Encoding, encodingOf } from "./decode.server.ts";
import { FileRefusal, LONGEST_CELL, MOST_COLUMNS } from "./refusal.ts";

export type Delimiter = "," | ";" | "\t" | "|";

/** Rows of a text table, again and again from its beginning; the whole of it is never in memory. */
export async function openDelimited(path: string): Promise<() => AsyncIterable<string[]>> {
  const encoding = await encodingOf(path);
  const delimiter = delimiterIn(await headOf(path, encoding));
  return () => rowsOf(textOf(path, encoding), delimiter);
}

/** Rows of text that was pasted: cells come apart by tabs as spreadsheets give them, or as in a file. */
export function rowsOfText(text: string): AsyncIterable<string[]> {
  return rowsOf(Readable.from([text]), delimiterIn(text.slice(0, 64 * 1024)));
}

async function* textOf(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

async function headOf(path: string, encoding: Encoding): Promise<string> {
  let head = "";
  for await (const text of textOf(path, encoding)) {
    head += text;
    if (head.length > 64 * 1024) break;
  }
  return head;
}

const DELIMITERS: readonly Delimiter[] = ["\t", ";", ",", "|"];

/** The mark that parts most lines into the same number of cells, looked for outside of quotes. */
export function delimiterIn(head: string): Delimiter {
  const lines = withoutQuoted(head)
    .split(/\r\n|\r|\n/)
    .slice(0, 50)
    .filter((line) => line.trim() !== "");
  let [best, most]: [Delimiter, number] = [",", 0];
  for (const delimiter of DELIMITERS) {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const usual = counts[0] ?? 0;
    const worth = usual === 0 ? 0 : counts.filter((count) => count === usual).length / counts.length + usual / 1000;
    if (worth > most) [best, most] = [delimiter, worth];
  }
  return best;
}

const withoutQuoted = (text: string) => text.replace(/"(?:[^"]|"")*"/g, '""');

async function* rowsOf(text: AsyncIterable<string> | Readable, delimiter: Delimiter): AsyncGenerator<string[]> {
  const source = Readable.from(text);
  const parser = parse({
    bom: true,
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: MOST_COLUMNS * LONGEST_CELL,
  });
  source.on("error", (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    for await (const record of parser) yield checked(record);
  } catch (error) {
    if (error instanceof FileRefusal) throw error;
    throw new FileRefusal("import.file.broken_text", { why: error instanceof Error ? error.message : "" });
  } finally {
    source.destroy();
  }
}

function checked(record: unknown): string[] {
  if (!Array.isArray(record)) throw new FileRefusal("import.file.no_table");
  if (record.length > MOST_COLUMNS) throw new FileRefusal("import.file.many_columns", { most: String(MOST_COLUMNS) });
  return record.map((cell) => String(cell).slice(0, LONGEST_CELL));
}
