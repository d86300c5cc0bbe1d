import { addClosing, addReason, closingCounts, keepUntil, reasonsGiven } from "#db/queries/closing.server.ts";
import { inTheWay, type ReasonGiven } from "../domain/closing.ts";
import { localDateIn } from "../domain/local-date.ts";
import { Problem } from "../domain/problem.ts";
import type { Acting } from "./house.server.ts";
import { type Change, type Command, memberOf, mustBeAllowed, type Outcome, write } from "./write.server.ts";

/** Says why the operation may be closed although this much of something is open. */
export async function giveReason(acting: Acting, command: Command<ReasonGiven>): Promise<Outcome> {
  return write(acting, "closing.reason", command, async (change): Promise<Outcome> => {
    const { what, open, reason } = command.input;
    const { operationId, id: memberId } = mustBeAllowed(change.self, "closing.settle");
    const counts = await closingCounts(change.tx, operationId);
    // A reason for fewer than there are would be one for what nobody has seen.
    if (counts[what] > open) throw new Problem("stale", "closing.more", { n: String(counts[what]) });
    await addReason(change.tx, { operationId, id: command.id, what, open, reason, memberId });
    return { operation: operationId, what };
  });
}

/**
 * Refuses where something is in the way, and writes down that the operation is closed, with what is left open. Before its
 * state is moved: afterwards nothing is taken any more.
 */
export async function settleClosing(change: Change): Promise<void> {
  const { operationId, id: closedBy } = memberOf(change.self);
  const counts = await closingCounts(change.tx, operationId);
  const way = inTheWay(
    counts,
    await reasonsGiven(change.tx, operationId).then((all) => all.filter((one) => one.counts)),
  );
  if (way.includes("report")) throw new Problem("conflict", "closing.report");
  if (way.length > 0) throw new Problem("conflict", "closing.open", { n: String(way.length) });
  await addClosing(change.tx, { operationId, counts, closedBy });
}

/** Until when the records are kept; null takes back what was said. Nothing is deleted by it: it is what everybody is told. */
export async function sayKeptUntil(acting: Acting, command: Command<{ until: string | null }>): Promise<Outcome> {
  return write(acting, "records.keep", command, async (change): Promise<Outcome> => {
    const { operationId, id: saidBy, operation } = mustBeAllowed(change.self, "records.keep");
    const { until } = command.input;
    if (until !== null && until <= localDateIn(operation.zone, change.self.now))
      throw new Problem("invalid", "body.invalid", {}, { fields: { until: ["records.until.past"] } });
    await keepUntil(change.tx, { operationId, until, saidBy });
    return { operation: operationId };
  });
}
