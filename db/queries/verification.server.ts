import { and, asc, count, desc, eq, inArray, isNull, type SQL } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { Tx } from "../client.server.ts";
import { agencies, questions, seizureFacts, seizures } from "../schema.ts";
import { currentCase } from "./current-case.server.ts";

/**
 * Released and not checked yet: so many of the longest waiting and, where more wait, so many of the newest, for in a backlog
 * what has just come in may be what matters most. And how many there are in all.
 */
export async function listUnchecked(tx: Tx, operationId: Id, limit: number) {
  const unchecked = and(
    eq(seizureFacts.operationId, operationId),
    isNull(seizureFacts.endedBy),
    eq(seizureFacts.state, "submitted"),
    eq(seizureFacts.shared, true),
  );
  const inOrder = (...order: SQL[]) =>
    tx
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
      .where(unchecked)
      .orderBy(...order)
      .limit(limit);
  const [longest, [counted]] = await Promise.all([
    inOrder(asc(seizureFacts.releasedAt), asc(seizureFacts.id)),
    tx.select({ n: count() }).from(seizureFacts).where(unchecked),
  ]);
  const total = counted?.n ?? 0;
  if (total <= longest.length) return { rows: longest, total };
  const newest = await inOrder(desc(seizureFacts.releasedAt), desc(seizureFacts.id));
  const taken = new Set(longest.map(({ id }) => id));
  return { rows: [...longest, ...newest.filter(({ id }) => !taken.has(id))], total };
}

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
