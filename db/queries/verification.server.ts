import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { LocalDate } from "../../app/domain/local-date.ts";
import type { Tx } from "../client.server.ts";
import { agencies, questions, seizureFacts, seizures } from "../schema.ts";
import { currentCase } from "./current-case.server.ts";

type Ranked = { seizure: Id; total: number; unjudged: number };

/** What is found beside a case itself and weighs more than nothing, by its id. */
export type Beside = Readonly<Record<Id, number>>;

/**
 * A page of all that waits to be checked, by risk, then by age, as far as each was judged; how many there are in all, and
 * how many were not judged yet as they stand now.
 */
export async function rankedChecks(tx: Tx, beside: Beside, { limit, offset }: { limit: number; offset: number }) {
  const rows = await tx.execute<Ranked>(sql`
    select seizure, total::int, unjudged::int
    from ranked_checks(${JSON.stringify(beside)}::text::jsonb, ${limit}::int, ${offset}::int) order by place`);
  return {
    ids: rows.map(({ seizure }) => seizure),
    total: rows[0]?.total ?? 0,
    unjudged: rows[0]?.unjudged ?? 0,
  };
}

/** What waits and was not judged since a day, as it stands now: the longest waiting first. */
export async function unjudgedChecks(tx: Tx, since: LocalDate, limit: number): Promise<Id[]> {
  const rows = await tx.execute<{ seizure: Id }>(sql`
    select seizure from unjudged_checks(${since}::date, ${limit}::int)`);
  return rows.map(({ seizure }) => seizure);
}

type Found = { seizure: Id; version: number; risk: number };

export async function keepCheckRisks(tx: Tx, on: LocalDate, found: readonly Found[]): Promise<void> {
  await tx.execute(sql`select keep_check_risks(${on}::date, ${JSON.stringify(found)}::text::jsonb)`);
}

/** Released reports by their ids, with what is checked in them; in the order of the ids. */
export async function toBeChecked(tx: Tx, operationId: Id, ids: readonly Id[]) {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({
      id: seizureFacts.id,
      version: seizureFacts.version,
      messageNo: seizureFacts.messageNo,
      agencyId: seizureFacts.agencyId,
      reporter: seizureFacts.reporter,
      late: seizureFacts.late,
      joint: seizureFacts.joint,
      releasedAt: seizureFacts.releasedAt,
      input: seizures.input,
    })
    .from(seizureFacts)
    .innerJoin(seizures, currentCase())
    .where(
      and(eq(seizureFacts.operationId, operationId), inArray(seizureFacts.id, [...ids]), isNull(seizureFacts.endedBy)),
    );
  const place = new Map(ids.map((id, at) => [id, at]));
  return rows.sort((left, right) => (place.get(left.id) ?? 0) - (place.get(right.id) ?? 0));
}
export type ToBeChecked = Awaited<ReturnType<typeof toBeChecked>>[number];

/** Questions that nobody has answered yet, the oldest first, with the agency that is asked. */
export async function unansweredQuestions(tx: Tx, operationId: Id) {
  return tx
    .select({
      id: questions.id,
      seizureId: questions.seizureId,
      field: questions.field,
      question: questions.question,
      askedAt: questions.askedAt,
      agency: agencies.name,
      messageNo: seizureFacts.messageNo,
    })
    .from(questions)
    .innerJoin(agencies, eq(agencies.id, questions.agencyId))
    .innerJoin(
      seizureFacts,
      and(
        eq(seizureFacts.operationId, questions.operationId),
        eq(seizureFacts.id, questions.seizureId),
        isNull(seizureFacts.endedBy),
      ),
    )
    .where(and(eq(questions.operationId, operationId), isNull(questions.answeredAt)))
    .orderBy(asc(questions.askedAt), asc(questions.id));
}

/** Answers to questions on these seizures, the newest last: what the coordination unit has to look at again. */
export async function answersOn(tx: Tx, operationId: Id, ids: readonly Id[]) {
  if (ids.length === 0) return [];
  const { seizureId, field, question, answer, answeredAt } = questions;
  const rows = await tx
    .select({ seizureId, field, question, answer, answeredAt })
    .from(questions)
    .where(and(eq(questions.operationId, operationId), inArray(questions.seizureId, [...ids])))
    .orderBy(asc(answeredAt));
  return rows.flatMap(({ answer, ...row }) => (answer === null ? [] : [{ ...row, answer }]));
}
