import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../refusal.ts";
import type { Binaries } from "./binaries.ts";
import { type ClusterFolder, clusterFolder, giveTo, layFolder, writePasswords } from "./folder.ts";
import { chooseIdentity, type Identity, programAs } from "./identity.ts";
import { launch } from "./launch.ts";
import { findLeftover, stopServer } from "./leftover.ts";
import { isAlive } from "./process.ts";
import { makeRolesAndDatabase, SUPERUSER } from "./roles.ts";

/** The first that this machine knows; with any other kind of locale search misses Vietnamese and Chinese. */
const LOCALES = ["C.UTF-8", "en_US.UTF-8"] as const;
const MAKING_TAKES_AT_MOST_MS = 120_000;

/**
 * Makes a cluster with its roles and database beside its final place and moves it there when it is whole. So a folder
 * of that other name is always what an interrupted start left, holds nobody's data, and is made anew.
 */
export async function makeCluster(binaries: Binaries, dataDir: string, fsync: boolean): Promise<void> {
  const making = clusterFolder(dataDir, binaries.major, true);
  await clearHalfMade(making);
  const identity = chooseIdentity(binaries.postgres, making.data);
  layFolder(making, identity);
  writeFileSync(join(making.home, "maker.pid"), String(process.pid));
  const passwords = writePasswords(making);
  initialise({ binaries, identity, folder: making, fsync }, passwords.super);
  const running = await launch({ binaries, identity, folder: making, fsync });
  try {
    await makeRolesAndDatabase(running.port, passwords);
  } finally {
    await stopServer(running.pid);
  }
  rmSync(join(making.home, "maker.pid"));
  renameSync(making.home, clusterFolder(dataDir, binaries.major).home);
}

async function clearHalfMade(making: ClusterFolder): Promise<void> {
  if (!existsSync(making.home)) return;
  const maker = makerOf(making);
  if (maker !== undefined && maker !== process.pid && isAlive(maker)) {
    throw new Refusal(
      `Another start (process ${maker}) is preparing ${making.home}: wait for it, or end it and start again.`,
    );
  }
  const leftover = existsSync(making.data) ? findLeftover(making.data) : undefined;
  if (leftover) await stopServer(leftover.pid);
  rmSync(making.home, { recursive: true, force: true });
}

/** Who began this folder a moment ago; after some minutes the number may be any program's. */
function makerOf(making: ClusterFolder): number | undefined {
  const path = join(making.home, "maker.pid");
  if (!existsSync(path) || Date.now() - statSync(path).mtimeMs > MAKING_TAKES_AT_MOST_MS) return;
  return Number(readFileSync(path, "utf8")) || undefined;
}

function initialise(program: Initdb, password: string): void {
  const pwfile = join(program.folder.home, "superuser");
  writeFileSync(pwfile, password, { mode: 0o600 });
  giveTo(program.identity, pwfile);
  const complaint = runInitdb(program, pwfile, LOCALES[0]);
  const again = complaint && /locale/i.test(complaint) ? runInitdb(program, pwfile, LOCALES[1]) : complaint;
  rmSync(pwfile);
  if (again) throw new Refusal(`initdb could not make a database in ${program.folder.home}: ${again}`);
}

interface Initdb {
  binaries: Binaries;
  identity: Identity;
  folder: ClusterFolder;
  fsync: boolean;
}

/** What initdb complained of, or nothing when the cluster stands. */
function runInitdb({ binaries, identity, folder, fsync }: Initdb, pwfile: string, locale: string): string | undefined {
  const { file, args, ...ids } = programAs(identity, binaries.initdb, [
    `--pgdata=${folder.data}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${pwfile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    `--locale=${locale}`,
    "--data-checksums",
    "--no-instructions",
    ...(fsync ? [] : ["--no-sync"]),
  ]);
  const { status, stderr, error } = spawnSync(file, args, { ...ids, cwd: folder.data, encoding: "utf8" });
  if (status === 0) return;
  return stderr?.trim().split("\n").at(-1) || error?.message || `it ended with code ${status}`;
}
