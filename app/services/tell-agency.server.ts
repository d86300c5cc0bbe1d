import type { Noted } from "#db/queries/events.server.ts";
import { unitsFollowing } from "#db/queries/participants.server.ts";
import type { StreamKind } from "../domain/event.ts";
import type { Id } from "../domain/id.ts";
import { type Change, memberOf } from "./write.server.ts";

/** To the watch and to every unit of the agency that follows the operation. Answers the event of the watch. */
export async function tellAgency(
  change: Change,
  agencyId: Id,
  event: (stream: StreamKind, unitId?: Id) => Noted,
): Promise<Id> {
  const { operationId } = memberOf(change.self);
  for (const id of await unitsFollowing(change.tx, operationId, agencyId)) change.note(event("unit", id));
  return change.note(event("watch"));
}
