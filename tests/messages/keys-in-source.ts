import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** `text("area.key"` and `<RichText id="area.key"`: the compiler sees those; `label("…")` and `error("…")` only this does. */
const CALLS = [
  { pattern: /\btext\(\s*"([\w-]+\.[\w.-]+)"/g, prefix: "" },
  { pattern: /\.label\(\s*"([\w.-]+)"/g, prefix: "" },
  { pattern: /<RichText\s+id="([\w.-]+)"/g, prefix: "" },
  { pattern: /new Problem\(\s*"[\w-]+",\s*"([\w.-]+)"/g, prefix: "error." },
];

/** Message keys that the source below a folder names in full, with the file that does. */
export function keysInSource(folder: string): { key: string; file: string }[] {
  return sources(folder).flatMap((file) => {
    const source = readFileSync(file, "utf8");
    return CALLS.flatMap(({ pattern, prefix }) =>
      [...source.matchAll(pattern)].map(([, key = ""]) => ({ key: prefix + key, file })),
    );
  });
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}
