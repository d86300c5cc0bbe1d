import { existsSync, readdirSync } from "node:fs";
import { mkdir, rename, rm, rmdir } from "node:fs/promises";
import { basename, join } from "node:path";
import postgres from "postgres";
import { markHalfRestored, markRestored, restoreBegun } from "../half-restored.ts";
import { knownMigrations, migrate, withFirstMigrations } from "../migrate.ts";
import { Refusal } from "../refusal.ts";
import type { BackupKey } from "./age-key.ts";
import { type Bucket, moveIntoBucket, refuseFilledBucket } from "./bucket.ts";
import { SESSION, tablesOf } from "./catalogue.ts";
import { emptyDatabase, refuseInUse, refuseOlderServer } from "./empty.ts";
import type { Header } from "./format.ts";
import { FOLDERS, putFile } from "./kept-files.ts";
import { load } from "./load.ts";
import { readBackup, type Sink, type Whole } from "./read.ts";

export interface Target {
  path: string;
  key: BackupKey;
  whole: Whole;
  ownerUrl: string;
  dataDir: string;
  /** Where attachments shall lie, if not in the data folder. */
  bucket?: Bucket | undefined;
  say: (line: string) => void;
  bytes: (count: number) => void;
}

/** Whether this program knows the tables of the backup: its migrations are the first of ours. */
export function refuseUnknownMigrations(path: string, { app, migrations }: Header): void {
  const known = knownMigrations();
  if (migrations.length > known.length) {
    throw new Refusal(`${path} was made by a newer Naga (${app}): restore it with that version.`);
  }
  if (migrations.some(({ hash }, at) => hash !== known[at])) {
    throw new Refusal(`${path} was made by a Naga (${app}) whose tables are not those of this one.`);
  }
}

/**
 * Brings a backup that was read and found whole into an empty database and data folder. First the tables as they were
 * when it was made, filled and compared; then the migrations that came since; then the files. From the first step to
 * the last the database says that it is half restored.
 */
export async function restore(target: Target): Promise<void> {
  const { whole, ownerUrl, dataDir, bucket, say } = target;
  refuseFiles(dataDir);
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {}, connection: SESSION, max_lifetime: null });
  const incoming = join(dataDir, "files.restoring");
  try {
    await refuseOlderServer(sql, whole.header);
    await refuseInUse(sql);
    // What a restore left there that was broken off is written over by this one.
    if (bucket && !(await restoreBegun(sql))) await refuseFilledBucket(bucket);
    await emptyDatabase(sql);
    await markHalfRestored(sql, basename(target.path));
    await rm(incoming, { recursive: true, force: true });
    await withFirstMigrations(whole.header.migrations.length, (folder) =>
      migrate(ownerUrl, folder, { restoring: true }),
    );
    say("The tables are made; now they are filled.");
    await fill(sql, target, incoming);
    say("Every table holds what the backup says; newer migrations follow, if there are any.");
    await migrate(ownerUrl, undefined, { restoring: true });
    if (bucket) await moveIntoBucket(bucket, incoming);
    await moveFiles(incoming, dataDir);
    await sql.begin(async (tx) => {
      await endSessions(tx, say);
      await markRestored(tx);
    });
    for (const { schema, name } of await tablesOf(sql)) await sql`vacuum (analyze) ${sql(schema)}.${sql(name)}`;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function fill(sql: postgres.Sql, { path, key, whole, say, bytes, dataDir }: Target, incoming: string) {
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  const file: Sink["file"] = (name, data) => putFile(incoming, name, data);
  const read = (sink: Sink) => readBackup(path, key, { ...sink, file, bytes });
  await sql.begin((tx) => load({ tx, whole, say, read }));
}

function refuseFiles(dataDir: string): void {
  for (const folder of FOLDERS) {
    const path = join(dataDir, folder);
    if (!existsSync(path) || readdirSync(path).length === 0) continue;
    throw new Refusal(`${path} is not empty: move it away, or set DATA_DIR to a new folder.`);
  }
}

async function moveFiles(incoming: string, dataDir: string): Promise<void> {
  for (const folder of FOLDERS) {
    if (!existsSync(join(incoming, folder))) continue;
    await rm(join(dataDir, folder), { recursive: true, force: true });
    await rename(join(incoming, folder), join(dataDir, folder));
  }
  if (existsSync(incoming)) await rmdir(incoming);
}

/**
 * Who signed out after the backup was made would be signed in again, and an invitation that was used would let in
 * whoever finds it: all of them end. Keys of machines go on, or national systems would fall silent.
 */
async function endSessions(tx: postgres.TransactionSql, say: (line: string) => void): Promise<void> {
  await tx`update tokens set revoked_at = now() where kind in ('session', 'invitation') and revoked_at is null`;
  const [keys] = await tx<{ count: number }[]>`
    select count(*)::int as count from tokens where kind = 'key' and revoked_at is null and expires_at > now()`;
  say("Everybody signs in again; open invitations are made anew.");
  if (keys?.count) {
    say(`${keys.count} keys of machines hold as they did: revoke those that were revoked after the backup was made.`);
  }
}
