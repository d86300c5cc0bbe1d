import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import type postgres from "postgres";
import { withConnection } from "./connect-once.ts";
import { refuseHalfRestored } from "./half-restored.ts";
import { Refusal } from "./refusal.ts";
import { prepareRuntimeSchema } from "./runtime-schema.ts";

const MIGRATIONS = fileURLToPath(new URL("./migrations", import.meta.url));
const JOURNAL = "meta/_journal.json";
const LOCK = 6_241_002;

interface Journal {
  entries: { tag: string }[];
}

interface MigrateOptions {
  /** By whoever restores a backup: the database is then marked as half restored, and is so. */
  restoring?: boolean;
}

/** Brings the database to this version's schema, as its owner. Several processes may start at once: one does it. */
export async function migrate(
  ownerUrl: string,
  folder = MIGRATIONS,
  { restoring = false }: MigrateOptions = {},
): Promise<void> {
  await withConnection("DATABASE_OWNER_URL", ownerUrl, async (sql) => {
    await sql`select pg_advisory_lock(${LOCK})`;
    if (!restoring) await refuseHalfRestored(sql);
    await refuseNewer(sql, folder);
    await applyMigrations(drizzle(sql), { migrationsFolder: folder });
    await prepareRuntimeSchema(ownerUrl, sql);
  });
}

/** The first `count` of this version's migrations as a folder of their own, for as long as the work goes on. */
export async function withFirstMigrations<T>(count: number, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "naga-migrations-"));
  try {
    const journal: Journal = JSON.parse(readFileSync(join(MIGRATIONS, JOURNAL), "utf8"));
    const entries = journal.entries.slice(0, count);
    mkdirSync(join(folder, "meta"));
    for (const { tag } of entries) copyFileSync(join(MIGRATIONS, `${tag}.sql`), join(folder, `${tag}.sql`));
    writeFileSync(join(folder, JOURNAL), JSON.stringify({ ...journal, entries }));
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The hashes of this version's migrations, in their order. */
export function knownMigrations(): string[] {
  return readMigrationFiles({ migrationsFolder: MIGRATIONS }).map(({ hash }) => hash);
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
