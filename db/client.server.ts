import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "./schema.ts";

export type Db = PostgresJsDatabase<typeof schema>;
/** A transaction that has begun as somebody; see `beginAs`. */
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

export type Database = { db: Db; sql: postgres.Sql; end: () => Promise<void> };

/** A pool to one server. Waits are bounded: a database that is away is answered with an error, never with silence. */
export function openDatabase(url: string, { max = 10, name = "naga" } = {}): Database {
  const sql = postgres(url, {
    max,
    connect_timeout: 5,
    idle_timeout: 60,
    backoff: (tries) => Math.min(0.05 * 2 ** tries, 1),
    connection: { application_name: name, statement_timeout: 30_000, idle_in_transaction_session_timeout: 30_000 },
    onnotice: () => {},
  });
  return { db: drizzle(sql, { schema }), sql, end: () => sql.end({ timeout: 5 }) };
}
