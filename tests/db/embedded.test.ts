import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { afterEach, expect, test } from "vitest";
import { findBinaries } from "#db/embedded/binaries.ts";
import { clusterFolder } from "#db/embedded/folder.ts";
import { isAlive } from "#db/embedded/process.ts";
import { type Embedded, startEmbedded } from "#db/embedded/start-embedded.ts";
import { Refusal } from "#db/refusal.ts";
import { type OwnFolder, ownFolder } from "#tests/support/own-folder.ts";
import { copyPreparedCluster } from "#tests/support/prepared-cluster.ts";

const { major } = findBinaries();
const CHILD = fileURLToPath(new URL("../support/embedded-child.ts", import.meta.url));
const ends: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function newFolder(): Promise<OwnFolder> {
  const folder = await ownFolder("embedded");
  ends.push(() => folder.remove());
  return folder;
}

/** A folder in which a cluster lies already, as after an earlier start. */
async function usedFolder(): Promise<string> {
  const { path } = await newFolder();
  await copyPreparedCluster(path);
  return path;
}

async function start(dataDir: string, fsync = false): Promise<Embedded> {
  const embedded = await startEmbedded({ dataDir, fsync });
  ends.push(() => embedded.stop());
  return embedded;
}

async function ask<T extends postgres.Row>(url: string, query: string): Promise<T[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await sql.unsafe<T[]>(query);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** A refused connection answers at once: tries would be used up before a busy machine has recovered. */
const BACK_WITHIN_MS = 45_000;

/** Asks until the database takes connections again. */
async function askUntilBack<T extends postgres.Row>(url: string, query: string): Promise<T[]> {
  const until = Date.now() + BACK_WITHIN_MS;
  for (;;) {
    try {
      return await ask<T>(url, query);
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}

async function refusal(dataDir: string): Promise<string> {
  const error = await startEmbedded({ dataDir, fsync: false }).then(
    (embedded) => embedded.stop(),
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(Refusal);
  const { message } = error as Refusal;
  expect(message).not.toContain("\n");
  return message;
}

interface Child {
  process: ChildProcess;
  pid: number;
  port: number;
  superUrl: string;
}

/** Another app over the same folder, to be killed. */
async function startInChild(dataDir: string, fsync = false): Promise<Child> {
  const child = spawn(process.execPath, ["--import", "tsx", CHILD, dataDir, String(fsync)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  ends.push(() => child.kill("SIGKILL"));
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  return { process: child, ...(JSON.parse(line.toString()) as { pid: number; port: number; superUrl: string }) };
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

test("a first start makes a cluster with three roles that cannot pass over row-level security", async () => {
  const { path } = await newFolder();
  const embedded = await start(path, true);
  expect(embedded.isNew).toBe(true);
  const roles = await ask(
    embedded.appUrl,
    "select rolname, rolsuper or rolbypassrls or rolcreatedb or rolcreaterole as above from pg_roles where rolname like 'naga%' order by 1",
  );
  expect(roles.map(({ rolname, above }) => [rolname, above])).toEqual([
    ["naga_app", false],
    ["naga_owner", false],
    ["naga_read", false],
  ]);
  const [settings] = await ask(
    embedded.superUrl,
    "select current_setting('data_checksums') as checksums, current_setting('fsync') as fsync, current_setting('listen_addresses') as listens, current_setting('unix_socket_directories') as sockets, cardinality(show_trgm('深圳')) > 0 as searches, datcollate as locale from pg_database where datname = 'naga'",
  );
  expect(settings).toEqual({
    checksums: "on",
    fsync: "on",
    listens: "127.0.0.1",
    sockets: "",
    searches: true,
    locale: "C.UTF-8",
  });
  const folder = clusterFolder(path, major);
  expect(statSync(folder.passwords).mode & 0o777).toBe(0o600);
  expect(statSync(folder.data).mode & 0o777).toBe(0o700);
  await expect(ask(embedded.appUrl.replace(/:[^:@]+@/, ":wrong@"), "select 1")).rejects.toThrow(/password/);
});

test("what was written is there after a restart", async () => {
  const path = await usedFolder();
  const first = await startEmbedded({ dataDir: path, fsync: false });
  await ask(first.superUrl, "create table kept as select 42 as answer");
  await first.stop();
  expect(isAlive(first.pid())).toBe(false);
  const second = await start(path);
  expect(second.isNew).toBe(false);
  expect(await ask(second.superUrl, "select answer from kept")).toEqual([{ answer: 42 }]);
});

test("a killed server is started again at the same port, with what it had acknowledged", async () => {
  const embedded = await start(await usedFolder(), true);
  for (let round = 1; round <= 3; round++) {
    await ask(embedded.superUrl, `create table round_${round} as select ${round} as answer`);
    const killed = embedded.pid();
    process.kill(killed, "SIGKILL");
    expect(await askUntilBack(embedded.superUrl, `select answer from round_${round}`)).toEqual([{ answer: round }]);
    // It answers a moment before its keeper knows it by its new number.
    await expect.poll(() => embedded.pid()).not.toBe(killed);
  }
});

test("a server left over from a killed app is taken over, not doubled", async () => {
  const path = await usedFolder();
  const child = await startInChild(path, true);
  await ask(child.superUrl, "create table kept as select 42 as answer");
  await kill(child.process);
  expect(isAlive(child.pid)).toBe(true);
  const embedded = await start(path, true);
  expect([embedded.pid(), embedded.port]).toEqual([child.pid, child.port]);
  expect(await ask(embedded.superUrl, "select answer from kept")).toEqual([{ answer: 42 }]);
  process.kill(embedded.pid(), "SIGKILL");
  expect(await askUntilBack(embedded.superUrl, "select answer from kept")).toEqual([{ answer: 42 }]);
});

test("a left-over server that was started otherwise is stopped first", async () => {
  const path = await usedFolder();
  const child = await startInChild(path);
  await kill(child.process);
  const embedded = await start(path, true);
  expect(embedded.pid()).not.toBe(child.pid);
  expect(isAlive(child.pid)).toBe(false);
  expect(await ask(embedded.superUrl, "show fsync")).toEqual([{ fsync: "on" }]);
});

test("app and database killed together leave a folder that starts again", async () => {
  const path = await usedFolder();
  const child = await startInChild(path, true);
  await ask(child.superUrl, "create table kept as select 42 as answer");
  process.kill(child.pid, "SIGKILL");
  await kill(child.process);
  const embedded = await start(path, true);
  expect(await ask(embedded.superUrl, "select answer from kept")).toEqual([{ answer: 42 }]);
});

test("a second app over the same folder is refused, and the first goes on", async () => {
  const path = await usedFolder();
  const embedded = await start(path);
  expect(await refusal(path)).toMatch(/already runs on .*: stop it first/);
  expect(await ask(embedded.appUrl, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("a pid file whose number belongs to another program now does not keep the server from starting", async () => {
  const path = await usedFolder();
  const { data } = clusterFolder(path, major);
  writeFileSync(join(data, "postmaster.pid"), `${process.pid}\n${data}\n1\n1\n\n127.0.0.1\n\nready\n`);
  const embedded = await start(path);
  expect(await ask(embedded.appUrl, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("a folder that an interrupted first start left is made anew", async () => {
  const { path } = await newFolder();
  const making = clusterFolder(path, major, true);
  mkdirSync(making.data, { recursive: true });
  writeFileSync(join(making.data, "PG_VERSION"), `${major}\n`);
  const embedded = await start(path);
  expect(embedded.isNew).toBe(true);
  expect(existsSync(making.home)).toBe(false);
});

test("a folder that another start is preparing at this moment is left to it", async () => {
  const { path } = await newFolder();
  const making = clusterFolder(path, major, true);
  mkdirSync(making.data, { recursive: true });
  writeFileSync(join(making.home, "maker.pid"), String(process.ppid));
  expect(await refusal(path)).toMatch(/Another start \(process \d+\) is preparing/);
});

test("a database that lost a part is never passed over for a new one", async () => {
  const path = await usedFolder();
  const folder = clusterFolder(path, major);
  rmSync(join(folder.data, "PG_VERSION"));
  expect(await refusal(path)).toMatch(/is not a whole database \(data\/PG_VERSION is missing\): restore/);
});

test("a database whose files are damaged is told in one line with the place of the log", async () => {
  const path = await usedFolder();
  const folder = clusterFolder(path, major);
  writeFileSync(join(folder.data, "global", "pg_control"), Buffer.alloc(8192));
  expect(await refusal(path)).toMatch(/PostgreSQL did not start .*postgres\.log/);
});

test("a database of another version is never passed over for a new one", async () => {
  const path = await usedFolder();
  renameSync(clusterFolder(path, major).home, clusterFolder(path, major - 1).home);
  expect(await refusal(path)).toMatch(new RegExp(`another version than PostgreSQL ${major}`));
});

test("a folder in which nothing can be written is refused", async () => {
  const { path } = await newFolder();
  writeFileSync(path, "a file where the folder should be");
  expect(await refusal(path)).toMatch(/cannot be written: .*DATA_DIR/);
});

test("the log holds neither statements nor the values that broke a rule", async () => {
  const path = await usedFolder();
  const embedded = await start(path);
  await ask(embedded.superUrl, "create table people (mail text primary key)");
  await ask(embedded.superUrl, "insert into people values ('officer@example.org')");
  await expect(ask(embedded.superUrl, "insert into people values ('officer@example.org')")).rejects.toThrow(
    /duplicate/,
  );
  const log = readFileSync(clusterFolder(path, major).log, "utf8");
  expect(log).toMatch(/duplicate key/);
  expect(log).not.toMatch(/officer@example\.org|insert into/);
});
