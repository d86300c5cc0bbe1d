import { and, eq } from "drizzle-orm";
import { seizureReports } from "#db/schema.ts";
import type { Id } from "../domain/id.ts";
import { Problem } from "../domain/problem.ts";
import type { Change } from "./write.server.ts";

export type Report = typeof seizureReports.$inferSelect;

/** The report, locked for this change, if the member may see it. */
export async function findReport({ tx, self }: Change, id: Id): Promise<Report | undefined> {
  const [report] = await tx
    .select()
    .from(seizureReports)
    .where(and(eq(seizureReports.operationId, self.member?.operationId ?? id), eq(seizureReports.id, id)))
    .for("update");
  return report;
}

export function mustBeCurrent(report: Report, baseVersion: number | null) {
  if (report.version === baseVersion) return;
  throw new Problem("stale", "report.stale", { version: report.version }, { current: report.form ?? report.input });
}

/** The next version of the row. */
export async function changeReport(
  { tx, self }: Change,
  report: Report,
  values: Partial<typeof seizureReports.$inferInsert>,
) {
  await tx
    .update(seizureReports)
    .set({ ...values, version: report.version + 1, updatedAt: self.now })
    .where(and(eq(seizureReports.operationId, report.operationId), eq(seizureReports.id, report.id)));
}
