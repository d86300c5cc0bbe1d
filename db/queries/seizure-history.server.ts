import { and, asc, eq } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { Tx } from "../client.server.ts";
import { events, seizureFacts } from "../schema.ts";

/** Where a seizure stood from version to version of its facts, and since when, as far as the reader sees the events. */
export async function standingOf(tx: Tx, operationId: Id, id: Id) {
  const rows = await tx
    .select({ version: seizureFacts.version, state: seizureFacts.state, at: events.at, agencyId: events.agencyId })
    .from(seizureFacts)
    .leftJoin(events, eq(events.id, seizureFacts.begunBy))
    .where(and(eq(seizureFacts.operationId, operationId), eq(seizureFacts.id, id)))
    .orderBy(asc(seizureFacts.version));
  return rows.map(({ at, ...row }) => ({ ...row, at: at?.toISOString() ?? null }));
}
