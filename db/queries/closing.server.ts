import { asc, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { CLOSING_CHECKS, type ClosingCheck, type ClosingCounts } from "../../app/domain/closing.ts";
import type { Id } from "../../app/domain/id.ts";
import type { Tx } from "../client.server.ts";
import { closingReasons, members, operationClosings, persons, recordKeeping } from "../schema.ts";

type Counting = (tx: Tx, operationId: Id) => Promise<number>;

/** Checks whose count a lead may read by himself; a part that is counted here needs nothing in closing_counts(). */
const COUNTED_HERE: Partial<Record<ClosingCheck, Counting>> = { highlights: unclearedHighlights, signatures: unsigned };

/** Cases chosen for reports on the whole operation that an owner has neither cleared nor refused. */
async function unclearedHighlights(tx: Tx, operationId: Id): Promise<number> {
  return countOf(
    tx,
    sql`
    select count(*)::int as n from operation_reports r, chosen_highlights(r.id) h
    where r.operation_id = ${operationId}::uuid and r.kind = 'end_of_operation' and r.dropped_at is null and h.stands
      and not (h.answers @> '[{"answer": "refused"}]')
      and exists (select from unnest(h.owners) owner
        where not h.answers @> jsonb_build_array(jsonb_build_object('agency', owner, 'answer', 'cleared')))`,
  );
}

/** Administrations that were asked to sign the version published last of a report on the whole operation, and have not. */
async function unsigned(tx: Tx, operationId: Id): Promise<number> {
  return countOf(
    tx,
    sql`
    select coalesce(sum(u.unsigned), 0)::int as n from (
      select distinct on (e.report_id) e.report_id, e.number from operation_report_editions e
      join operation_reports r on r.operation_id = e.operation_id and r.id = e.report_id and r.dropped_at is null
      where e.operation_id = ${operationId}::uuid and e.kind = 'end_of_operation' and e.published_at is not null
      order by e.report_id, e.number desc) last, unsigned_in(last.report_id, last.number) u`,
  );
}

async function countOf(tx: Tx, counting: SQL): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(counting);
  return row?.n ?? 0;
}

/** How much of each is open now; leads and the coordination unit are told, others nothing. */
export async function closingCounts(tx: Tx, operationId: Id): Promise<Record<ClosingCheck, number>> {
  const rows = await tx.execute<{ what: string; open: number }>(sql`select what, open from closing_counts()`);
  const told = new Map(rows.map(({ what, open }) => [what, open]));
  const counts: ClosingCounts = {};
  for (const { what } of CLOSING_CHECKS) {
    const open = (await COUNTED_HERE[what]?.(tx, operationId)) ?? told.get(what);
    if (open === undefined) throw new Error(`nobody counts what is open of ${what}`);
    counts[what] = open;
  }
  return counts as Record<ClosingCheck, number>;
}

/** When the operation was opened again last. */
async function openedAgain(tx: Tx, operationId: Id): Promise<Date | null> {
  const [last] = await tx
    .select({ at: operationClosings.reopenedAt })
    .from(operationClosings)
    .where(eq(operationClosings.operationId, operationId))
    .orderBy(desc(operationClosings.number))
    .limit(1);
  return last?.at ?? null;
}

/** Every reason that was given, the latest first; `counts` says whether it is of this time and not of an earlier closing. */
export async function reasonsGiven(tx: Tx, operationId: Id) {
  const since = await openedAgain(tx, operationId);
  const rows = await tx
    .select({
      id: closingReasons.id,
      what: closingReasons.what,
      open: closingReasons.open,
      reason: closingReasons.reason,
      at: closingReasons.at,
      by: persons.name,
    })
    .from(closingReasons)
    .leftJoin(
      members,
      sql`${members.operationId} = ${closingReasons.operationId} and ${members.id} = ${closingReasons.memberId}`,
    )
    .leftJoin(persons, eq(persons.id, members.personId))
    .where(eq(closingReasons.operationId, operationId))
    .orderBy(desc(closingReasons.at), desc(closingReasons.id));
  return rows.map((row) => ({ ...row, counts: since === null || row.at > since }));
}

export async function addReason(tx: Tx, row: typeof closingReasons.$inferInsert): Promise<void> {
  await tx.insert(closingReasons).values(row);
}

/** Writes down that the operation is closed now. */
export async function addClosing(
  tx: Tx,
  { operationId, counts, closedBy }: { operationId: Id; counts: ClosingCounts; closedBy: Id },
): Promise<void> {
  await tx.execute(sql`
    insert into operation_closings (operation_id, number, counts, closed_by)
    select ${operationId}::uuid, coalesce(max(number), 0) + 1, ${JSON.stringify(counts)}::text::jsonb, ${closedBy}::uuid
    from operation_closings where operation_id = ${operationId}::uuid`);
}

/** Every time that it was closed, the first one first. */
export async function closingsOf(tx: Tx, operationId: Id) {
  const reopener = alias(members, "reopener");
  const reopening = alias(persons, "reopening");
  const { number, counts, closedAt, reopenedAt, reopenedWhy } = operationClosings;
  return tx
    .select({ number, counts, closedAt, reopenedAt, reopenedWhy, by: persons.name, reopenedBy: reopening.name })
    .from(operationClosings)
    .leftJoin(
      members,
      sql`${members.operationId} = ${operationClosings.operationId} and ${members.id} = ${operationClosings.closedBy}`,
    )
    .leftJoin(persons, eq(persons.id, members.personId))
    .leftJoin(
      reopener,
      sql`${reopener.operationId} = ${operationClosings.operationId} and ${reopener.id} = ${operationClosings.reopenedBy}`,
    )
    .leftJoin(reopening, eq(reopening.id, reopener.personId))
    .where(eq(operationClosings.operationId, operationId))
    .orderBy(asc(number));
}

/** Whether a new version of the report is due: it was closed before, is open again, and none was frozen since. */
export async function owesNewReport(tx: Tx): Promise<boolean> {
  const [row] = await tx.execute<{ owes: boolean }>(sql`
    select exists (select from operation_closings where operation_id = current_operation())
      and not exists (select from operation_closings where operation_id = current_operation() and reopened_at is null)
      and not has_closing_report() as owes`);
  return row?.owes ?? false;
}

/** Until when the records are kept, as said last; null where nobody has said it. */
export async function keptUntil(tx: Tx, operationId: Id): Promise<string | null> {
  const [last] = await tx
    .select({ until: recordKeeping.keptUntil })
    .from(recordKeeping)
    .where(eq(recordKeeping.operationId, operationId))
    .orderBy(desc(recordKeeping.number))
    .limit(1);
  return last?.until ?? null;
}

/** Says it anew; what was said before stays. */
export async function keepUntil(
  tx: Tx,
  { operationId, until, saidBy }: { operationId: Id; until: string | null; saidBy: Id },
) {
  await tx.execute(sql`
    insert into record_keeping (operation_id, number, kept_until, said_by)
    select ${operationId}::uuid, coalesce(max(number), 0) + 1, ${until}::date, ${saidBy}::uuid
    from record_keeping where operation_id = ${operationId}::uuid`);
}

/** Since when the operation is closed, where it is. */
export async function closedSince(tx: Tx, operationId: Id): Promise<Date | null> {
  const [standing] = await tx
    .select({ at: operationClosings.closedAt })
    .from(operationClosings)
    .where(sql`${eq(operationClosings.operationId, operationId)} and ${isNull(operationClosings.reopenedAt)}`);
  return standing?.at ?? null;
}
