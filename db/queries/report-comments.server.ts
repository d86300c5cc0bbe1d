import { and, asc, eq } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { Tx } from "../client.server.ts";
import { members, operationReportComments, persons } from "../schema.ts";

/** Everything that was said of a draft, and that threads were resolved or opened again, as it came. */
export async function commentsOf(tx: Tx, operationId: Id, reportId: Id) {
  const of = operationReportComments;
  const { id, section, threadId, act, body, at } = of;
  return tx
    .select({ id, section, threadId, act, body, at, author: persons.name })
    .from(of)
    .leftJoin(members, and(eq(members.operationId, of.operationId), eq(members.id, of.authorId)))
    .leftJoin(persons, eq(persons.id, members.personId))
    .where(and(eq(of.operationId, operationId), eq(of.reportId, reportId)))
    .orderBy(asc(at), asc(id));
}
export type CommentRow = Awaited<ReturnType<typeof commentsOf>>[number];
