import { readFileSync } from "node:fs";
import type { z } from "zod";
import { Refusal } from "#db/refusal.ts";

/** A mapping by the file that the installation names, else ours. What is wrong in it is said at once, with its place. */
export function readMapping<S extends z.ZodType>(
  schema: S,
  { variable, path, standard }: { variable: string; path: string | undefined; standard: unknown },
): z.output<S> {
  const told = path === undefined ? standard : parsedFile(variable, path);
  const read = schema.safeParse(told);
  if (read.success) return read.data;
  const [first] = read.error.issues;
  const where = first?.path.join(".") || "the file";
  throw new Refusal(`${variable} ${path ?? ""}: ${where}: ${first?.message}.`);
}

function parsedFile(variable: string, path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const why = error instanceof Error ? error.message : "";
    throw new Refusal(`${variable} ${path} cannot be read as JSON: ${why}`);
  }
}
