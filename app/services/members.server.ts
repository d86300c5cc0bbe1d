import { noticeAccess } from "#db/queries/access-notices.server.ts";
import { insertPerson } from "#db/queries/accounts.server.ts";
import {
  addUnitStreams,
  agencyOfMember,
  countOtherLeads,
  findMember,
  findParticipant,
  type Invitable,
  insertMember,
  personToInvite,
  unitsOf,
  updateMember,
} from "#db/queries/participants.server.ts";
import type { Id } from "../domain/id.ts";
import type { Role } from "../domain/member.ts";
import { type InvitedMember, type MemberChange, type MemberInput, rolesToGive } from "../domain/participation.ts";
import { Problem } from "../domain/problem.ts";
import type { Acting } from "./house.server.ts";
import { announce } from "./participants.server.ts";
import { type Change, type Command, memberOf, mustBeAllowed, type Outcome, write } from "./write.server.ts";

/** Makes somebody with an account a member, in a role, from a day to a day. */
export async function addMember(acting: Acting, command: Command<MemberInput>): Promise<Outcome> {
  return write(acting, "member.add", command, async (change) => {
    const person = await personToInvite(change.tx, { id: command.input.personId });
    if (!person) throw new Problem("not-found", "person.unknown");
    await join(change, person, command.input);
    return { member: command.input.memberId };
  });
}

/**
 * Brings in whoever has this address: the account that is there, or a new one of the agency. Whether a new one needs an
 * invitation link the page finds among the members; the link itself is made by `invitePerson`.
 */
export async function inviteMember(acting: Acting, command: Command<InvitedMember>): Promise<Outcome> {
  return write(acting, "member.invite", command, async (change) => {
    const personId = await bringInPerson(change, command.input);
    return { member: command.input.memberId, person: personId };
  });
}

export async function bringInPerson(change: Change, input: InvitedMember): Promise<Id> {
  const { agencyId, unitId, name, email, personId, ...membership } = input;
  mustBeAllowed(change.self, "member.manage", { agencyId });
  const known = await personToInvite(change.tx, { email });
  if (known && known.agencyId !== agencyId) throw refusedField("email", "person.email.taken");
  const person = known ?? { id: personId, agencyId, unitId, name, machine: false, state: "active" as const };
  if (!known) await insertPerson(change.tx, { id: personId, agencyId, unitId, name, email });
  await join(change, person, { ...membership, unitId, personId: person.id });
  return person.id;
}

async function join(change: Change, person: Invitable, input: MemberInput): Promise<void> {
  const { tx, self } = change;
  const { operationId, role } = mustBeAllowed(self, "member.manage", { agencyId: person.agencyId });
  if (person.state !== "active") throw new Problem("conflict", "person.suspended");
  const participant = await findParticipant(tx, operationId, person.agencyId);
  if (!participant || participant.leftAt) throw new Problem("conflict", "agency.not_taking_part");
  mustGive(role, input.role, participant.leads);
  const units = await unitsOf(tx, person.agencyId);
  if (!units.some((unit) => unit.id === input.unitId)) throw refusedField("unitId", "unit.unknown");
  await insertMember(tx, operationId, person.agencyId, input);
  await addUnitStreams(tx, operationId, person.agencyId, [input.unitId]);
  announce(change, "member.added", { member: input.memberId, agency: person.agencyId, role: input.role });
  await noticeAccess(tx, `person:${person.id}`);
}

/** A contact point gives the roles of the own agency; a lead all of them, and 'lead' to agencies that lead. */
function mustGive(giver: Role, given: Role, agencyLeads: boolean) {
  if (!rolesToGive(giver).includes(given)) throw refusedField("role", "role.not_yours_to_give");
  if (given === "lead" && !agencyLeads) throw refusedField("role", "role.lead_agency");
}

/** Another role, suspended, or back again. Open pages and sockets of the person follow at once. */
export async function changeMember(acting: Acting, command: Command<MemberChange>): Promise<Outcome> {
  return write(acting, "member.change", command, async (change) => {
    const { memberId, role, state, baseVersion } = command.input;
    const { operationId } = memberOf(change.self);
    const agencyId = await agencyOfMember(change.tx, operationId, memberId);
    if (!agencyId) throw new Problem("not-found", "member.unknown");
    // Everybody sees who takes part; only for whoever may change it is the row there to be locked.
    mustBeAllowed(change.self, "member.manage", { agencyId });
    const member = await findMember(change.tx, operationId, memberId);
    if (!member) throw new Problem("not-found", "member.unknown");
    await mustMayChange(change, { ...member, role: member.role as Role }, { role, state });
    if (!(await updateMember(change.tx, operationId, memberId, baseVersion, { role, state }))) {
      const current = { role: member.role, state: member.state, version: member.version };
      throw new Problem("stale", "member.stale", {}, { current, yours: { role, state } });
    }
    announce(change, "member.changed", { member: memberId, role, state });
    await noticeAccess(change.tx, `person:${member.personId}`);
    return { member: memberId, version: String(baseVersion + 1) };
  });
}

type Terms = { role: Role; state: string };

async function mustMayChange(change: Change, before: Terms & { id: Id; agencyId: Id }, after: Terms) {
  const { tx, self } = change;
  const { operationId, role } = memberOf(self);
  const participant = await findParticipant(tx, operationId, before.agencyId);
  if (!rolesToGive(role).includes(before.role)) throw new Problem("forbidden", "access.refused");
  if (after.role !== before.role) mustGive(role, after.role, participant?.leads ?? false);
  const leaves = before.role === "lead" && (after.role !== "lead" || after.state !== "active");
  if (leaves && (await countOtherLeads(tx, operationId, before.id)) === 0) {
    throw new Problem("conflict", "operation.lead.last");
  }
}

function refusedField(field: string, key: string): Problem {
  return new Problem("invalid", "body.invalid", {}, { fields: { [field]: [key] } });
}
