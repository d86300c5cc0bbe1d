import { anEvent } from "#db/queries/events.server.ts";
import { findReport } from "#db/queries/operation-reports.server.ts";
import { commentsOf } from "#db/queries/report-comments.server.ts";
import { operationReportComments } from "#db/schema.ts";
import type { Id } from "../domain/id.ts";
import type { CommentSaid, ThreadMarked } from "../domain/operation-report/comment.ts";
import { outlineOf } from "../domain/operation-report/outline.ts";
import { Problem } from "../domain/problem.ts";
import type { Acting } from "./house.server.ts";
import { type Change, type Command, mustBeAllowed, type Outcome, write } from "./write.server.ts";

/** Says something of a section of a draft. In a thread that was resolved it opens it again. */
export async function commentOnSection(acting: Acting, command: Command<CommentSaid>): Promise<Outcome> {
  return write(acting, "operation_report.comment", command, async (change): Promise<Outcome> => {
    const { report, section, thread, body } = command.input;
    const { kind } = await openDraft(change, report);
    if (!outlineOf(kind).some(({ code }) => code === section))
      throw new Problem("not-found", "operation_report.section.unknown");
    if (thread === null) return append(change, report, { section, thread, act: "said", body });
    const found = await threadOf(change, report, thread);
    if (found.resolved) await append(change, report, { section: found.section, thread, act: "reopened", body: "" });
    return append(change, report, { section: found.section, thread, act: "said", body });
  });
}

/** Says that a thread is done with, or open again. */
export async function markThread(acting: Acting, command: Command<ThreadMarked>): Promise<Outcome> {
  return write(acting, "operation_report.mark_thread", command, async (change): Promise<Outcome> => {
    const { report, thread, resolved } = command.input;
    await openDraft(change, report);
    const found = await threadOf(change, report, thread);
    // Somebody else has said so already.
    if (found.resolved === resolved) return { report, thread };
    const act = resolved ? ("resolved" as const) : ("reopened" as const);
    return append(change, report, { section: found.section, thread, act, body: "" });
  });
}

async function openDraft({ tx, self }: Change, id: Id) {
  const { operationId } = mustBeAllowed(self, "operation_report.draft");
  const report = await findReport(tx, operationId, id);
  if (!report) throw new Problem("not-found", "operation_report.unknown");
  if (report.droppedAt) throw new Problem("conflict", "operation_report.aside");
  return report;
}

async function threadOf({ tx, self }: Change, report: Id, thread: Id): Promise<{ section: string; resolved: boolean }> {
  const { operationId } = mustBeAllowed(self, "operation_report.draft");
  const rows = (await commentsOf(tx, operationId, report)).filter(({ threadId }) => threadId === thread);
  const [first] = rows;
  if (!first) throw new Problem("not-found", "operation_report.comment.unknown");
  return { section: first.section, resolved: isResolved(rows) };
}

/** The newest of its marks says. */
export function isResolved(rows: readonly { act: "said" | "resolved" | "reopened" }[]): boolean {
  return rows.filter(({ act }) => act !== "said").at(-1)?.act === "resolved";
}

type Said = { section: string; thread: Id | null; act: "said" | "resolved" | "reopened"; body: string };

async function append({ tx, self, note }: Change, report: Id, { section, thread, act, body }: Said): Promise<Outcome> {
  const { operationId, id: authorId } = mustBeAllowed(self, "operation_report.draft");
  const id = crypto.randomUUID();
  const row = { operationId, id, reportId: report, section, threadId: thread ?? id, act, body, authorId };
  await tx.insert(operationReportComments).values(row);
  note(anEvent("operation_report.changed", { report }, "operation"));
  return { report, thread: row.threadId };
}
