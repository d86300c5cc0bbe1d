import type { Tx } from "../client.server.ts";
import { listPublished } from "./reference.server.ts";

/** Published results of earlier editions, each edition with its figures and their sources. */
export async function publishedByEdition(tx: Tx) {
  const rows = await listPublished(tx);
  const editions = [...new Map(rows.map((row) => [row.edition, row])).values()];
  return editions.map(({ edition, name, periodFrom, periodTo }) => ({
    id: edition,
    name,
    from: periodFrom,
    to: periodTo,
    figures: rows
      .filter((row) => row.edition === edition)
      .map(({ line, value, unit, qualifier, definition, source }) => ({
        line,
        value,
        unit,
        qualifier,
        definition,
        source,
      })),
  }));
}
