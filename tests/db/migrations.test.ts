import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import postgres from "postgres";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { makeDatabase } from "#db/embedded/roles.ts";
import { migrate } from "#db/migrate.ts";
import { type Dump, dumpOf, pour } from "#tests/support/kept-dump.ts";
import { type OwnFolder, ownFolder } from "#tests/support/own-folder.ts";
import { aDay } from "./a-day.ts";

const MIGRATIONS = fileURLToPath(new URL("../../db/migrations", import.meta.url));
const KEPT = fileURLToPath(new URL("./kept", import.meta.url));
/** The release before: the last migration it had, and what a day in it left. */
const BEFORE = "0003_frames";

let folder: OwnFolder;
beforeAll(async () => {
  folder = await ownFolder("migrations");
});
afterAll(() => folder.remove());

const hashOf = (tag: string) =>
  createHash("sha256")
    .update(readFileSync(join(MIGRATIONS, `${tag}.sql`)))
    .digest("hex");

/** Hashes by tag. A migration that is landed is written in here once, and never again. */
const landed: Record<string, string> = JSON.parse(readFileSync(join(KEPT, "landed.json"), "utf8"));

test("a migration that has landed is never changed, and none is left out of the list", () => {
  const tags = readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith(".sql"))
    .map((name) => name.replace(".sql", ""));
  expect(Object.fromEntries(tags.map((tag) => [tag, hashOf(tag)]))).toEqual(landed);
});

test("a database of the release before comes up with every row it had, its chain whole", async () => {
  const kept: Dump = JSON.parse(gunzipSync(readFileSync(join(KEPT, `${BEFORE}.json.gz`))).toString("utf8"));
  const { ownerUrl, superUrl } = await emptyDatabase("t_release_before");
  await migrate(ownerUrl, upTo(BEFORE));
  const sql = postgres(superUrl, { max: 1, onnotice: () => {} });
  try {
    await pour(sql, kept);
    await migrate(ownerUrl);
    const now = await dumpOf(sql);
    // What came with the migrations: the watch of each operation.
    const added = (row: object) => "kind" in row && row.kind === "watch";
    for (const [table, rows] of Object.entries(kept)) {
      const before = now[table]?.filter((row) => !added(row));
      expect(before, table).toEqual(rows.map((row) => expect.objectContaining(row)));
    }
    expect(now.streams?.filter(added)).toHaveLength(kept.operations?.length ?? 0);
    const broken = await sql`select * from streams s, lateral broken_links(s.id)`;
    expect(broken).toEqual([]);
    expect((await sql`select count(*)::int as n from events where seq is not null`)[0]?.n).toBeGreaterThan(5);
  } finally {
    await sql.end();
  }
});

test("a day's work can be kept for the release to come, and poured back", async () => {
  const day = await aDay();
  const sql = postgres(day.superUrl, { max: 1, onnotice: () => {} });
  try {
    const dump = await dumpOf(sql);
    expect(Object.keys(dump)).toEqual(
      expect.arrayContaining(["seizure_facts", "seizures", "seizure_nominal", "events"]),
    );
    // How the file of the next release is made: NAGA_KEEP=0005_invitations, once, before it lands.
    const keep = process.env.NAGA_KEEP;
    if (keep) writeFileSync(join(KEPT, `${keep}.json.gz`), gzipSync(JSON.stringify(dump), { level: 9 }));
    const { ownerUrl, superUrl } = await emptyDatabase("t_poured_back");
    await migrate(ownerUrl);
    const back = postgres(superUrl, { max: 1, onnotice: () => {} });
    await pour(back, dump);
    expect(await dumpOf(back)).toEqual(dump);
    await back.end();
  } finally {
    await sql.end();
    await day.close();
  }
});

/** The migrations as an earlier release had them. */
function upTo(tag: string): string {
  const journal = JSON.parse(readFileSync(join(MIGRATIONS, "meta/_journal.json"), "utf8"));
  const entries: { tag: string }[] = journal.entries;
  const until = entries.findIndex((entry) => entry.tag === tag) + 1;
  const path = join(folder.path, tag);
  mkdirSync(join(path, "meta"), { recursive: true });
  for (const entry of entries.slice(0, until))
    cpSync(join(MIGRATIONS, `${entry.tag}.sql`), join(path, `${entry.tag}.sql`));
  writeFileSync(join(path, "meta/_journal.json"), JSON.stringify({ ...journal, entries: entries.slice(0, until) }));
  return path;
}

async function emptyDatabase(name: string) {
  const cluster = inject("cluster");
  const inside = (url: string, database: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href;
  const superUrl = inside(cluster.superUrl, name);
  const server = postgres(inside(cluster.superUrl, "postgres"), { max: 1, onnotice: () => {} });
  await makeDatabase(server, name);
  await server.end();
  const database = postgres(superUrl, { max: 1, onnotice: () => {} });
  await database.unsafe("create extension pg_trgm; create extension unaccent; create extension pgcrypto;");
  await database.end();
  return { superUrl, ownerUrl: inside(cluster.ownerUrl, name) };
}
