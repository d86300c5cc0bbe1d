import { and, eq } from "drizzle-orm";
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
