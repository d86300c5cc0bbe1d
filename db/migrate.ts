import { fileURLToPath } from "node:url";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import type postgres from "postgres";
import { withConnection } from "./connect-once.ts";
import { Refusal } from "./refusal.ts";
import { prepareRuntimeSchema } from "./runtime-schema.ts";

const MIGRATIONS = fileURLToPath(new URL("./migrations", import.meta.url));
const LOCK = 6_241_002;

/** Brings the database to this version's schema, as its owner. Several processes may start at once: one does it. */
export async function migrate(ownerUrl: string, folder = MIGRATIONS): Promise<void> {
  await withConnection("DATABASE_OWNER_URL", ownerUrl, async (sql) => {
    await sql`select pg_advisory_lock(${LOCK})`;
    await refuseNewer(sql, folder);
    await applyMigrations(drizzle(sql), { migrationsFolder: folder });
    await prepareRuntimeSchema(ownerUrl, sql);
  });
}

/** An older Naga must not write into a database whose shape it does not know. */
async function refuseNewer(sql: postgres.Sql, folder: string): Promise<void> {
  const [table] = await sql<
    { there: boolean }[]
  >`select to_regclass('drizzle.__drizzle_migrations') is not null as there`;
  if (!table?.there) return;
  const newest = Math.max(0, ...readMigrationFiles({ migrationsFolder: folder }).map((file) => file.folderMillis));
  const [row] = await sql<
    { applied: number | null }[]
  >`select max(created_at)::float8 as applied from drizzle.__drizzle_migrations`;
  if ((row?.applied ?? 0) <= newest) return;
  throw new Refusal(
    "This database was migrated by a newer version of Naga: start that version, or restore a backup made before it.",
  );
}
