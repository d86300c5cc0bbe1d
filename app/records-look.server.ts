import type { Tx } from "#db/client.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import { type OwnSeen, ownSeenBy } from "#db/queries/seen-by.server.ts";
import { may } from "./domain/access.ts";
import { Id } from "./domain/id.ts";
import type { RecordsLook } from "./domain/look.ts";
import { ROLES } from "./domain/member.ts";
import { memberOf, mustBeAllowed } from "./services/write.server.ts";

/** As whom the own records are looked at, and which of them are seen: ids for the server alone. */
export type RecordsSeen = { look: RecordsLook; among: OwnSeen["among"] };

/** Whether this member may look at the own records as others do. */
export function mayLook(self: Self): boolean {
  const { agencyId, operation, ...member } = memberOf(self);
  return may({ ...member, agencyId }, "seizure.look_as", operation.state, { agencyId });
}

/**
 * Where the address asks for it: which of the own agency's records another agency sees, by the policies that answer
 * that agency. Never anything of others: what the reader has no right to see stays out, whatever they would see.
 */
export async function lookAtOwn(tx: Tx, self: Self, params: URLSearchParams): Promise<RecordsSeen | null> {
  const agency = Id.safeParse(params.get("as"));
  if (!agency.success) return null;
  mustBeAllowed(self, "seizure.look_as", { agencyId: memberOf(self).agencyId });
  const wanted = ROLES.find((role) => role === params.get("role")) ?? null;
  const { rows, role, among } = await ownSeenBy(tx, agency.data, wanted);
  return { look: { agencyId: agency.data, rows, role }, among };
}
