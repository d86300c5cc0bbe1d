import type { Tx } from "#db/client.server.ts";
import type { Membership } from "#db/queries/acting.server.ts";
import { decisionsOnTray, listTray } from "#db/queries/clearance-tray.server.ts";
import { rankedChecks, toBeChecked, unansweredQuestions, unjudgedChecks } from "#db/queries/verification.server.ts";

/** What waits before a contact point, and before the coordination unit. */
export const OF_DESKS = {
  "tray of clearance": async (tx: Tx, { operationId }: Membership) => [
    await listTray(tx, operationId, 300),
    await decisionsOnTray(tx, operationId),
  ],
  "queue of checks": async (tx: Tx, { operationId }: Membership) => [
    await toBeChecked(tx, operationId, (await rankedChecks(tx, {}, { limit: 50, offset: 0 })).ids),
    await unjudgedChecks(tx, "2021-05-01", 500),
    await unansweredQuestions(tx, operationId),
  ],
};
