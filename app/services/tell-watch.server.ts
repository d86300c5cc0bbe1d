import type { Noted } from "#db/queries/events.server.ts";
import { unitsFollowing } from "#db/queries/participants.server.ts";
import type { StreamKind } from "../domain/event.ts";
import { type Change, memberOf } from "./write.server.ts";

/**
 * To the units of the own agency and to nobody else's: that a log or a handover has moved is the agency's own business.
 * The coordination unit follows its desk, and hears of its own watch there.
 */
export async function tellOwnWatch(change: Change, event: (stream: StreamKind, unitId?: string) => Noted) {
  const { operationId, agencyId, role } = memberOf(change.self);
  for (const id of await unitsFollowing(change.tx, operationId, agencyId)) change.note(event("unit", id));
  if (role === "ocu") change.note(event("desk"));
}
