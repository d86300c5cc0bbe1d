import { and, eq, sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import { SEEN_EVERY_MS, SPAN_STAYS_MS, type Visit } from "../../app/domain/visit.ts";
import type { Tx } from "../client.server.ts";
import { memberVisits } from "../schema.ts";

type Keys = { operationId: Id; memberId: Id };

export async function findVisit(tx: Tx, { operationId, memberId }: Keys): Promise<Visit | null> {
  const { seenAt, shownAt, shownFrom } = memberVisits;
  const [row] = await tx
    .select({ seenAt, shownAt, shownFrom })
    .from(memberVisits)
    .where(and(eq(memberVisits.operationId, operationId), eq(memberVisits.memberId, memberId)));
  return row ?? null;
}

/** The first page was opened now. In one statement, so that two windows at once are one visit. */
export async function noteVisit(tx: Tx, { operationId, memberId }: Keys, now: Date): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const isOver = sql`v.shown_at <= ${at} - ${`${SPAN_STAYS_MS} milliseconds`}::interval`;
  await tx.execute(sql`
    insert into member_visits as v (operation_id, member_id, seen_at, shown_at)
    values (${operationId}, ${memberId}, ${at}, ${at})
    on conflict (operation_id, member_id) do update set
      shown_from = case when ${isOver} then v.seen_at else v.shown_from end,
      shown_at = case when ${isOver} then ${at} else v.shown_at end,
      seen_at = ${at}
    where v.seen_at <= ${at} - ${`${SEEN_EVERY_MS} milliseconds`}::interval`);
}
