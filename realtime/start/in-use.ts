import postgres from "postgres";
import { renewDatabase } from "#db/embedded/roles.ts";
import type { Embedded } from "#db/embedded/start-embedded.ts";

/**
 * Whether people may have put something into the embedded database: said by the database itself, so that the word
 * cannot be lost apart from what it speaks of. Until then a first start that was interrupted is begun again from nothing.
 */
const IN_USE = "Naga: in use";

export async function isInUse({ superUrl }: Embedded): Promise<boolean> {
  return onServer(superUrl, async (sql) => {
    const [row] = await sql<{ comment: string | null }[]>`
      select shobj_description(oid, 'pg_database') as comment from pg_database where datname = current_database()`;
    return row?.comment === IN_USE;
  });
}

export async function markInUse({ superUrl }: Embedded): Promise<void> {
  await onServer(superUrl, (sql) => sql.unsafe(`comment on database naga is '${IN_USE}'`));
}

/** Takes away what an interrupted first start left; nobody has been served from it. */
export async function beginAgain(embedded: Embedded): Promise<void> {
  await renewDatabase(embedded.superUrl);
}

async function onServer<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
