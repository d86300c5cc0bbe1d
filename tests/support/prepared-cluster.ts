import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findBinaries } from "#db/embedded/binaries.ts";
import { startEmbedded } from "#db/embedded/start-embedded.ts";
import { migrate } from "#db/migrate.ts";
import { keepProofKey } from "#db/server-secret.ts";
import { markInUse } from "#realtime/start/in-use.ts";
import { loadReference } from "#seeds/reference.server.ts";
import { ownFolder } from "./own-folder.ts";

const HOME = fileURLToPath(new URL("../..", import.meta.url));
const CACHE = join(HOME, "node_modules", ".cache", "naga-test-cluster");
/** Whatever decides what a prepared cluster holds. */
const MADE_FROM = [
  "db/migrations",
  "db/embedded",
  "db/runtime-schema.ts",
  "db/server-secret.ts",
  "realtime/start/in-use.ts",
  "seeds",
];
const KEPT = 3;

export const PROOF_KEY = "proof-key-of-the-test-databases";

/** Puts a cluster that is migrated and has its reference data into `dataDir`: a copy of one made once per state of the sources. */
export async function copyPreparedCluster(dataDir: string): Promise<void> {
  const prepared = join(CACHE, hashOfSources());
  if (!existsSync(prepared)) await prepare(prepared);
  copy(prepared, dataDir);
}

async function prepare(target: string): Promise<void> {
  const folder = await ownFolder("prepared");
  const cluster = await startEmbedded({ dataDir: folder.path, fsync: false });
  try {
    await migrate(cluster.ownerUrl);
    await keepProofKey(cluster.ownerUrl, PROOF_KEY);
    await loadReference(cluster.ownerUrl);
    await markInUse(cluster);
  } finally {
    await cluster.stop();
  }
  mkdirSync(CACHE, { recursive: true });
  const half = `${target}.${process.pid}`;
  copy(folder.path, half);
  folder.remove();
  if (existsSync(target)) rmSync(half, { recursive: true });
  else renameSync(half, target);
  forgetOld();
}

/** With owners and rights, which PostgreSQL insists on. */
function copy(from: string, to: string): void {
  const { status, stderr } = spawnSync("cp", ["-a", from, to], { encoding: "utf8" });
  if (status !== 0) throw new Error(`cp -a ${from} ${to}: ${stderr}`);
}

function hashOfSources(): string {
  const hash = createHash("sha256").update(findBinaries().version);
  for (const path of MADE_FROM.flatMap(filesIn))
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(HOME, path)));
  return hash.digest("hex").slice(0, 24);
}

function filesIn(path: string): string[] {
  if (!statSync(join(HOME, path)).isDirectory()) return [path];
  const names = readdirSync(join(HOME, path)).sort();
  return names.flatMap((name) => filesIn(join(path, name)));
}

function forgetOld(): void {
  const age = (name: string) => statSync(join(CACHE, name)).mtimeMs;
  const names = readdirSync(CACHE).sort((left, right) => age(right) - age(left));
  for (const name of names.slice(KEPT)) rmSync(join(CACHE, name), { recursive: true, force: true });
}
