import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBinaries } from "#db/embedded/binaries.ts";
import { clusterFolder } from "#db/embedded/folder.ts";
import { findLeftover, stopServer } from "#db/embedded/leftover.ts";
import { isAlive } from "#db/embedded/process.ts";

const PREFIX = "naga-test-";

export interface OwnFolder {
  path: string;
  remove(): void;
}

/** A new temporary folder of this process's. Clears away those of runs that were killed, their servers included. */
export async function ownFolder(purpose: string): Promise<OwnFolder> {
  await sweep();
  const path = mkdtempSync(join(tmpdir(), `${PREFIX}${purpose}-`));
  writeFileSync(join(path, "owner.pid"), String(process.pid));
  return { path: join(path, "data"), remove: () => rmSync(path, { recursive: true, force: true }) };
}

async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX))) {
    const path = join(tmpdir(), name);
    const owner = join(path, "owner.pid");
    if (!existsSync(owner) || isAlive(Number(readFileSync(owner, "utf8")))) continue;
    for (const making of [false, true])
      await stopIn(clusterFolder(join(path, "data"), findBinaries().major, making).data);
    rmSync(path, { recursive: true, force: true });
  }
}

async function stopIn(data: string): Promise<void> {
  const leftover = existsSync(data) ? findLeftover(data) : undefined;
  if (leftover) await stopServer(leftover.pid);
}
