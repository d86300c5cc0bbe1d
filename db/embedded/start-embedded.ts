import { existsSync } from "node:fs";
import { resolve } from "node:path";
import postgres from "postgres";
import { Refusal } from "../refusal.ts";
import { type Binaries, findBinaries } from "./binaries.ts";
import {
  type ClusterFolder,
  clusterExists,
  clusterFolder,
  openDataDir,
  type Passwords,
  readPasswords,
  refuseOtherMajor,
} from "./folder.ts";
import { holdCluster } from "./hold.ts";
import { chooseIdentity } from "./identity.ts";
import { type LaunchOptions, launch, launchMark, type Running } from "./launch.ts";
import { findLeftover, stopServer } from "./leftover.ts";
import { makeCluster } from "./make-cluster.ts";
import { eventually, isAlive, type PidFile, readPidFile } from "./process.ts";
import { DATABASE, databaseUrl, ROLES, SUPERUSER } from "./roles.ts";
import { supervise } from "./supervise.ts";

export interface EmbeddedOptions {
  dataDir: string;
  /** Off in tests only. */
  fsync?: boolean;
  log?: (line: string) => void;
}

export interface Embedded {
  ownerUrl: string;
  appUrl: string;
  readUrl: string;
  superUrl: string;
  port: number;
  /** Whether the cluster was made by this start. */
  isNew: boolean;
  /** Of the server as it runs now; changes when it had to be started again. */
  pid(): number;
  /** Fast stop: resolves when everything is on disk and the server is gone. */
  stop(): Promise<void>;
}

/** The PostgreSQL that comes with Naga, running as a child process over the data in `dataDir`, made if need be. */
export async function startEmbedded({ dataDir, fsync = true, log = () => {} }: EmbeddedOptions): Promise<Embedded> {
  const home = resolve(dataDir);
  const binaries = findBinaries();
  openDataDir(home);
  refuseOtherMajor(home, binaries.major);
  const folder = clusterFolder(home, binaries.major);
  const isNew = !clusterExists(folder);
  if (isNew) await makeCluster(binaries, home, fsync);
  return runCluster({ home, binaries, folder, fsync, isNew, log });
}

/** Whether there is a database of ours in this folder. */
export function embeddedExists(dataDir: string): boolean {
  return existsSync(clusterFolder(resolve(dataDir), findBinaries().major).home);
}

/** For programs beside the app: the server that runs over `dataDir`, left running at the end; else one of their own. */
export async function joinEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const folder = clusterFolder(resolve(options.dataDir), findBinaries().major);
  const found = existsSync(folder.data) ? findLeftover(folder.data) : undefined;
  if (!found?.ready) return startEmbedded(options);
  const stop = () => Promise.resolve();
  return { ...urls(readPasswords(folder), found.port), port: found.port, isNew: false, pid: () => found.pid, stop };
}

interface Cluster {
  home: string;
  binaries: Binaries;
  folder: ClusterFolder;
  fsync: boolean;
  isNew: boolean;
  log: (line: string) => void;
}

async function runCluster({ home, binaries, folder, fsync, isNew, log }: Cluster): Promise<Embedded> {
  const passwords = readPasswords(folder);
  const identity = chooseIdentity(binaries.postgres, folder.data);
  const options: LaunchOptions = { binaries, identity, folder, fsync };
  const left = await takeOver(options, passwords, home);
  const first = left ?? (await launch(options));
  const url = urls(passwords, first.port);
  const hold = () => holdCluster(maintenanceUrl(passwords, first.port), home);
  let held = await hold().catch(async (error) => {
    if (!left) await stopServer(first.pid);
    throw error;
  });
  const supervised = supervise({
    first,
    log,
    async restart() {
      const again = await launch({ ...options, port: first.port });
      await held.release();
      held = await hold().catch((error) => {
        log(`data folder is not held: ${error instanceof Error ? error.message : error}`);
        return held;
      });
      return again;
    },
  });
  async function stop() {
    await held.release();
    await supervised.stop();
  }
  return { ...url, port: first.port, isNew, pid: supervised.pid, stop };
}

function urls(passwords: Passwords, port: number) {
  return {
    ownerUrl: databaseUrl(ROLES.owner, passwords.owner, port, DATABASE),
    appUrl: databaseUrl(ROLES.app, passwords.app, port, DATABASE),
    readUrl: databaseUrl(ROLES.read, passwords.read, port, DATABASE),
    superUrl: databaseUrl(SUPERUSER, passwords.super, port, DATABASE),
  };
}

/** Away from the app's database, so that this can be copied, renamed and restored while the cluster is held. */
function maintenanceUrl(passwords: Passwords, port: number): string {
  return databaseUrl(SUPERUSER, passwords.super, port, "postgres");
}

/** A server left by an app that was killed: taken over if it was started as we would, stopped otherwise. */
async function takeOver(options: LaunchOptions, passwords: Passwords, home: string): Promise<Running | undefined> {
  const { folder } = options;
  const found = findLeftover(folder.data);
  if (!found) return;
  await eventually(() => readPidFile(folder.data)?.ready === true || !isAlive(found.pid), 30_000);
  const ready = findLeftover(folder.data);
  if (!ready) return;
  const url = maintenanceUrl(passwords, ready.port);
  if (await startedAs(url, launchMark(options.binaries, options.fsync))) return adopted(ready);
  await (await holdCluster(url, home).catch(passRefusal))?.release();
  await stopServer(ready.pid);
}

/** Another app's server is not stopped; one that does not even answer is. */
function passRefusal(error: unknown): undefined {
  if (error instanceof Refusal) throw error;
}

async function startedAs(url: string, mark: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    const [row] = await sql<{ mark: string | null }[]>`select current_setting('naga.launch', true) as mark`;
    return row?.mark === mark;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function adopted({ pid, port }: PidFile): Running {
  return { pid, port, gone: eventually(() => !isAlive(pid), Number.POSITIVE_INFINITY).then(() => {}) };
}
