import { anEvent } from "#db/queries/events.server.ts";
import { tallyDifferences } from "#db/queries/tally-cases.server.ts";
import {
  explainDifference,
  findTallyQuestion,
  remindOfTallies as remindDue,
  settleTallyQuestions as settleAll,
} from "#db/queries/tally-watch.server.ts";
import { Problem } from "../domain/problem.ts";
import { measureOf, sameMatter } from "../domain/tally/difference.ts";
import type { TallyExplanation } from "../domain/tally/question.ts";
import type { Acting, House } from "./house.server.ts";
import { tellAgency } from "./tell-agency.server.ts";
import { type Command, mustBeAllowed, type Outcome, write } from "./write.server.ts";

/** Says why tally and case reports of a day differ and both are right. Holds for as long as the numbers stay the same. */
export async function answerTallyQuestion(acting: Acting, command: Command<TallyExplanation>): Promise<Outcome> {
  return write(acting, "tally.explain", command, async (change): Promise<Outcome> => {
    const { tx, self } = change;
    const { question: id, answer } = command.input;
    const asked = self.member && (await findTallyQuestion(tx, self.member.operationId, id));
    if (!asked) throw new Problem("not-found", "question.unknown");
    const { operationId, agencyId, day, group } = asked;
    const matter = { group, measure: measureOf(asked.measure) };
    const member = mustBeAllowed(self, "tally.explain", { agencyId });
    const differences = await tallyDifferences(tx, operationId, { from: day, to: day });
    const now = differences.find((row) => row.agencyId === agencyId && sameMatter(row, matter));
    if (!now || asked.closedAt) throw new Problem("conflict", "question.closed");
    const explained = { answer, answeredBy: member.id, said: now.said, seen: now.seen };
    if (!(await explainDifference(tx, operationId, id, explained))) throw new Problem("conflict", "question.closed");
    await tellAgency(change, agencyId, (...to) =>
      anEvent("tally.settled", { agency: agencyId, day, question: id }, ...to),
    );
    return { question: id };
  });
}

type Runner = Pick<House, "db" | "poke">;

/** Questions ask and close themselves; by the clock, once over all processes. Answers how many streams were told. */
export const settleTallyQuestions = async ({ db, poke }: Runner) => told(poke, await settleAll(db));

/** Reminders go out to those who owe a tally. Answers how many streams were told. */
export const remindOfTallies = async ({ db, poke }: Runner) => told(poke, await remindDue(db));

function told(poke: House["poke"], streams: string[]): number {
  if (streams.length > 0) poke([...new Set(streams)]);
  return streams.length;
}
