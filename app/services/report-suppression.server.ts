import { and, eq } from "drizzle-orm";
import { anEvent } from "#db/queries/events.server.ts";
import { takeHighlights } from "#db/queries/highlights.server.ts";
import { editionsOf, findReport, lastReckoning } from "#db/queries/operation-reports.server.ts";
import { operationReportReckonings, operationReports } from "#db/schema.ts";
import type { SaidLess } from "../domain/operation-report/report.ts";
import { Problem } from "../domain/problem.ts";
import type { Acting } from "./house.server.ts";
import { reckonReport } from "./operation-report-figures.server.ts";
import { type Change, type Command, memberOf, mustBeAllowed, type Outcome, read, write } from "./write.server.ts";

/**
 * Small counts of persons are not said any more, from the next reckoning on, which is made with it. Only more is left out,
 * and nothing changes once a version is frozen: two versions would tell what one of them does not say.
 */
export async function sayLess(acting: Acting, command: Command<SaidLess>): Promise<Outcome> {
  const { report, under, from } = command.input;
  const reckoned = await read(acting, async (tx, self) => {
    const { operationId } = mustBeAllowed(self, "operation_report.draft");
    const draft = await findReport(tx, operationId, report);
    if (!draft) throw new Problem("not-found", "operation_report.unknown");
    return reckonReport(tx, { house: acting.house, self }, { ...draft, suppressUnder: under });
  });
  return write(acting, "operation_report.say_less", command, async (change): Promise<Outcome> => {
    const { tx } = change;
    const { operationId, id: reckonedBy } = mustBeAllowed(change.self, "operation_report.draft");
    // Whoever freezes at the same time is waited for.
    await takeHighlights(tx, report);
    await mustBeOpen(change, { report, under, from });
    await tx
      .update(operationReports)
      .set({ suppressUnder: under })
      .where(and(eq(operationReports.operationId, operationId), eq(operationReports.id, report)));
    const number = ((await lastReckoning(tx, operationId, report))?.number ?? 0) + 1;
    const row = { operationId, reportId: report, number, ...reckoned, reckonedBy };
    const added = await tx.insert(operationReportReckonings).values(row).onConflictDoNothing().returning();
    if (added.length === 0) throw new Problem("stale", "operation_report.reckoned");
    change.note(anEvent("operation_report.changed", { report }, "operation"));
    return { report, reckoning: String(number) };
  });
}

async function mustBeOpen({ tx, self }: Change, { report, under, from }: SaidLess): Promise<void> {
  const { operationId } = memberOf(self);
  const draft = await findReport(tx, operationId, report);
  if (!draft) throw new Problem("not-found", "operation_report.unknown");
  if (draft.droppedAt) throw new Problem("conflict", "operation_report.aside");
  if ((await editionsOf(tx, operationId, report)).length > 0)
    throw new Problem("conflict", "operation_report.less.frozen");
  if (draft.suppressUnder !== from) throw new Problem("stale", "operation_report.less.moved");
  if (under <= from) throw new Problem("conflict", "operation_report.less.same");
}
