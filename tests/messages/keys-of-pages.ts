import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

/** Texts are catalogues, and what only a server runs says nothing on a page. */
const NO_PAGES = /^app\/(messages|services)\/|\.server\.tsx?$/;

/**
 * Message keys that some pages can show: of their files and all that those import, each key written in full, and each
 * that one put together from parts may become. `without` names files that belong to other readers' pages.
 */
export function keysOfPages(pages: readonly string[], keys: readonly string[], without: RegExp): Map<string, string> {
  const files = new Set<string>();
  for (const page of pages) collect(page, files, without);
  const known = new Set(keys);
  const found = new Map<string, string>();
  for (const file of files) {
    const source = readFileSync(file, "utf8");
    for (const [, key = ""] of source.matchAll(/["'`]([\w-]+\.[\w.-]+)["'`]/g))
      if (known.has(key)) found.set(key, file);
    for (const [, parts = ""] of source.matchAll(/`([\w-]+\.[^`]*\$\{[^`]*)`/g)) {
      const pattern = patternOf(parts);
      for (const key of keys) if (pattern.test(key)) found.set(key, file);
    }
  }
  return found;
}

function collect(file: string, files: Set<string>, without: RegExp): void {
  if (files.has(file) || NO_PAGES.test(file) || without.test(file)) return;
  files.add(file);
  for (const [, from = ""] of readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)) {
    const path = from.startsWith("#") ? from.slice(1) : relative(".", resolve(dirname(file), from));
    if (/^[#.]/.test(from) && /\.tsx?$/.test(path) && existsSync(join(".", path))) collect(path, files, without);
  }
}

function patternOf(parts: string): RegExp {
  const fixed = parts.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${fixed.join("[\\w.-]+")}$`);
}
