import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { LocalDate } from "../../app/domain/local-date.ts";
import { measureOf } from "../../app/domain/tally/difference.ts";
import type { TallyQuestion } from "../../app/domain/tally/question.ts";
import { REMINDERS, type Reminder } from "../../app/domain/tally/reminder.ts";
import type { Db, Tx } from "../client.server.ts";
import { tallyQuestions, tallyReminders } from "../schema.ts";

type Span = { from: LocalDate; to: LocalDate };

/**
 * Questions about the tallies of a span of days, as far as the reader may see them, the oldest first. One whose
 * difference is gone since the clock last looked counts as mended already.
 */
export async function listTallyQuestions(tx: Tx, operationId: Id, { from, to }: Span): Promise<TallyQuestion[]> {
  return questionsWhere(tx, operationId, sql`q.day between ${from}::date and ${to}::date`);
}

/** Those that are open, of one agency or of all that the reader may look at. */
export async function openTallyQuestions(tx: Tx, operationId: Id, agencyId?: Id): Promise<TallyQuestion[]> {
  const whose = agencyId === undefined ? sql`` : sql`and q.agency_id = ${agencyId}`;
  const questions = await questionsWhere(tx, operationId, sql`q.closed_at is null ${whose}`);
  return questions.filter(({ closedAt }) => closedAt === null);
}

/** The days of open questions alone are held against the case reports: they are few, an operation's days are not. */
async function questionsWhere(tx: Tx, operationId: Id, condition: SQL): Promise<TallyQuestion[]> {
  const rows = await tx.execute<
    Omit<TallyQuestion, "closedAs" | "measure"> & { closedAs: string | null; measure: string }
  >(sql`
    select q.id, q.agency_id as "agencyId", q.day::text, q.group_code as "group", q.measure,
      coalesce(d.said, q.said)::float8 as said, coalesce(d.seen, q.seen)::float8 as seen,
      to_char(q.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "askedAt",
      to_char(case when q.closed_at is null and d.said is null then now() else q.closed_at end at time zone 'UTC',
        'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "closedAt",
      case when q.closed_at is null and d.said is null then 'mended' else q.closed_as end as "closedAs", q.answer
    from tally_questions q
    left join lateral (
      select d.said, d.seen from tally_differences(q.operation_id, q.day, q.day) d
      where q.closed_at is null and d.agency_id = q.agency_id and d.group_code = q.group_code
        and d.measure = q.measure) d on true
    where q.operation_id = ${operationId} and ${condition}
    order by q.asked_at, q.day, q.group_code, q.measure`);
  return rows.map(({ closedAs, measure, ...row }) => ({
    ...row,
    measure: measureOf(measure),
    closedAs: closedAs === null ? null : wordOf(closedAs),
  }));
}

const wordOf = (closedAs: string) => (closedAs === "answered" ? "answered" : "mended");

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
