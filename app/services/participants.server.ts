import { noticeAccess } from "#db/queries/access-notices.server.ts";
import { anEvent } from "#db/queries/events.server.ts";
import {
  addParticipant,
  addUnitStreams,
  changeParticipant,
  endParticipation,
  findAgency,
  findParticipant,
  joinAudiencesOfAll,
  nameAdministration,
  setSteps,
  unitsOf,
} from "#db/queries/participants.server.ts";
import type { EventBody, EventType } from "../domain/event.ts";
import type { Id } from "../domain/id.ts";
import { localDateIn } from "../domain/local-date.ts";
import type { ParticipantInput } from "../domain/participation.ts";
import { Problem } from "../domain/problem.ts";
import type { Acting } from "./house.server.ts";
import { type Change, type Command, memberOf, mustBeAllowed, type Outcome, write } from "./write.server.ts";

/** Notes what concerns the plan or its members: for readers of facts, and for those who read none. Answers the event. */
export function announce<T extends EventType>(change: Change, type: T, body: EventBody<T>): Id {
  change.note(anEvent(type, body, "notices"));
  return change.note(anEvent(type, body, "operation"));
}

/**
 * Brings an agency in, under the official name of its country or organisation; for one that takes part already the
 * terms change. A newcomer reads earlier cases 'open to all' where the plan says so.
 */
export async function inviteAgency(acting: Acting, command: Command<ParticipantInput>): Promise<Outcome> {
  return write(acting, "agency.invite", command, async (change) => {
    mustBeAllowed(change.self, "operation.invite");
    await bringIn(change, command.input);
    return { agency: command.input.agencyId };
  });
}

export async function bringIn(change: Change, input: ParticipantInput): Promise<void> {
  const { tx, self } = change;
  const { operationId, operation } = memberOf(self);
  const { officialName, ...terms } = input;
  const agency = await findAgency(tx, input.agencyId);
  if (!agency) throw new Problem("not-found", "agency.unknown");
  await nameAdministration(tx, operationId, agency.administrationId, officialName);
  const before = await findParticipant(tx, operationId, agency.id);
  if (before) {
    mustKeepALead(change, input);
    await changeParticipant(tx, operationId, terms);
  } else {
    const joinedOn = localDateIn(operation.zone, self.now);
    await addParticipant(tx, operationId, { ...terms, administrationId: agency.administrationId, joinedOn });
  }
  const units = await unitsOf(tx, agency.id);
  await addUnitStreams(
    tx,
    operationId,
    agency.id,
    units.map((unit) => unit.id),
  );
  if (terms.readsAll && !before?.readsAll) await joinAudiencesOfAll(tx, operationId, agency.id);
  announce(change, "agency.invited", { agency: agency.id });
  if (before && before.clearanceSteps !== terms.clearanceSteps) {
    announce(change, "agency.steps_set", { agency: agency.id, steps: terms.clearanceSteps });
  }
}

/** The agency of the lead who acts leads: it cannot put itself out by this way. */
function mustKeepALead({ self }: Change, { agencyId, leads }: ParticipantInput) {
  if (agencyId === memberOf(self).agencyId && !leads) {
    throw new Problem("invalid", "body.invalid", {}, { fields: { leads: ["operation.lead.own"] } });
  }
}

/** How many national approvals reports of the agency pass from now on; reports under way keep their number. */
export async function setClearanceSteps(
  acting: Acting,
  command: Command<{ agencyId: Id; steps: number }>,
): Promise<Outcome> {
  return write(acting, "agency.steps", command, async (change) => {
    const { agencyId, steps } = command.input;
    mustBeAllowed(change.self, "clearance.steps", { agencyId });
    if (!(await setSteps(change.tx, agencyId, steps))) throw new Problem("not-found", "agency.unknown");
    announce(change, "agency.steps_set", { agency: agencyId, steps });
    return { agency: agencyId, steps: String(steps) };
  });
}

/** The agency leaves the operation. Its records stay and count; its members see nothing from now on. */
export async function endAgency(acting: Acting, command: Command<{ agencyId: Id }>): Promise<Outcome> {
  return write(acting, "agency.end", command, async (change) => {
    const { agencyId } = command.input;
    const member = mustBeAllowed(change.self, "operation.invite");
    if (agencyId === member.agencyId) throw new Problem("conflict", "operation.lead.own");
    const ended = await endParticipation(change.tx, member.operationId, agencyId, change.self.now);
    if (!ended) throw new Problem("not-found", "agency.unknown");
    announce(change, "agency.left", { agency: agencyId });
    await noticeAccess(change.tx, `operation:${member.operationId}`);
    return { agency: agencyId };
  });
}
