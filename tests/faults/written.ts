import type postgres from "postgres";

/**
 * What transactions wrote since a moment, by what PostgreSQL itself says of each row: in which transaction it was
 * written. A row that was written anew with what it had shows as well, which comparing the contents would not.
 */
export type Written = { transaction: string; table: string };

/** The number of the first transaction after this moment; asked while nothing is under way. */
export async function momentIn(sql: postgres.Sql): Promise<string> {
  const [row] = await sql<{ moment: string }[]>`select pg_snapshot_xmax(pg_current_snapshot())::text as moment`;
  if (!row) throw new Error("no snapshot");
  return row.moment;
}

export async function writtenSince(sql: postgres.Sql, moment: string): Promise<Written[]> {
  const parts = (await tablesOf(sql)).map(
    (name) =>
      `select distinct xmin::text as transaction, '${name}' as table from ${name} where xmin::text::bigint >= ${BigInt(moment)}`,
  );
  return sql.unsafe<Written[]>(parts.join(" union all "));
}

/** How many rows each table has: nothing that was there may go. */
export async function rowsOf(sql: postgres.Sql): Promise<Record<string, number>> {
  const parts = (await tablesOf(sql)).map((name) => `select '${name}' as name, count(*)::int as n from ${name}`);
  const rows = await sql.unsafe<{ name: string; n: number }[]>(parts.join(" union all "));
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
}

async function tablesOf(sql: postgres.Sql): Promise<string[]> {
  const tables = await sql<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`;
  return tables.map(({ name }) => name);
}

/** Changes that were made since then: each leaves one row in the same transaction as everything else that it wrote. */
export async function changesSince(sql: postgres.Sql, moment: string): Promise<{ id: string; transaction: string }[]> {
  return sql`select id, xmin::text as transaction from commands where xmin::text::bigint >= ${moment}::bigint`;
}
