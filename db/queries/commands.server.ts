import { and, eq, inArray, sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import { Problem } from "../../app/domain/problem.ts";
import type { Tx } from "../client.server.ts";
import { commands } from "../schema.ts";
import type { Asked } from "./acting.server.ts";

/** The first outcome of a command that was done before, or a conflict when its content was another. */
export async function answerTo(tx: Tx, { agencyId, id, kind, requestHash }: Asked & { agencyId: Id }) {
  const [done] = await tx
    .select()
    .from(commands)
    .where(and(eq(commands.agencyId, agencyId), eq(commands.id, id)));
  if (!done || done.kind !== kind || !requestHash.equals(done.requestHash)) {
    throw new Problem("conflict", "command.reused");
  }
  return done.outcome;
}

/** Claims many commands of one kind at once; answers the ids of those that are new. */
export async function claimCommands(
  tx: Tx,
  person: { id: Id; agencyId: Id },
  kind: string,
  asked: readonly { id: Id; requestHash: Buffer }[],
): Promise<Set<Id>> {
  const told = asked.map(({ id, requestHash }) => ({ id, hash: requestHash.toString("hex") }));
  const rows = await tx.execute<{ id: Id }>(sql`
    select claim_commands(${person.agencyId}::uuid, ${person.id}::uuid, ${kind}, ${JSON.stringify(told)}::jsonb) as id`);
  return new Set(rows.map(({ id }) => id));
}

/** The first outcomes of commands that were done before, with what they were asked by. */
export async function outcomesOf(tx: Tx, agencyId: Id, ids: readonly Id[]) {
  return tx
    .select({
      id: commands.id,
      kind: commands.kind,
      requestHash: commands.requestHash,
      outcome: commands.outcome,
    })
    .from(commands)
    .where(and(eq(commands.agencyId, agencyId), inArray(commands.id, [...ids])));
}
