import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "./schema.ts";

export type Db = PostgresJsDatabase<typeof schema>;
/** A transaction that has begun as somebody; see `beginAs`. */
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

export type Database = { db: Db; sql: postgres.Sql; end: () => Promise<void> };

type Pool = { max?: number; name?: string; onNotice?: (notice: postgres.Notice) => void };

const ignore = () => {};

/** A pool to one server. Waits are bounded: a database that is away is answered with an error, never with silence. */
export function openDatabase(url: string, { max = 10, name = "naga", onNotice = ignore }: Pool = {}): Database {
  const sql = postgres(url, {
    max,
    connect_timeout: 5,
    idle_timeout: 60,
    backoff: (tries) => Math.min(0.05 * 2 ** tries, 1),
    connection: {
      application_name: name,
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 30_000,
      // Indexes lie in memory or on storage without moving heads: a row out of order costs hardly more than the next one.
      random_page_cost: 1.1,
    },
    onnotice: onNotice,
  });
  return { db: drizzle(remembering(sql), { schema }), sql, end: () => sql.end({ timeout: 5 }) };
}

/**
 * The same client, but each connection keeps the plans of statements it has seen. Drizzle asks for every one to be
 * parsed and planned anew, which under row-level security takes longer than running it, and a round trip more.
 */
function remembering(sql: postgres.Sql): postgres.Sql {
  const unsafe: postgres.Sql["unsafe"] = (text, parameters, options) =>
    sql.unsafe(text, parameters, { ...options, prepare: true });
  return new Proxy(sql, {
    get(target, name) {
      if (name === "unsafe") return unsafe;
      const own: unknown = Reflect.get(target, name);
      const isTransaction = (name === "begin" || name === "savepoint") && typeof own === "function";
      return isTransaction ? (...asked: unknown[]) => own(...asked.map(rememberingInside)) : own;
    },
  });
}

/** What a transaction's work is handed keeps plans too. */
function rememberingInside(asked: unknown): unknown {
  return typeof asked === "function" ? (tx: postgres.Sql) => asked(remembering(tx)) : asked;
}
