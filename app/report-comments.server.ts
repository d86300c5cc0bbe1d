import type { Tx } from "#db/client.server.ts";
import { type CommentRow, commentsOf } from "#db/queries/report-comments.server.ts";
import type { Thread } from "./components/operation-report/comment-types.ts";
import type { Id } from "./domain/id.ts";
import { isResolved } from "./services/report-comments.server.ts";

/** What is said of each section of a draft, thread by thread, those that are open first. */
export async function threadsOfDraft(tx: Tx, operationId: Id, report: Id): Promise<Thread[]> {
  const threads = new Map<Id, CommentRow[]>();
  for (const row of await commentsOf(tx, operationId, report))
    threads.set(row.threadId, [...(threads.get(row.threadId) ?? []), row]);
  return [...threads]
    .map(([id, rows]) => ({
      id,
      section: rows[0]?.section ?? "",
      resolved: isResolved(rows),
      comments: rows
        .filter(({ act }) => act === "said")
        .map((row) => ({ id: row.id, author: row.author ?? "", at: row.at.toISOString(), body: row.body })),
    }))
    .sort((left, right) => Number(left.resolved) - Number(right.resolved));
}
