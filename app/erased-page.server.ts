import type { Tx } from "#db/client.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import { caseReadings } from "#db/queries/case-readings.server.ts";
import { findErasure, versionsOfErased } from "#db/queries/erasures.server.ts";
import { may } from "./domain/access.ts";
import type { Erased } from "./domain/erasing.ts";
import type { Id } from "./domain/id.ts";
import { memberOf } from "./services/write.server.ts";

/** What is left of an erased record, for its owner and for those who counted it; null for everybody else. */
export async function erasedPage(tx: Tx, self: Self, id: Id): Promise<Erased | null> {
  const member = memberOf(self);
  const found = await findErasure(tx, member.operationId, id);
  if (!found) return null;
  const { messageNo, agencyId, reason, erasedAt, frozenDays, by, reference, approver } = found;
  const own = agencyId === member.agencyId;
  return {
    ...{ seizure: id, messageNo, agencyId, reason, frozenDays, at: erasedAt.toISOString() },
    order: reference === null || approver === null ? null : { reference, approver },
    frozenVersions: own ? await versionsOfErased(tx, member.operationId, id) : [],
    by: own ? by : null,
    readings: may(member, "seizure.receipt", member.operation.state, found) ? await caseReadings(tx, id) : null,
  };
}
