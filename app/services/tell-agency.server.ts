import type { Noted } from "#db/queries/events.server.ts";
import { unitsOf } from "#db/queries/participants.server.ts";
import type { StreamKind } from "../domain/event.ts";
import type { Id } from "../domain/id.ts";
import type { Change } from "./write.server.ts";

/** To the watch and to every unit of the agency. Answers the event of the watch. */
export async function tellAgency(
  change: Change,
  agencyId: Id,
  event: (stream: StreamKind, unitId?: Id) => Noted,
): Promise<Id> {
  for (const { id } of await unitsOf(change.tx, agencyId)) change.note(event("unit", id));
  return change.note(event("watch"));
}
