import { getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import type postgres from "postgres";
import * as reference from "#db/schema/reference.ts";

/** Rows of each table as JSON; of reference data none, which every start loads anew. */
export type Dump = Record<string, Record<string, unknown>[]>;

const REFERENCE = new Set<string>(
  Object.values(reference)
    .filter((part) => is(part, PgTable))
    .map((table) => getTableName(table)),
);

/** What a superuser finds in the product's tables, in an order that is always the same. */
export async function dumpOf(sql: postgres.Sql): Promise<Dump> {
  const tables = await sql<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' order by tablename`;
  const dump: Dump = {};
  for (const { name } of tables) {
    if (REFERENCE.has(name)) continue;
    const rows = await sql<{ row: Record<string, unknown> }[]>`
      select to_jsonb(t) as row from ${sql(name)} t order by to_jsonb(t)::text collate "C"`;
    if (rows.length > 0) dump[name] = rows.map(({ row }) => row);
  }
  return dump;
}

/** Pours a dump into empty tables, triggers and keys asleep, as a restore does. */
export async function pour(sql: postgres.Sql, dump: Dump): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    for (const [name, rows] of Object.entries(dump)) {
      const columns = await writable(tx, name);
      await tx`
        insert into ${tx(name)} (${tx(columns)}) overriding system value
        select ${tx(columns)} from jsonb_populate_recordset(null::${tx(name)}, ${tx.json(rows as never)})`;
    }
  });
}

/** Generated columns come by themselves. */
async function writable(tx: postgres.TransactionSql, table: string): Promise<string[]> {
  const columns = await tx<{ name: string }[]>`
    select attname as name from pg_attribute
    where attrelid = ${`public.${table}`}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`;
  return columns.map(({ name }) => name);
}
