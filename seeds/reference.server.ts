import postgres from "postgres";
import { endWhereOthersBegin } from "./listing-spans.server.ts";
import { referenceHash } from "./reference-files.server.ts";
import { referenceTables, type TableRows } from "./reference-rows.ts";

/** Raised when the same files must be read into other rows than before. */
const READING = 3;
/** Held by whoever fills the reference tables. */
export const REFERENCE_LOCK = 6_241_003;

/**
 * Fills the reference tables from seeds/reference, as their owner, and does nothing while the files are the same. Rows
 * that the files no longer have stay: records refer to them. Listings that the installation loaded itself stay as well,
 * and go before those that end where they begin.
 */
export async function loadReference(ownerUrl: string): Promise<"loaded" | "unchanged"> {
  const sql = postgres(ownerUrl, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    return await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(${REFERENCE_LOCK})`;
      const hash = `${READING}:${referenceHash()}`;
      const [held] = await tx`select hash from reference_loads where name = 'reference'`;
      if (held?.hash === hash) return "unchanged";
      for (const table of referenceTables()) await upsert(tx, table);
      await endWhereOthersBegin(tx);
      await tx`
        insert into reference_loads (name, hash) values ('reference', ${hash})
        on conflict (name) do update set hash = excluded.hash, loaded_at = now()`;
      return "loaded";
    });
  } finally {
    await sql.end();
  }
}

/** All rows of a table in one statement. */
async function upsert(sql: postgres.TransactionSql, { table, key, fixed = [], rows }: TableRows): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const names = columns.map((name) => `"${name}"`).join(", ");
  const changed = columns
    .filter((name) => !key.includes(name) && !fixed.includes(name))
    .map((name) => `"${name}" = excluded."${name}"`);
  await sql.unsafe(
    `insert into "${table}" (${names}) select ${names} from jsonb_populate_recordset(null::"${table}", $1::text::jsonb)
     on conflict (${key.map((name) => `"${name}"`).join(", ")}) do update set ${changed.join(", ")}`,
    [JSON.stringify(rows)],
  );
  await sql.unsafe(`analyze "${table}"`);
}
