import { inArray } from "drizzle-orm";
import type { Tx } from "../client.server.ts";
import { places } from "../schema.ts";

/** Names of gazetteer places by id. */
export async function placeNamesOf(tx: Tx, ids: readonly string[]): Promise<Record<string, string>> {
  if (ids.length === 0) return {};
  const rows = await tx
    .select({ id: places.id, name: places.name })
    .from(places)
    .where(inArray(places.id, [...new Set(ids)]));
  return Object.fromEntries(rows.map((row) => [row.id, row.name]));
}
