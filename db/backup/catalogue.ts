import type postgres from "postgres";
import { JOBS_SCHEMA } from "../runtime-schema.ts";
import type { BackupMigration, BackupSequence, BackupTable } from "./format.ts";
import { titleOf } from "./format.ts";

/** What there is to back up in a database, asked of its own lists: a table that a migration adds is in by itself. */

type Sql = postgres.Sql | postgres.TransactionSql;
type Named = { schema: string; name: string };

/** So that values are written alike by every server; a backup may take hours, and waits for nobody in between. */
export const SESSION = {
  application_name: "naga backup",
  client_encoding: "UTF8",
  DateStyle: "ISO, YMD",
  IntervalStyle: "postgres",
  TimeZone: "UTC",
  extra_float_digits: "3",
  bytea_output: "hex",
  synchronize_seqscans: "off",
  statement_timeout: 0,
  lock_timeout: 0,
  idle_in_transaction_session_timeout: 0,
} as const;

/**
 * The tables of the owner's that hold rows to be kept, referred ones first. Left out are unlogged ones (counters of
 * rate limits: PostgreSQL itself empties them when it was killed) and columns that follow from others.
 */
export async function tablesOf(sql: Sql): Promise<BackupTable[]> {
  const tables = await sql<(Named & { columns: string[] })[]>`
    select n.nspname as schema, c.relname as name,
      array(select attname::text from pg_attribute a where a.attrelid = c.oid and attnum > 0 and not attisdropped
        and attgenerated = '' order by attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and c.relpersistence = 'p' and c.relowner = current_user::regrole
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by n.nspname, c.relname`;
  const references = await sql<{ from: string; to: string }[]>`
    select f.relnamespace::regnamespace || '.' || f.relname as from, t.relnamespace::regnamespace || '.' || t.relname as to
    from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and f.oid <> t.oid and not k.condeferrable`;
  return inOrder([...tables], references);
}

/** Tables after those that they refer to. */
function inOrder(tables: BackupTable[], references: { from: string; to: string }[]): BackupTable[] {
  const placed = new Set<string>();
  const ordered: BackupTable[] = [];
  for (let left = tables; left.length > 0; ) {
    const waits = (table: BackupTable) =>
      references.some(({ from, to }) => from === titleOf(table) && left.some((other) => titleOf(other) === to));
    const free = left.filter((table) => !waits(table));
    if (free.length === 0) throw new Error(`tables refer to each other in a circle: ${left.map(titleOf).join(", ")}`);
    for (const table of free) placed.add(titleOf(table));
    ordered.push(...free);
    left = left.filter((table) => !placed.has(titleOf(table)));
  }
  return ordered;
}

/** Read after the rows' snapshot: sequences stand outside of snapshots, and are then never behind the rows. */
export async function sequencesOf(sql: Sql): Promise<BackupSequence[]> {
  const names = await sql<Named[]>`
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'S' and c.relowner = current_user::regrole order by 1, 2`;
  const found: BackupSequence[] = [];
  for (const { schema, name } of names) {
    const [row] = await sql<{ last: string; used: boolean }[]>`
      select last_value::text as last, is_called as used from ${sql(schema)}.${sql(name)}`;
    if (row) found.push({ schema, name, ...row });
  }
  return found;
}

export async function migrationsOf(sql: Sql): Promise<BackupMigration[]> {
  const rows = await sql<BackupMigration[]>`
    select hash, created_at::float8 as at from drizzle.__drizzle_migrations order by created_at`;
  return [...rows];
}

export async function jobsVersionOf(sql: Sql): Promise<number | null> {
  const [row] = await sql<{ version: number }[]>`select version from ${sql(JOBS_SCHEMA)}.version`;
  return row?.version ?? null;
}

export async function serverOf(sql: Sql): Promise<{ major: number; version: string; bytes: number }> {
  const [row] = await sql<{ major: number; version: string; bytes: number }[]>`
    select current_setting('server_version_num')::int / 10000 as major, current_setting('server_version') as version,
      pg_database_size(current_database())::float8 as bytes`;
  if (!row) throw new Error("the server does not say what it is");
  return row;
}

/** `"schema"."name" ("column", …)`, as COPY wants it. */
export function copyTarget({ schema, name, columns }: BackupTable): string {
  const quoted = (part: string) => `"${part.replaceAll('"', '""')}"`;
  return `${quoted(schema)}.${quoted(name)} (${columns.map(quoted).join(", ")})`;
}
