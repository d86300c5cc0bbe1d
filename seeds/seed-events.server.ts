import { createHmac, randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { EVENT_VERSIONS } from "#app/domain/event.ts";
import type { Tx } from "#db/client.server.ts";
import type { Noted } from "#db/queries/events.server.ts";
import { eventBodies, events, streams } from "#db/schema.ts";
import { inChunks } from "./in-chunks.ts";

export type NotedBy = { event: Noted; actor: string; agencyId: string; commandId: string; at: Date };

/** Saves the events of many changes at their times, in the order given, unnumbered as every event is at first. */
export async function saveManyEvents(tx: Tx, operationId: string, noted: readonly NotedBy[]): Promise<void> {
  const known = await tx.select().from(streams).where(eq(streams.operationId, operationId));
  const streamOf = new Map(known.map((row) => [`${row.kind} ${row.unitId ?? ""}`, row.id]));
  const rows = noted.map(({ event, actor, agencyId, commandId, at }) => {
    const streamId = streamOf.get(`${event.stream} ${event.unitId ?? ""}`);
    if (!streamId) throw new Error(`no stream ${event.stream} ${event.unitId}`);
    const key = randomBytes(32);
    const body = JSON.stringify(event.body);
    const commitment = createHmac("sha256", key).update(body).digest();
    const { id, type } = event;
    return {
      head: {
        id,
        streamId,
        operationId,
        commandId,
        type,
        typeVersion: EVENT_VERSIONS[type],
        actor,
        agencyId,
        at,
        commitment,
      },
      body: { eventId: id, streamId, key, body },
    };
  });
  await inChunks(rows, async (chunk) => {
    await tx.insert(events).values(chunk.map((row) => row.head));
    await tx.insert(eventBodies).values(chunk.map((row) => row.body));
  });
}
