import { once } from "node:events";
import type { Writable } from "node:stream";
import postgres from "postgres";
import { quoted } from "./files.ts";

/** Rows of these tables are what an imported report leaves behind. */
const LEFT = [
  "commands",
  "seizure_reports",
  "seizure_facts",
  "seizure_fact_items",
  "seizure_fact_nodes",
  "seizure_fact_codes",
  "seizures",
  "seizure_audiences",
  "events",
  "event_bodies",
  "import_rows",
];

/** Seconds that a bare COPY of the file's own rows takes: a table of texts without index, policy or reader. */
export async function copyOfFile(ownerUrl: string, [headings = [], ...rows]: readonly string[][]): Promise<number> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(`create table bare_file (${headings.map((_, at) => `c${at} text`).join(", ")})`);
    const lines = rows.map((row) => `${row.map(quoted).join(",")}\n`);
    const began = performance.now();
    await pour(parts(lines), await sql`copy bare_file from stdin (format csv)`.writable());
    return (performance.now() - began) / 1_000;
  } finally {
    await sql.unsafe("drop table if exists bare_file");
    await sql.end();
  }
}

/** The driver's stream finishes, yet never closes: it is not waited for to close. */
async function pour(chunks: Iterable<string | Buffer>, into: Writable): Promise<void> {
  for (const chunk of chunks) if (!into.write(chunk)) await once(into, "drain");
  const finished = once(into, "finish");
  into.end();
  await finished;
}

function* parts(lines: readonly string[]) {
  for (let at = 0; at < lines.length; at += 1_000) yield lines.slice(at, at + 1_000).join("");
}

/** Seconds that a bare COPY takes of the rows that the import left, into tables of the same columns and nothing else. */
export async function copyOfRows(superUrl: string): Promise<{ seconds: number; rows: number }> {
  const sql = postgres(superUrl, { max: 1, onnotice: () => {} });
  try {
    const held: { table: string; chunks: Buffer[] }[] = [];
    for (const table of LEFT) {
      const chunks: Buffer[] = [];
      const columns = await columnsOf(sql, table);
      await sql.unsafe(`create table bare_${table} as select ${columns} from ${table} limit 0`);
      const out = await sql.unsafe(`copy (select ${columns} from ${table}) to stdout`).readable();
      for await (const chunk of out) chunks.push(chunk);
      held.push({ table, chunks });
    }
    const began = performance.now();
    for (const { table, chunks } of held) {
      await pour(chunks, await sql.unsafe(`copy bare_${table} from stdin`).writable());
    }
    const seconds = (performance.now() - began) / 1_000;
    const counts = await Promise.all(
      LEFT.map((table) => sql.unsafe<{ n: number }[]>(`select count(*)::int as n from bare_${table}`)),
    );
    return { seconds, rows: counts.reduce((sum, [row]) => sum + (row?.n ?? 0), 0) };
  } finally {
    for (const table of LEFT) await sql.unsafe(`drop table if exists bare_${table}`);
    await sql.end();
  }
}

async function columnsOf(sql: postgres.Sql, table: string): Promise<string> {
  const rows = await sql<{ name: string }[]>`
    select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`;
  return rows.map(({ name }) => `"${name}"`).join(", ");
}
