import { and, eq } from "drizzle-orm";
import { anEvent } from "#db/queries/events.server.ts";
import { takeHighlights } from "#db/queries/highlights.server.ts";
import { findReport } from "#db/queries/operation-reports.server.ts";
import { operationReports } from "#db/schema.ts";
import type { AudienceChanged } from "../domain/operation-report/report.ts";
import { Problem } from "../domain/problem.ts";
import type { Acting } from "./house.server.ts";
import { type Command, mustBeAllowed, type Outcome, write } from "./write.server.ts";

/**
 * Gives a draft other readers. What was cleared or signed for fewer does not hold for more, as PostgreSQL compares it: the
 * rows stay, and are asked anew. Whoever freezes at the same time is waited for.
 */
export async function changeAudience(acting: Acting, command: Command<AudienceChanged>): Promise<Outcome> {
  return write(acting, "operation_report.readers", command, async (change): Promise<Outcome> => {
    const { tx, self } = change;
    const { report, audience, from } = command.input;
    const { operationId } = mustBeAllowed(self, "operation_report.draft");
    await takeHighlights(tx, report);
    const draft = await findReport(tx, operationId, report);
    if (!draft) throw new Problem("not-found", "operation_report.unknown");
    if (draft.droppedAt) throw new Problem("conflict", "operation_report.aside");
    if (draft.audience !== from) throw new Problem("stale", "operation_report.readers.moved");
    if (draft.audience === audience) throw new Problem("conflict", "operation_report.readers.same");
    await tx
      .update(operationReports)
      .set({ audience })
      .where(and(eq(operationReports.operationId, operationId), eq(operationReports.id, report)));
    change.note(anEvent("operation_report.changed", { report }, "operation"));
    return { report, audience };
  });
}
