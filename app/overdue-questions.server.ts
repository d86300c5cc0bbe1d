import type { Tx } from "#db/client.server.ts";
import { unansweredQuestions } from "#db/queries/verification.server.ts";
import type { Id } from "./domain/id.ts";
import { QUESTION_OVERDUE_MS } from "./domain/watch/sheet.ts";

/** What the coordination unit has to ask for again: questions that an agency has left open too long, the oldest first. */
export async function overdueQuestions(tx: Tx, operationId: Id, now: Date) {
  const open = await unansweredQuestions(tx, operationId);
  return open
    .filter(({ askedAt }) => now.getTime() - askedAt.getTime() > QUESTION_OVERDUE_MS)
    .map(({ agency, question, ...row }) => ({ ...row, question: `${agency} · ${question}` }));
}
