import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { inject } from "vitest";
import { type BackupKey, newKey, readBackupKey } from "#db/backup/age-key.ts";
import type { Bucket } from "#db/backup/bucket.ts";
import { exported } from "#db/backup/export.ts";
import { readBackup } from "#db/backup/read.ts";
import { restore } from "#db/backup/restore.ts";
import { writeSealed } from "#db/backup/sealed-file.ts";
import { makeDatabase } from "#db/embedded/roles.ts";
import { inDatabase } from "./database.ts";

export const PASSPHRASE = "nine otters cross the river";

export const passphraseKey = (passphrase = PASSPHRASE) => readBackupKey({ passphrase, keyFile: undefined });

/** A new pair of keys: sealing and opening with them costs nothing, as it does with a passphrase. */
export async function aKey(): Promise<BackupKey> {
  const folder = mkdtempSync(join(tmpdir(), "naga-key-"));
  const keyFile = join(folder, "key.txt");
  writeFileSync(keyFile, (await newKey()).file, { mode: 0o600 });
  try {
    return await readBackupKey({ passphrase: undefined, keyFile });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type From = { ownerUrl: string; dataDir: string; key: BackupKey; bucket?: Bucket };

/** Backs a database up into a new file of this folder, whose place it answers. */
export async function backUp(name: string, { ownerUrl, dataDir, key, bucket }: From): Promise<string> {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, `${name}.tar.gz.age`);
  const source = { ownerUrl, dataDir, bucket, app: "0.0.0-test", say: () => {}, count: () => {} };
  await writeSealed(
    path,
    key,
    exported(source, () => {}),
  );
  return path;
}

/** Restores a file; answers what was said. */
export async function bringBack(path: string, { ownerUrl, dataDir, key, bucket }: From): Promise<string[]> {
  const said: string[] = [];
  const whole = await readBackup(path, key);
  await restore({ path, key, whole, ownerUrl, dataDir, bucket, say: (line) => said.push(line), bytes: () => {} });
  return said;
}

/** A database that nobody has used, in the cluster of the run. */
export async function emptyDatabase(name: string) {
  const cluster = inject("cluster");
  const superUrl = inDatabase(cluster.superUrl, name);
  const server = postgres(inDatabase(cluster.superUrl, "postgres"), { max: 1, onnotice: () => {} });
  await makeDatabase(server, name);
  await server.end();
  const database = postgres(superUrl, { max: 1, onnotice: () => {} });
  await database.unsafe("create extension pg_trgm; create extension unaccent; create extension pgcrypto;");
  await database.end();
  return { superUrl, ownerUrl: inDatabase(cluster.ownerUrl, name) };
}

/** Left out of comparisons: what the end of every restore changes, and counters that are no records. */
const COLUMNS: Record<string, string> = { "public.tokens": "id, hash, kind, person_id, label, created_by, expires_at" };
const UNLOGGED = "jobs.rate_limits";

/** Rows and a hash of each table of ours, counted by PostgreSQL itself and not by the program under test. */
export async function sumsOf(sql: postgres.Sql): Promise<Record<string, { rows: number; hash: string | null }>> {
  const tables = await sql<{ title: string }[]>`
    select format('%I.%I', schemaname, tablename) as title from pg_tables
    where schemaname in ('public', 'jobs', 'drizzle') order by 1`;
  const sums: Record<string, { rows: number; hash: string | null }> = {};
  for (const { title } of tables) {
    if (title === UNLOGGED) continue;
    const [sum] = await sql.unsafe<{ rows: number; hash: string | null }[]>(`
      select count(*)::int as rows, md5(string_agg(row, '' order by row collate "C")) as hash
      from (select md5(t::text) as row from (select ${COLUMNS[title] ?? "*"} from ${title}) t) rows`);
    if (sum) sums[title] = { ...sum };
  }
  return sums;
}

/** Everything that decides who may do what: owners, rights, policies, functions with their bodies, triggers, sequences. */
export async function rightsOf(sql: postgres.Sql) {
  const ours = sql`('public', 'jobs', 'drizzle')`;
  const [policies, relations, columns, functions, triggers, constraints, indexes, schemas] = await Promise.all([
    sql`select * from pg_policies order by schemaname, tablename, policyname`,
    sql`select relnamespace::regnamespace::text as schema, relname, relkind, relowner::regrole::text as owner, relacl::text,
        relrowsecurity, relforcerowsecurity, relpersistence
      from pg_class where relnamespace::regnamespace::text in ${ours} order by 1, 2`,
    sql`select attrelid::regclass::text as relation, attname, attacl::text from pg_attribute
      where attacl is not null and attrelid > 16383 order by 1, 2`,
    sql`select p.oid::regprocedure::text as name, proowner::regrole::text as owner, proacl::text, prosecdef, md5(prosrc) as body
      from pg_proc p where pronamespace::regnamespace::text in ${ours} order by 1`,
    sql`select tgrelid::regclass::text as relation, tgname, tgenabled from pg_trigger where not tgisinternal order by 1, 2`,
    sql`select conrelid::regclass::text as relation, conname, convalidated, pg_get_constraintdef(oid) as says from pg_constraint
      where connamespace::regnamespace::text in ${ours} order by 1, 2`,
    sql`select schemaname, indexname, indexdef from pg_indexes where schemaname in ${ours} order by 1, 2`,
    sql`select nspname, nspowner::regrole::text as owner, nspacl::text from pg_namespace where nspname !~ '^pg_' order by 1`,
  ]);
  return { policies, relations, columns, functions, triggers, constraints, indexes, schemas };
}
