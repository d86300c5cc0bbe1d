import type { Tx } from "#db/client.server.ts";
import { beginAs, type Self } from "#db/queries/acting.server.ts";
import { claimCommands, outcomesOf } from "#db/queries/commands.server.ts";
import { type Finished, finishCommands } from "#db/queries/events.server.ts";
import type { Id } from "../domain/id.ts";
import { Problem } from "../domain/problem.ts";
import type { Acting } from "./house.server.ts";
import { type Command, hashOf, inOrder, type Outcome, orRefuse, withinKey } from "./write.server.ts";

/** The outcome of every command, and the streams in which something waits to be sealed once this is committed. */
export type Changed = { outcomes: Map<Id, Outcome>; touched: Id[] };

/**
 * What `write` does for one command, for many of one kind in a transaction that is open: begins as the bearer, does the
 * work once for those that are new, saves their events unnumbered, and answers those that were done before as they were.
 * Whoever commits pokes the sealer. One that is refused ends the transaction.
 */
export async function changeMany<T>(
  tx: Tx,
  acting: Acting,
  kind: string,
  commands: readonly Command<T>[],
  work: (tx: Tx, self: Self, fresh: readonly Command<T>[]) => Promise<Finished[]>,
): Promise<Changed> {
  const self = withinKey(acting, orRefuse(await beginAs(tx, acting.token, acting.operationId)));
  const asked = commands.map(({ id, input }) => ({ id, requestHash: hashOf(kind, acting.operationId, input) }));
  const claimed = await claimCommands(tx, self.person, kind, asked);
  const fresh = commands.filter(({ id }) => claimed.has(id));
  const finished = fresh.length > 0 ? await work(tx, self, fresh) : [];
  const touched = finished.length > 0 ? await finishCommands(tx, self, finished) : [];
  const repeated = asked.filter(({ id }) => !claimed.has(id));
  const earlier = repeated.length > 0 ? await outcomesOf(tx, self.person.agencyId, idsOf(repeated)) : [];
  const outcomes = new Map(finished.map(({ commandId, outcome }) => [commandId, inOrder(outcome)]));
  for (const { id, requestHash } of repeated) {
    const done = earlier.find((one) => one.id === id);
    if (!done || done.kind !== kind || !requestHash.equals(done.requestHash)) {
      throw new Problem("conflict", "command.reused");
    }
    outcomes.set(id, inOrder(done.outcome));
  }
  return { outcomes, touched: [...new Set(touched)] };
}

const idsOf = (asked: readonly { id: Id }[]) => asked.map(({ id }) => id);
