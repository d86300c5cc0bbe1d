import { and, eq, isNull, sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { LocalDate } from "../../app/domain/local-date.ts";
import type { TallyQuestion } from "../../app/domain/tally/question.ts";
import { REMINDERS, type Reminder } from "../../app/domain/tally/reminder.ts";
import type { Db, Tx } from "../client.server.ts";
import { tallyQuestions, tallyReminders } from "../schema.ts";

type Span = { from: LocalDate; to: LocalDate };

/**
 * Questions about tallies that differ from the case reports, as far as the reader may see them, the oldest first. One
 * whose difference is gone since the clock last looked counts as mended already.
 */
export async function listTallyQuestions(tx: Tx, operationId: Id, { from, to }: Span): Promise<TallyQuestion[]> {
  const rows = await tx.execute<Omit<TallyQuestion, "closedAs"> & { closedAs: string | null }>(sql`
    select q.id, q.agency_id as "agencyId", q.day::text, q.group_code as "group",
      coalesce(d.said, q.said) as said, coalesce(d.seen, q.seen) as seen,
      to_char(q.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "askedAt",
      to_char(case when q.closed_at is null and d.day is null then now() else q.closed_at end at time zone 'UTC',
        'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "closedAt",
      case when q.closed_at is null and d.day is null then 'mended' else q.closed_as end as "closedAs", q.answer
    from tally_questions q
    left join tally_differences(${operationId}::uuid, ${from}::date, ${to}::date) d
      on q.closed_at is null and d.agency_id = q.agency_id and d.day = q.day and d.group_code = q.group_code
    where q.operation_id = ${operationId} and q.day between ${from}::date and ${to}::date
    order by q.asked_at, q.day, q.group_code`);
  return rows.map(({ closedAs, ...row }) => ({ ...row, closedAs: closedAs === null ? null : wordOf(closedAs) }));
}

const wordOf = (closedAs: string) => (closedAs === "answered" ? "answered" : "mended");

/** How many wait for the contact point of an agency. */
export async function openTallyQuestions(tx: Tx, operationId: Id, agencyId: Id): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from tally_questions q
    where q.operation_id = ${operationId} and q.agency_id = ${agencyId} and q.closed_at is null
      and exists (select from tally_differences(${operationId}::uuid, q.day, q.day) d
                  where d.agency_id = q.agency_id and d.group_code = q.group_code)`);
  return row?.n ?? 0;
}

export async function findTallyQuestion(tx: Tx, operationId: Id, id: Id) {
  const [row] = await tx
    .select()
    .from(tallyQuestions)
    .where(and(eq(tallyQuestions.operationId, operationId), eq(tallyQuestions.id, id)));
  return row;
}

type Explained = { answer: string; answeredBy: Id; said: number; seen: number };

/** False where somebody, or the clock, was faster. */
export async function explainDifference(tx: Tx, operationId: Id, id: Id, explained: Explained): Promise<boolean> {
  const rows = await tx
    .update(tallyQuestions)
    .set({ ...explained, closedAs: "answered", closedAt: sql`clock_timestamp()` })
    .where(and(eq(tallyQuestions.operationId, operationId), eq(tallyQuestions.id, id), isNull(tallyQuestions.closedAt)))
    .returning({ id: tallyQuestions.id });
  return rows.length > 0;
}

/** What went out by itself to the agencies that the reader may look at, the earliest first. */
export async function listReminders(
  tx: Tx,
  operationId: Id,
  { from, to }: Span,
): Promise<(Reminder & { agencyId: Id })[]> {
  const rows = await tx
    .select()
    .from(tallyReminders)
    .where(
      and(
        eq(tallyReminders.operationId, operationId),
        sql`${tallyReminders.day} between ${from}::date and ${to}::date`,
      ),
    )
    .orderBy(tallyReminders.at);
  return rows.flatMap(({ agencyId, day, kind: word, at }) => {
    const kind = REMINDERS.find((one) => one === word);
    return kind ? [{ agencyId, day, kind, at: at.toISOString() }] : [];
  });
}

/** Closes and asks what is to be closed and asked now; answers the streams that were told. For the job runner. */
export async function settleTallyQuestions(db: Db): Promise<Id[]> {
  const rows = await db.execute<{ stream: Id }>(sql`select stream from settle_tally_questions() as stream`);
  return rows.map(({ stream }) => stream);
}

/** Sends the reminders that are due now; answers the streams that were told. For the job runner. */
export async function remindOfTallies(db: Db): Promise<Id[]> {
  const rows = await db.execute<{ stream: Id }>(sql`select stream from remind_of_tallies() as stream`);
  return rows.map(({ stream }) => stream);
}
