import { sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { Seen } from "../../app/domain/look.ts";
import type { Tx } from "../client.server.ts";

/** What the members of another agency see of the own seizure today; nothing for whoever may not look as they do. */
export async function tiersSeenBy(tx: Tx, seizure: Id, agency: Id): Promise<Seen[]> {
  const rows = await tx.execute<Seen>(sql`
    select role, persons, facts, kase, names from tiers_seen_by(${seizure}::uuid, ${agency}::uuid)`);
  return [...rows];
}
