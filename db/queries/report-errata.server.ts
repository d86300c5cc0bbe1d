import { and, asc, eq } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { Tx } from "../client.server.ts";
import { operationReportErrata } from "../schema.ts";

export type ErratumRow = typeof operationReportErrata.$inferSelect;

/** Errata and withdrawals of them, of one version, in the order in which they came. */
export async function errataOf(tx: Tx, operationId: Id, reportId: Id, edition: number): Promise<ErratumRow[]> {
  const of = operationReportErrata;
  return tx
    .select()
    .from(of)
    .where(and(eq(of.operationId, operationId), eq(of.reportId, reportId), eq(of.edition, edition)))
    .orderBy(asc(of.at), asc(of.id));
}
