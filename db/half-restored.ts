import type postgres from "postgres";
import { Refusal } from "./refusal.ts";

/**
 * A database into which a backup is being restored says so itself, from before the first table until everything is
 * there and compared. Whoever finds it so and is not the restore itself leaves it alone.
 */
export const RESTORE_SCHEMA = "naga_restore";

interface Begun {
  file: string;
  at: Date;
}

export async function restoreBegun(sql: postgres.Sql): Promise<Begun | undefined> {
  const [there] = await sql<
    { there: boolean }[]
  >`select to_regclass(${`${RESTORE_SCHEMA}.begun`}) is not null as there`;
  if (!there?.there) return;
  const [begun] = await sql<Begun[]>`select file, at from ${sql(RESTORE_SCHEMA)}.begun`;
  return begun;
}

export async function markHalfRestored(sql: postgres.Sql, file: string): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`create schema ${tx(RESTORE_SCHEMA)}`;
    await tx`create table ${tx(RESTORE_SCHEMA)}.begun (file text not null, at timestamptz not null default now())`;
    await tx`insert into ${tx(RESTORE_SCHEMA)}.begun (file) values (${file})`;
  });
}

export async function markRestored(sql: postgres.Sql | postgres.TransactionSql): Promise<void> {
  await sql`drop schema ${sql(RESTORE_SCHEMA)} cascade`;
}

export async function refuseHalfRestored(sql: postgres.Sql): Promise<void> {
  const begun = await restoreBegun(sql);
  if (!begun) return;
  throw new Refusal(
    `A backup (${begun.file}) began to be restored into this database at ${begun.at.toISOString()}, and it is not whole: if no restore is running, run npm run restore again, which begins anew.`,
  );
}
