import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** What a file is made of: imports of types leave nothing behind. */
const IMPORTS = /^(?:import|export)(?! type\b)(?:[^"';]*?\sfrom)?\s*"([^"]+)"/gm;
/** What it fetches once it is needed. */
const LATER = /import\("([^"]+)"\)/g;
/** Not in a browser, or itself texts. */
const ELSEWHERE = /\.server\.|\.css$|\/messages\/(?:en|zh|vi|th|lo|km|my|pseudo|all|bundle)\b/;
const NAMES = /"([a-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+)"/g;
const BEGINNINGS = /`((?:[A-Za-z0-9_-]+\.)+(?:[A-Za-z0-9_-]*))\$\{/g;

/** Whether what is fetched later counts too. */
export type Reach = "at_once" | "later_too";

/** The files that these lead to in a browser. */
export function filesFrom(starts: readonly string[], app: string, reach: Reach): Set<string> {
  const files = new Set(starts.map((start) => resolve(app, start)));
  for (const file of files) {
    const code = readFileSync(file, "utf8");
    for (const [, name = ""] of [...code.matchAll(IMPORTS), ...(reach === "later_too" ? code.matchAll(LATER) : [])]) {
      if (!/^(#app\/|\.)/.test(name) || ELSEWHERE.test(name)) continue;
      const path = name.startsWith("#app/") ? resolve(app, name.slice(5)) : resolve(dirname(file), name);
      if (existsSync(path)) files.add(path);
    }
  }
  return files;
}

/**
 * The keys that these pages and all that they are made of can show: those that stand in their code, and those that begin
 * as a key that is put together there. `starts` are paths in the folder `app`.
 */
export function keysUsed(starts: readonly string[], app: string, keys: readonly string[], reach: Reach): Set<string> {
  const used = new Set<string>();
  const beginnings = new Set<string>();
  for (const file of filesFrom(starts, app, reach)) {
    const code = readFileSync(file, "utf8");
    for (const [, name = ""] of code.matchAll(NAMES)) for (const key of [name, `error.${name}`]) used.add(key);
    for (const [, beginning = ""] of code.matchAll(BEGINNINGS)) beginnings.add(beginning);
  }
  return new Set(keys.filter((key) => used.has(key) || [...beginnings].some((at) => key.startsWith(at))));
}
