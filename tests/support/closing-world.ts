import { CLOSING_CHECKS } from "#app/domain/closing.ts";
import type { Id } from "#app/domain/id.ts";
import { giveReason } from "#app/services/closing.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { beginReport, freezeReport, publishReport } from "#app/services/operation-reports.server.ts";
import { moveOperation } from "#app/services/operations.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { closingCounts } from "#db/queries/closing.server.ts";
import { aCommand } from "./world.ts";

export const countsFor = (lead: Acting) => read(lead, (tx, self) => closingCounts(tx, memberOf(self).operationId));

/** A report on the whole operation, frozen and, by default, published. */
export async function closingReport(lead: Acting, published = true): Promise<Id> {
  const report = crypto.randomUUID();
  const said = { kind: "end_of_operation" as const, audience: "participants" as const, title: "Final report" };
  await beginReport(lead, aCommand({ id: report, ...said, from: null, to: null }));
  await freezeReport(lead, aCommand({ report, reckoning: 1 }));
  if (published) await publishReport(lead, aCommand({ report, edition: 1 }));
  return report;
}

/** A reason for everything that is open and may stay so. */
export async function giveAllReasons(lead: Acting): Promise<void> {
  const counts = await countsFor(lead);
  for (const { what, mayStay } of CLOSING_CHECKS) {
    if (!mayStay || counts[what] === 0) continue;
    await giveReason(lead, aCommand({ what, open: counts[what], reason: "Agreed at the debriefing" }));
  }
}

export const close = (lead: Acting) => moveOperation(lead, aCommand({ from: "debrief", to: "closed", reason: "" }));

/** From debriefing to the end, with all that it takes. */
export async function closeWhole(lead: Acting): Promise<void> {
  await closingReport(lead);
  await giveAllReasons(lead);
  await close(lead);
}
