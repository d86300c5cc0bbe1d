import { and, eq, isNull, sql } from "drizzle-orm";
import { anEvent } from "#db/queries/events.server.ts";
import { questions, seizureFacts } from "#db/schema.ts";
import type { Id } from "../domain/id.ts";
import { Problem } from "../domain/problem.ts";
import type { Acting } from "./house.server.ts";
import { type Change, type Command, mustBeAllowed, type Outcome, write } from "./write.server.ts";

export type Check = { seizure: Id; base: number };
export type Question = { id: Id; seizure: Id; field: string; question: string };
export /** `seizure`: on whose page it is answered, where it is on one. */
type Answer = { question: Id; answer: string; seizure?: Id };

/** The coordination unit has checked it: from now on it counts as confirmed. It never edits what others own. */
export async function verifySeizure(acting: Acting, command: Command<Check>): Promise<Outcome> {
  return write(acting, "seizure.verify", command, async (change): Promise<Outcome> => {
    const { seizure: id, base } = command.input;
    const fact = await seenFact(change, id);
    mustBeAllowed(change.self, "seizure.check", fact);
    if (fact.state !== "submitted") throw new Problem("conflict", "seizure.not_submitted");
    const stale = () => new Problem("stale", "seizure.stale", {}, { current: { version: fact.version } });
    if (fact.version !== base) throw stale();
    const body = { seizure: id, revision: base + 1 };
    const event = change.note(anEvent("seizure.verified", body, "operation"));
    change.note(anEvent("seizure.verified", body, "unit", fact.unitId));
    const [row] = await change.tx.execute<{ version: number | null }>(
      sql`select check_seizure(${id}::uuid, ${base}::int, ${event}::uuid, 'verified') as version`,
    );
    if (!row?.version) throw stale();
    return { seizure: id, version: String(row.version) };
  });
}

/** Asks the owner about one field. The question reaches the unit that reported, and its contact point. */
export async function askQuestion(acting: Acting, command: Command<Question>): Promise<Outcome> {
  return write(acting, "question.ask", command, async (change): Promise<Outcome> => {
    const { id, seizure, field, question } = command.input;
    const fact = await seenFact(change, seizure);
    const member = mustBeAllowed(change.self, "question.ask", fact);
    if (question === "") throw new Problem("invalid", "body.invalid", {}, { fields: { question: ["text.missing"] } });
    const { operationId, agencyId, unitId } = fact;
    await change.tx
      .insert(questions)
      .values({ operationId, id, seizureId: seizure, agencyId, unitId, field, question, askedBy: member.id });
    change.note(anEvent("question.asked", { seizure, question: id }, "unit", unitId));
    change.note(anEvent("question.asked", { seizure, question: id }, "desk"));
    return { question: id };
  });
}

export async function answerQuestion(acting: Acting, command: Command<Answer>): Promise<Outcome> {
  return write(acting, "question.answer", command, async (change): Promise<Outcome> => {
    const { tx, self } = change;
    const { question: id, answer, seizure } = command.input;
    const operationId = self.member?.operationId ?? id;
    const [asked] = await tx
      .select()
      .from(questions)
      .where(and(eq(questions.operationId, operationId), eq(questions.id, id)));
    if (!asked || asked.seizureId !== (seizure ?? asked.seizureId)) {
      throw new Problem("not-found", "question.unknown");
    }
    const member = mustBeAllowed(self, "question.answer", asked);
    if (answer === "") throw new Problem("invalid", "body.invalid", {}, { fields: { answer: ["text.missing"] } });
    if (asked.answeredAt) throw new Problem("conflict", "question.answered");
    await tx
      .update(questions)
      .set({ answer, answeredBy: member.id, answeredAt: self.now })
      .where(and(eq(questions.operationId, operationId), eq(questions.id, id)));
    const body = { seizure: asked.seizureId, question: id };
    change.note(anEvent("question.answered", body, "unit", asked.unitId));
    change.note(anEvent("question.answered", body, "desk"));
    return { question: id };
  });
}

async function seenFact({ tx, self }: Change, id: Id) {
  const operationId = self.member?.operationId ?? id;
  const [fact] = await tx
    .select()
    .from(seizureFacts)
    .where(and(eq(seizureFacts.operationId, operationId), eq(seizureFacts.id, id), isNull(seizureFacts.endedBy)));
  if (!fact) throw new Problem("not-found", "seizure.unknown");
  return fact;
}
