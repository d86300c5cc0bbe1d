import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isAlive } from "#db/embedded/process.ts";
import { Refusal } from "#db/refusal.ts";

const HOME = fileURLToPath(new URL("../..", import.meta.url));
const SOURCES = ["app", "db", "public", "realtime", "seeds", "package-lock.json", "remix.config.js", "vite.config.ts"];
const STAMP = join(HOME, "build", "sources.txt");
const MAKES_PAGES = /\.(tsx?|jsx?|mjs|css|json|svg|ico|png|webmanifest)$/;
const LOCK = join(HOME, "node_modules", ".naga-build.lock");
const REASON_LINES = 15;
const WAIT_MS = 200;

export const SERVER_BUNDLE = join(HOME, "build", "server", "index.js");

/**
 * Builds the pages where they are missing or made from other sources. The stamp comes last: half a build is none. Of
 * several that start at once, one builds and the others wait for it.
 */
export function ensureBuilt(say: (line: string) => void): void {
  const sources = hashOf(SOURCES);
  if (isBuiltFrom(sources)) return;
  const release = holdBuild();
  try {
    if (!isBuiltFrom(sources)) build(sources, say);
  } finally {
    release();
  }
}

function isBuiltFrom(sources: string): boolean {
  return existsSync(SERVER_BUNDLE) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === sources;
}

function build(sources: string, say: (line: string) => void): void {
  say("Building the pages; this is done once after each change …");
  rmSync(STAMP, { force: true });
  const vite = join(dirname(createRequire(import.meta.url).resolve("@remix-run/dev/package.json")), "dist", "cli.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [vite, "vite:build"], { cwd: HOME, encoding: "utf8" });
  if (status !== 0) {
    process.stderr.write(`${reasonIn(`${stdout}${stderr}`)}\n`);
    throw new Refusal("The pages could not be built: the reason stands above.");
  }
  writeFileSync(STAMP, sources);
}

/** Vite tells of every file it has written and of every warning; what went wrong comes after. */
function reasonIn(output: string): string {
  const lines = output.split("\n");
  const from = lines.findIndex((line) => /build failed|error/i.test(line));
  return lines.slice(Math.max(0, from), Math.max(0, from) + REASON_LINES).join("\n");
}

/** Waits for its turn; the lock of a process that is gone counts no more. Answers how to give it back. */
function holdBuild(): () => void {
  while (!lock()) {
    const holder = holderOfLock();
    if (holder !== undefined && !isAlive(holder)) rmSync(LOCK, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS);
  }
  return () => rmSync(LOCK, { force: true });
}

function lock(): boolean {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw new Refusal(`${LOCK} cannot be written: give this user the right to write in the folder of Naga.`);
  }
}

/** Undefined while it is being written or has just been given back. */
function holderOfLock(): number | undefined {
  const text = existsSync(LOCK) ? readFileSync(LOCK, "utf8") : "";
  return Number(text) || undefined;
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
  const files = entries.filter((entry) => entry.isFile() && (path === "public" || MAKES_PAGES.test(entry.name)));
  return files.map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(HOME.length)).sort();
}
