import { v7 as uuid } from "uuid";
import type { Tx } from "#db/client.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import { closingCounts, closingsOf, keptUntil, owesNewReport, reasonsGiven } from "#db/queries/closing.server.ts";
import type { ClosingPageData } from "./components/closing/closing-types.ts";
import { may } from "./domain/access.ts";
import { CLOSING_CHECKS, inTheWay } from "./domain/closing.ts";
import { mustBeAllowed } from "./services/write.server.ts";

/** What is still open before the end, why it may stay so, and every closing that there was. */
export async function closingPage(tx: Tx, self: Self): Promise<ClosingPageData> {
  const member = mustBeAllowed(self, "closing.read");
  const { operationId, operation } = member;
  const { state } = operation;
  const [counts, reasons, closings, owesReport, until] = [
    await closingCounts(tx, operationId),
    await reasonsGiven(tx, operationId),
    await closingsOf(tx, operationId),
    await owesNewReport(tx),
    await keptUntil(tx, operationId),
  ];
  const given = reasons.map(({ by, at, ...one }) => ({ ...one, by: by ?? "", at: at.toISOString() }));
  const holding = given.filter(({ counts: now }) => now);
  return {
    state,
    checks: CLOSING_CHECKS.map(({ what, mayStay, mended, by }) => ({
      ...{ what, mayStay, open: counts[what] },
      mended: may(member, by, state) ? `/operations/${operationId}/${mended}` : null,
      reason:
        counts[what] === 0 ? null : (holding.find((one) => one.what === what && one.open >= counts[what]) ?? null),
    })),
    way: inTheWay(counts, holding),
    mayClose: state === "debrief" && may(member, "operation.move", state),
    maySettle: may(member, "closing.settle", state),
    mayKeep: may(member, "records.keep", state),
    owesReport,
    keptUntil: until,
    closings: closings.map(({ closedAt, by, reopenedAt, reopenedBy, reopenedWhy, ...one }) => ({
      ...one,
      by: by ?? "",
      closedAt: closedAt.toISOString(),
      reopened: reopenedAt && { by: reopenedBy ?? "", at: reopenedAt.toISOString(), why: reopenedWhy },
    })),
    reasons: given.map(({ counts: _, ...one }) => one),
    command: uuid(),
  };
}
