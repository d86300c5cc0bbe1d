import postgres from "postgres";
import { Refusal } from "./refusal.ts";

/** One connection for one piece of work at start; that it cannot be had is told in one line, without the password. */
export async function withConnection<T>(
  name: string,
  url: string,
  work: (sql: postgres.Sql) => Promise<T>,
): Promise<T> {
  const sql = postgres(url, {
    max: 1,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: "naga start" },
  });
  try {
    await sql`select 1`.catch((error) => {
      throw new Refusal(
        `${name}: ${placeOf(url)} does not let us in (${reasonOf(error)}): check address, user and password.`,
      );
    });
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function placeOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `the database ${pathname.slice(1)} at ${hostname}:${port || 5432}`;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message || ("code" in error ? String(error.code) : error.name) : String(error);
}
