import { existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import postgres from "postgres";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { submitReport } from "#app/services/reports.server.ts";
import type { BackupKey } from "#db/backup/age-key.ts";
import { describe as describeBackup } from "#db/backup/describe.ts";
import { exported } from "#db/backup/export.ts";
import { readBackup } from "#db/backup/read.ts";
import { restore } from "#db/backup/restore.ts";
import { writeSealed } from "#db/backup/sealed-file.ts";
import { type Entry, entryOf } from "#db/backup/tar.ts";
import { refuseHalfRestored } from "#db/half-restored.ts";
import { migrate, withFirstMigrations } from "#db/migrate.ts";
import { sealStreams, waitingStreams } from "#db/queries/events.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aKey, backUp, bringBack, emptyDatabase, sumsOf } from "#tests/support/backups.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { type Dump, dumpOf, pour } from "#tests/support/kept-dump.ts";
import { type OwnFolder, ownFolder } from "#tests/support/own-folder.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

const KEPT = fileURLToPath(new URL("./kept/0003_frames.json.gz", import.meta.url));

let folder: OwnFolder;
let key: BackupKey;
let world: World;
let path: string;

beforeAll(async () => {
  folder = await ownFolder("backups");
  key = await aKey();
  world = await aWorld({ steps: { "TH-CUS": 0 } });
  const officer = await world.join({ role: "reporter", agency: agencyOf(world, "TH-CUS") });
  for (let n = 0; n < 3; n++) await submitReport(officer, aCommand(aSeizureInput()));
  await sealStreams(world.app.db, await waitingStreams(world.app.db));
  path = await backUp("a", { ownerUrl: world.database.ownerUrl, dataDir: dataDir("a"), key });
}, 120_000);
afterAll(async () => {
  await world.close();
  folder.remove();
});

const dataDir = (name: string) => join(folder.path, name);

/** A copy of the backup, spoilt. */
function spoilt(name: string, spoil: (bytes: Buffer) => Buffer): string {
  const to = join(dataDir("a"), name);
  writeFileSync(to, spoil(readFileSync(path)));
  return to;
}

const flippedAt = (share: number) => (bytes: Buffer) => {
  const at = Math.floor(bytes.length * share);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
};

test.each<[string, (bytes: Buffer) => Buffer, RegExp]>([
  ["cut in its middle", (bytes) => bytes.subarray(0, bytes.length / 2), /no whole backup: it was cut off or changed/],
  ["cut by a byte", (bytes) => bytes.subarray(0, -1), /no whole backup: it was cut off or changed/],
  ["cut at a seam", (bytes) => bytes.subarray(0, seam(bytes)), /no whole backup: it was cut off or changed/],
  ["changed in its middle", flippedAt(0.5), /no whole backup: it was cut off or changed/],
  ["changed at its end", flippedAt(0.9999), /no whole backup: it was cut off or changed/],
  ["with two pieces in each other's place", exchanged, /no whole backup: it was cut off or changed/],
  ["longer", (bytes) => Buffer.concat([bytes, Buffer.from("x")]), /no whole backup: it was cut off or changed/],
  ["cut in its head", (bytes) => bytes.subarray(0, 60), /no whole backup|no backup of Naga/],
  ["empty", () => Buffer.alloc(0), /no whole backup|no backup of Naga/],
  ["something else", () => Buffer.from("PGDMP and more"), /is no backup of Naga/],
])("a file %s is refused in words", async (name, spoil, words) => {
  const file = spoilt(name.replaceAll(/\W/g, "-"), spoil);
  await expect(readBackup(file, key)).rejects.toThrow(words);
});

const PIECE = 64 * 1024 + 16;
/** Where the first sealed piece begins: after the head's last line and a nonce. */
const begin = (bytes: Buffer) => bytes.indexOf("\n", bytes.indexOf("--- ")) + 1 + 16;
const seam = (bytes: Buffer) => begin(bytes) + 3 * PIECE;

function exchanged(bytes: Buffer): Buffer {
  const at = begin(bytes);
  const [one, other] = [bytes.subarray(at, at + PIECE), bytes.subarray(at + PIECE, at + 2 * PIECE)];
  return Buffer.concat([bytes.subarray(0, at), other, one, bytes.subarray(at + 2 * PIECE)]);
}

test("a wrong key and a missing file are told before anything is touched", async () => {
  await expect(readBackup(path, await aKey())).rejects.toThrow("does not open");
  await expect(readBackup(join(folder.path, "nowhere"), key)).rejects.toThrow("cannot be read");
});

test("reading alone says what a backup holds", async () => {
  const lines = describeBackup(await readBackup(path, key)).join("\n");
  expect(lines).toMatch(/1 operations, 6 agencies, \d+ people, 3 versions of seizures, \d+ events/);
});

test("a backup whose sums are not those of its rows is no whole one", async () => {
  async function* lying(): AsyncGenerator<Entry> {
    const source = { ownerUrl: world.database.ownerUrl, dataDir: "", app: "", say: () => {}, count: () => {} };
    for await (const entry of exported(source, () => {})) {
      if (entry.name.startsWith("tables/public.events/")) for await (const _ of entry.data);
      else yield entry;
    }
  }
  const file = join(folder.path, "lying.age");
  await writeSealed(file, key, lying());
  await expect(readBackup(file, key)).rejects.toThrow("the table public.events has 0 rows where");
});

test.each([
  ["something else", [entryOf("x", Buffer.from("y"))], "holds something else"],
  ["of a newer Naga", [entryOf("naga-backup.json", Buffer.from('{"format": 2}'))], "a newer Naga made it"],
  ["nothing", [], "its end is missing"],
])("a sealed file that holds %s is refused", async (name, entries, words) => {
  const file = join(folder.path, `${name.replaceAll(" ", "-")}.age`);
  async function* made() {
    yield* entries;
  }
  await writeSealed(file, key, made());
  await expect(readBackup(file, key)).rejects.toThrow(words);
});

test("nothing is restored over accounts, over tables of others, over attachments or beside a running app", async () => {
  const full = await aWorld();
  const dir = dataDir("refused");
  await full.app.sql`select 1`;
  await expect(bringBack(path, { ownerUrl: full.database.ownerUrl, dataDir: dir, key })).rejects.toThrow(
    "Naga is connected to this database",
  );
  const before = await dumpOf(full.owner);
  await full.app.end();
  await expect(bringBack(path, { ownerUrl: full.database.ownerUrl, dataDir: dir, key })).rejects.toThrow(
    "is not empty",
  );
  expect(await dumpOf(full.owner)).toEqual(before);
  await full.close();

  const { ownerUrl, superUrl } = await emptyDatabase("t_of_others");
  const others = postgres(superUrl, { max: 1, onnotice: () => {} });
  await others`create table somebodys (n int)`;
  await expect(bringBack(path, { ownerUrl, dataDir: dir, key })).rejects.toThrow("is not empty");
  await others`drop table somebodys`;
  mkdirSync(join(dir, "attachments"), { recursive: true });
  writeFileSync(join(dir, "attachments", "photo.jpg"), "x");
  await expect(bringBack(path, { ownerUrl, dataDir: dir, key })).rejects.toThrow("attachments is not empty");
  expect(await others`select from pg_tables where schemaname in ('public', 'jobs', 'drizzle')`).toHaveLength(0);
  await others.end();
});

test("half a restore is not started on, and the next one begins anew", async () => {
  const { ownerUrl, superUrl } = await emptyDatabase("t_half");
  const sql = postgres(superUrl, { max: 1, onnotice: () => {} });
  const file = join(dataDir("a"), "goes.age");
  writeFileSync(file, readFileSync(path));
  const restoring = { path: file, key, whole: await readBackup(file, key), ownerUrl, dataDir: dataDir("half") };
  truncateSync(file, 100_000);
  await expect(restore({ ...restoring, say: () => {}, bytes: () => {} })).rejects.toThrow("cut off or changed");
  expect(await sql`select from persons`).toHaveLength(0);
  await expect(migrate(ownerUrl)).rejects.toThrow(/goes\.age.*not whole.*npm run restore again/);
  await expect(refuseHalfRestored(sql)).rejects.toThrow("not whole");
  await bringBack(path, { ownerUrl, dataDir: dataDir("half"), key });
  expect(await sumsOf(sql)).toEqual(await sumsOf(world.owner));
  await migrate(ownerUrl);
  await sql.end();
});

test("a database that a start has prepared and nobody has used is as good as an empty one", async () => {
  const fresh = await freshDatabase();
  const sql = postgres(fresh.superUrl, { max: 1, onnotice: () => {} });
  await bringBack(path, { ownerUrl: fresh.ownerUrl, dataDir: dataDir("prepared"), key });
  expect(await sumsOf(sql)).toEqual(await sumsOf(world.owner));
  await sql.end();
});

test("while people write, the backup is the state of one moment: numbers without holes, the chain whole", async () => {
  const busy = await aWorld({ steps: { "TH-CUS": 0 } });
  const officers = await Promise.all(
    Array.from({ length: 4 }, () => busy.join({ role: "reporter", agency: agencyOf(busy, "TH-CUS") })),
  );
  const over = { yet: false };
  let sent = 0;
  const writers = officers.map(async (officer) => {
    while (!over.yet) {
      await submitReport(officer, aCommand(aSeizureInput()));
      sent++;
      await sealStreams(busy.app.db, await waitingStreams(busy.app.db));
    }
  });
  while (sent < 8) await Promise.race([submitReport(officers[0] as never, aCommand(aSeizureInput())), ...writers]);
  const sentBefore = sent;
  const file = await backUp("busy", { ownerUrl: busy.database.ownerUrl, dataDir: dataDir("busy"), key });
  const sentDuring = sent - sentBefore;
  over.yet = true;
  await Promise.all(writers);
  expect(sentDuring).toBeGreaterThan(3);

  const { ownerUrl, superUrl } = await emptyDatabase("t_busy");
  await bringBack(file, { ownerUrl, dataDir: dataDir("busy-back"), key });
  const sql = postgres(superUrl, { max: 1, onnotice: () => {} });
  const [back] = await sql`
    select (select count(*)::int from seizures) as cases, (select count(*)::int from seizure_reports) as reports,
      (select count(*)::int from events where type = 'seizure.released') as released,
      (select count(*)::int from streams s, lateral broken_links(s.id)) as broken,
      (select count(*)::int from (select from events where seq is not null group by stream_id
        having count(*) <> max(seq) or min(seq) <> 1) holes) as holes,
      (select count(*)::int from streams s where head <> (select coalesce(max(seq), 0) from events e where e.stream_id = s.id)) as heads`;
  const [now] = await busy.owner`select count(*)::int as cases from seizures`;
  expect(back).toMatchObject({ broken: 0, holes: 0, heads: 0 });
  expect(back?.cases).toBe(back?.reports);
  expect(back?.released).toBeGreaterThanOrEqual(back?.cases);
  expect(back?.cases).toBeGreaterThanOrEqual(sentBefore);
  expect(back?.cases).toBeLessThan(now?.cases);
  await sql.end();
  await busy.close();
}, 120_000);

test("a backup of an earlier version comes back under this one, with every row it had", async () => {
  const kept: Dump = JSON.parse(gunzipSync(readFileSync(KEPT)).toString("utf8"));
  const old = await emptyDatabase("t_backup_before");
  await withFirstMigrations(4, (migrations) => migrate(old.ownerUrl, migrations));
  const before = postgres(old.superUrl, { max: 1, onnotice: () => {} });
  const places = new Set((kept.seizure_facts ?? []).map(({ place_id }) => place_id));
  await pour(before, { ...(await referenceRows((id) => places.has(id))), ...kept });
  const file = await backUp("old", { ownerUrl: old.ownerUrl, dataDir: dataDir("old"), key });
  expect((await readBackup(file, key)).header.migrations).toHaveLength(4);

  const { ownerUrl, superUrl } = await emptyDatabase("t_backup_after");
  await bringBack(file, { ownerUrl, dataDir: dataDir("old-back"), key });
  const sql = postgres(superUrl, { max: 1, onnotice: () => {} });
  const now = await dumpOf(sql);
  for (const [table, rows] of Object.entries(kept)) {
    const known = rows.map((row) => (table === "tokens" ? { ...row, revoked_at: expect.anything() } : row));
    expect(now[table], table).toEqual(expect.arrayContaining(known.map((row) => expect.objectContaining(row))));
  }
  expect(await sql`select * from streams s, lateral broken_links(s.id)`).toEqual([]);
  await Promise.all([before.end(), sql.end()]);
}, 120_000);

/** The reference data of today, which a dump leaves out: foreign keys lead to them. */
async function referenceRows(isWanted: (place: unknown) => boolean): Promise<Dump> {
  const today = postgres(inject("cluster").superUrl, { max: 1, onnotice: () => {} });
  const dump: Dump = {};
  for (const name of ["sources", "countries", "codes", "commodities", "units", "places", "taxa"]) {
    const rows = await today<{ row: Record<string, unknown> }[]>`select to_jsonb(t) as row from ${today(name)} t`;
    dump[name] = rows.map(({ row }) => row).filter(({ id }) => name !== "places" || isWanted(id));
  }
  await today.end();
  return dump;
}

test("no restore left anything half made beside the data", () => {
  for (const name of ["half", "prepared", "busy-back"])
    expect(existsSync(join(dataDir(name), "files.restoring"))).toBe(false);
});
