import { and, desc, eq, sql } from "drizzle-orm";
import { type Corrected, DeadlineFigures } from "../../app/domain/deadline.ts";
import type { Id } from "../../app/domain/id.ts";
import type { LocalDate } from "../../app/domain/local-date.ts";
import type { Db, Tx } from "../client.server.ts";
import { deadlineSums } from "../schema.ts";

/** Writes down the sums of deadlines that have passed; answers how many. For the job runner. */
export async function freezeDeadlines(db: Db): Promise<number> {
  const [row] = await db.execute<{ n: number }>(sql`select freeze_deadlines() as n`);
  return row?.n ?? 0;
}

export type Deadline = { day: LocalDate; dueAt: Date; frozenAt: Date; figures: DeadlineFigures };

/** The sums of past deadlines as they were written down, the newest first. */
export async function listDeadlines(tx: Tx, operationId: Id): Promise<Deadline[]> {
  const rows = await tx
    .select()
    .from(deadlineSums)
    .where(eq(deadlineSums.operationId, operationId))
    .orderBy(desc(deadlineSums.day));
  return rows.map(read);
}

export async function findDeadline(tx: Tx, operationId: Id, day: LocalDate): Promise<Deadline | undefined> {
  const [row] = await tx
    .select()
    .from(deadlineSums)
    .where(and(eq(deadlineSums.operationId, operationId), eq(deadlineSums.day, day)));
  return row && read(row);
}

function read({ day, dueAt, frozenAt, figures }: typeof deadlineSums.$inferSelect): Deadline {
  return { day, dueAt, frozenAt, figures: DeadlineFigures.parse(figures) };
}

/** What reads otherwise today than it did at an instant, as far as the reader sees it: what it said then, and what now. */
export async function correctedSince(tx: Tx, operationId: Id, at: Date): Promise<Corrected[]> {
  const goodsOf = (version: "then_version" | "now_version") => sql`(
    select coalesce(json_agg(json_build_object('commodity', i.commodity, 'quantity', trim_scale(i.quantity)::text,
      'unit', i.unit, 'qualifier', i.qualifier) order by i.line), '[]')
    from seizure_fact_items i
    where i.operation_id = n.operation_id and i.seizure_id = n.id and i.version = c.${sql.raw(version)})`;
  const rows = await tx.execute<Corrected>(sql`
    select n.id, n.message_no as "messageNo", k.state as "stateThen", n.state as "stateNow",
      ${goodsOf("then_version")} as "before", ${goodsOf("now_version")} as "after"
    from corrected_since(${at.toISOString()}::timestamptz) c
    join seizure_facts n on n.operation_id = ${operationId}::uuid and n.id = c.id and n.version = c.now_version
    join seizure_facts k on k.operation_id = n.operation_id and k.id = n.id and k.version = c.then_version
    order by n.message_no`);
  return [...rows];
}
