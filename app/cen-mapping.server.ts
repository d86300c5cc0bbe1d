import { readFileSync } from "node:fs";
import { Refusal } from "#db/refusal.ts";
import standard from "#seeds/cen/mapping.json";
import { CenMapping } from "./domain/cen/mapping.ts";

/**
 * How workbooks and messages of CEN and CENcomm look: by the file that the installation names, else by ours. What is
 * wrong in it is said at once, with its place in the file.
 */
export function readCenMapping(path?: string): CenMapping {
  const told = path === undefined ? standard : parsedFile(path);
  const read = CenMapping.safeParse(told);
  if (read.success) return read.data;
  const [first] = read.error.issues;
  const where = first?.path.join(".") || "the file";
  throw new Refusal(`CEN_MAPPING ${path ?? ""}: ${where}: ${first?.message}.`);
}

function parsedFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const why = error instanceof Error ? error.message : "";
    throw new Refusal(`CEN_MAPPING ${path} cannot be read as JSON: ${why}`);
  }
}
