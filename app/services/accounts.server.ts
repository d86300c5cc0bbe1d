import { v7 as uuid } from "uuid";
import { noticeAccess } from "#db/queries/access-notices.server.ts";
import {
  findPerson,
  insertAdministration,
  insertAgency,
  insertPerson,
  insertUnit,
  setPreferences,
  trace,
  updatePerson,
} from "#db/queries/accounts.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import { addUnitStreams } from "#db/queries/participants.server.ts";
import { insertInvitation, revokeTokens } from "#db/queries/sign-in.server.ts";
import type { AdministrationInput, AgencyInput, MachineInput, PersonInput, UnitInput } from "../domain/account.ts";
import type { Id } from "../domain/id.ts";
import { Problem } from "../domain/problem.ts";
import { withRefusals } from "./database-refusal.server.ts";
import type { Acting } from "./house.server.ts";
import { hashOfToken, tokenOfCommand } from "./secrets.server.ts";
import { type Change, type Command, memberOf, mustBeAllowed, type Outcome, write } from "./write.server.ts";

export {
  acceptInvitation,
  changePassword,
  endMySession,
  invitedPerson,
  sessionHolds,
  signIn,
  signOut,
  signOutEverywhere,
  touchSession,
} from "./sessions.server.ts";

/** For how long an invitation link holds. */
export const INVITATION_HOURS = 72;

/**
 * Inside an operation its members act, and nobody else: the administrator of the installation is none. Outside of all,
 * accounts are the administrator's alone.
 */
function mustHaveAPlace({ operationId }: Acting, self: Self) {
  if (operationId === null) mustManageAccounts(self);
  else memberOf(self);
}

/** Writes about accounts: traced, since accounts have no stream of events; refusals of the database become ours. */
export async function manage<T>(
  acting: Acting,
  kind: string,
  command: Command<T>,
  work: (change: Change) => Promise<Outcome>,
): Promise<Outcome> {
  return withRefusals(() =>
    write(acting, kind, command, async (change) => {
      mustHaveAPlace(acting, change.self);
      const outcome = await work(change);
      const personId = change.self.person.id;
      const subject = Object.values(outcome)[0] ?? "";
      await trace(change.tx, { personId, operationId: acting.operationId, action: kind, subject, outcome: "done" });
      return outcome;
    }),
  );
}

/** The administrator of the installation, or a lead who brings agencies into the own operation. */
function mustMayAddAgencies({ self }: Change) {
  if (!self.person.administrator) mustBeAllowed(self, "operation.invite");
}

/** The administrator, a lead, or the contact point of that agency. */
function mustMayAddPeople({ self }: Change, agencyId: Id) {
  if (!self.person.administrator) mustBeAllowed(self, "member.manage", { agencyId });
}

/** Accounts of the installation are the administrator's alone. */
export function mustManageAccounts(self: Self) {
  if (!self.person.administrator) throw new Problem("forbidden", "access.refused");
}

export async function createAdministration(acting: Acting, command: Command<AdministrationInput>): Promise<Outcome> {
  return manage(acting, "administration.create", command, async (change) => {
    mustMayAddAgencies(change);
    await insertAdministration(change.tx, command.input);
    return { administration: command.input.id };
  });
}

/** An agency with its first unit. */
export async function createAgency(acting: Acting, command: Command<AgencyInput>): Promise<Outcome> {
  return manage(acting, "agency.create", command, async (change) => {
    mustMayAddAgencies(change);
    await insertAgency(change.tx, command.input);
    return { agency: command.input.id };
  });
}

/** A unit; inside an operation it gets its private stream there at once, elsewhere with its first member. */
export async function createUnit(acting: Acting, command: Command<UnitInput>): Promise<Outcome> {
  return manage(acting, "unit.create", command, async (change) => {
    const { id, agencyId } = command.input;
    mustMayAddPeople(change, agencyId);
    await insertUnit(change.tx, command.input);
    if (change.self.member) await addUnitStreams(change.tx, change.self.member.operationId, agencyId, [id]);
    return { unit: id };
  });
}

