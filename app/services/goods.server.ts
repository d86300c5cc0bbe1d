import { inArray } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { commodities } from "#db/schema.ts";
import { Problem } from "../domain/problem.ts";
import type { SeizureInput } from "../domain/seizure.ts";

/** What a field test had said is in no column that the database holds against its list: it is looked up here. */
export async function mustBeKnownGoods(tx: Tx, { items }: SeizureInput): Promise<void> {
  const told = [...new Set(items.flatMap(({ fieldCommodity }) => fieldCommodity ?? []))];
  if (told.length === 0) return;
  const rows = await tx.select({ code: commodities.code }).from(commodities).where(inArray(commodities.code, told));
  const known = new Set(rows.map(({ code }) => code));
  const unknown = items.flatMap(({ fieldCommodity }, line) =>
    fieldCommodity && !known.has(fieldCommodity) ? [`items.${line}.fieldCommodity`] : [],
  );
  if (unknown.length === 0) return;
  const fields = Object.fromEntries(unknown.map((field) => [field, ["commodity.unknown"]]));
  throw new Problem("invalid", "body.invalid", {}, { fields });
}
