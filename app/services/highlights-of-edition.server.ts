import { chosenFor, takeHighlights } from "#db/queries/highlights.server.ts";
import type { Edition } from "#db/queries/operation-reports.server.ts";
import { stateOf } from "../domain/operation-report/highlight.ts";
import { Problem } from "../domain/problem.ts";
import type { Change } from "./write.server.ts";

/**
 * Refuses to publish what its owners cleared when it was frozen and not any more, and says which cases. Until the end of
 * the transaction nobody takes anything back.
 */
export async function mustStillBeCleared({ tx }: Change, { reportId, audience, highlights }: Edition): Promise<void> {
  if (highlights.length === 0) return;
  await takeHighlights(tx, reportId);
  const chosen = await chosenFor(tx, reportId);
  const open = highlights.filter(({ seizure, version }) => {
    const now = chosen.find((one) => one.seizure === seizure);
    return now?.version !== version || stateOf(now, audience) !== "cleared";
  });
  if (open.length > 0) {
    const cases = open.map(({ caseNo }) => caseNo).join(", ");
    throw new Problem("conflict", "operation_report.highlight.uncleared", { cases, n: open.length });
  }
}