/** An account without a password; who holds its invitation link sets one. */
export async function createPerson(acting: Acting, command: Command<PersonInput>): Promise<Outcome> {
  return manage(acting, "person.create", command, async (change) => {
    const person = command.input;
    mustMayAddPeople(change, person.agencyId);
    if ((person.administrator || person.mayOpen) && !change.self.person.administrator) {
      throw new Problem("forbidden", "access.refused");
    }
    await insertPerson(change.tx, person);
    return { person: person.id };
  });
}

/** Makes the link with which a person sets a password, once, within three days. Earlier links end. */
export async function invitePerson(acting: Acting, command: Command<{ personId: Id }>): Promise<Outcome> {
  const token = tokenOfCommand(acting.house.secret, "invitation", command.id);
  const outcome = await manage(acting, "person.invite", command, async ({ tx }) => {
    const { personId } = command.input;
    await insertInvitation(tx, { id: uuid(), personId, hash: hashOfToken(token), hours: INVITATION_HOURS });
    return { person: personId };
  });
  return { ...outcome, token };
}

/** Takes an account out of use, or back into it. Its sessions end; its records stay. */
export async function suspendPerson(
  acting: Acting,
  command: Command<{ personId: Id; state: "active" | "suspended" }>,
): Promise<Outcome> {
  return manage(acting, "person.suspend", command, async (change) => {
    const { personId, state } = command.input;
    mustManageAccounts(change.self);
    if (personId === change.self.person.id) throw new Problem("conflict", "person.self");
    if (!(await updatePerson(change.tx, personId, { state }))) throw new Problem("not-found", "person.unknown");
    if (state === "suspended") await endAll(change, personId);
    return { person: personId, state };
  });
}

/** Ends all sessions of somebody else: a lost telephone, a person who left. */
export async function endSessions(acting: Acting, command: Command<{ personId: Id }>): Promise<Outcome> {
  return manage(acting, "person.end_sessions", command, async (change) => {
    mustManageAccounts(change.self);
    await endAll(change, command.input.personId);
    return { person: command.input.personId };
  });
}

async function endAll({ tx }: Change, personId: Id) {
  await noticeAccess(tx, `person:${personId}`);
  await revokeTokens(tx, personId, null);
}

type Correction = { personId: Id; name: string; unitId: Id; mayOpen: boolean };

/** What an administrator may correct of an account. */
export async function changePerson(acting: Acting, command: Command<Correction>): Promise<Outcome> {
  return manage(acting, "person.change", command, async (change) => {
    const { personId, ...changes } = command.input;
    mustManageAccounts(change.self);
    const person = await findPerson(change.tx, personId);
    if (!person) throw new Problem("not-found", "person.unknown");
    if (person.administrator && changes.mayOpen) throw new Problem("conflict", "person.administrator");
    await updatePerson(change.tx, personId, changes);
    return { person: personId };
  });
}

/** Language and time zone of the own account; null leaves them to the browser. */
export async function changePreferences(
  acting: Acting,
  command: Command<{ locale: string | null; zone: string | null }>,
): Promise<Outcome> {
  return write(acting, "person.preferences", command, async ({ tx, self }) => {
    await setPreferences(tx, command.input);
    return { person: self.person.id };
  });
}

/** A machine of an agency: an account that acts by key and never signs in. It becomes a member like a person. */
export async function createMachine(acting: Acting, command: Command<MachineInput>): Promise<Outcome> {
  return manage(acting, "machine.create", command, async (change) => {
    const { id, agencyId } = command.input;
    if (!change.self.person.administrator) mustBeAllowed(change.self, "key.issue", { agencyId });
    await insertPerson(change.tx, { ...command.input, email: `${id}@machine.invalid`, machine: true });
    return { person: id };
  });
}
