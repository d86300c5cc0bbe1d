import { sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Tx } from "#db/client.server.ts";
import type { Membership } from "#db/queries/acting.server.ts";
import type { Id } from "../domain/id.ts";
import type { AudienceInput } from "../domain/seizure.ts";

/** The stored, resolved list for what the owner chose; made when no seizure of the operation has the same list yet. */
export async function resolveAudience(tx: Tx, member: Membership, chosen: AudienceInput): Promise<Id> {
  const joining = chosen.kind === "all" ? member.operation.joining : "none";
  const readers = chosen.kind === "all" ? [] : chosen.agencies;
  const [row] = await tx.execute<{ id: Id }>(sql`
    select readers_list(${member.operationId}::uuid, ${uuid()}::uuid, ${chosen.kind}, ${joining},
      ${`{${readers.join(",")}}`}::uuid[]) as id`);
  if (!row) throw new Error("no list of readers");
  return row.id;
}
