import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Id } from "../../app/domain/id.ts";
import type { Tx } from "../client.server.ts";
import { events, seizureFacts, seizureOrders } from "../schema.ts";

/**
 * Where a seizure stood from version to version of its facts, and since when, as far as the reader sees the events; and
 * which message stood for its joint case, with its number where the reader may see that one; and what a changed plan said of
 * it (`byPlan`).
 */
export async function standingOf(tx: Tx, operationId: Id, id: Id) {
  const { version, state, joint, outsideWindow, late } = seizureFacts;
  const head = alias(seizureFacts, "head");
  const rows = await tx
    .select({
      ...{ version, state, joint, outsideWindow, late, headNo: head.messageNo },
      ...{
        at: events.at,
        agencyId: events.agencyId,
        byPlan: sql<boolean>`coalesce(${events.type} = 'operation.planned', false)`,
      },
    })
    .from(seizureFacts)
    .leftJoin(head, and(eq(head.operationId, operationId), eq(head.id, joint), isNull(head.endedBy)))
    .leftJoin(events, eq(events.id, seizureFacts.begunBy))
    .where(and(eq(seizureFacts.operationId, operationId), eq(seizureFacts.id, id)))
    .orderBy(asc(seizureFacts.version));
  return rows.map(({ at, ...row }) => ({ ...row, at: at?.toISOString() ?? null }));
}

/** Keeps on whose word a version of a case was made. */
export async function addOrder(tx: Tx, row: typeof seizureOrders.$inferInsert): Promise<void> {
  await tx.insert(seizureOrders).values(row);
}

/** On whose word versions of a case were made: for its owner alone. */
export async function ordersOf(tx: Tx, operationId: Id, id: Id) {
  return tx
    .select({
      version: seizureOrders.version,
      reference: seizureOrders.reference,
      approver: seizureOrders.approver,
    })
    .from(seizureOrders)
    .where(and(eq(seizureOrders.operationId, operationId), eq(seizureOrders.seizureId, id)));
}
