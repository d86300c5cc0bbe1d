import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Refusal } from "#db/refusal.ts";

const HOME = fileURLToPath(new URL("../..", import.meta.url));
const SOURCES = ["app", "db", "public", "realtime", "seeds", "package-lock.json", "remix.config.js", "vite.config.ts"];
const STAMP = join(HOME, "build", "sources.txt");
const MAKES_PAGES = /\.(tsx?|jsx?|mjs|css|json|svg|ico|png|webmanifest)$/;
/** Vite's account of a failure begins with the reason and goes on with every file it has seen. */
const REASON_LINES = 25;

export const SERVER_BUNDLE = join(HOME, "build", "server", "index.js");

/** Builds the pages where they are missing or made from other sources. The stamp comes last: half a build is none. */
export function ensureBuilt(say: (line: string) => void): void {
  const sources = hashOf(SOURCES);
  if (existsSync(SERVER_BUNDLE) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === sources) return;
  say("Building the pages; this is done once after each change …");
  const vite = join(dirname(createRequire(import.meta.url).resolve("@remix-run/dev/package.json")), "dist", "cli.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [vite, "vite:build"], { cwd: HOME, encoding: "utf8" });
  if (status !== 0) {
    process.stderr.write(`${stdout}${stderr.split("\n").slice(0, REASON_LINES).join("\n")}\n`);
    throw new Refusal("The pages could not be built: the reason stands above.");
  }
  writeFileSync(STAMP, sources);
}

function hashOf(paths: string[]): string {
  const hash = createHash("sha256");
  for (const path of paths.flatMap(filesIn))
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(HOME, path)));
  return hash.digest("hex");
}

function filesIn(path: string): string[] {
  const entries = path.includes(".") ? [] : readdirSync(join(HOME, path), { recursive: true, withFileTypes: true });
  if (entries.length === 0) return [path];
  const files = entries.filter((entry) => entry.isFile() && MAKES_PAGES.test(entry.name));
  return files.map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(HOME.length)).sort();
}
