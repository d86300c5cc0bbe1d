import { v5 as derived } from "uuid";
import { accountStates } from "#db/queries/accounts.server.ts";
import { addToDirectory } from "./directory-form.server.ts";
import { MachineInput } from "./domain/account.ts";
import { Id } from "./domain/id.ts";
import { KeyInput, RotationInput } from "./domain/key.ts";
import { InvitedMember, MemberChange, MemberInput, ParticipantInput } from "./domain/participation.ts";
import { Problem } from "./domain/problem.ts";
import { commandOf, parsed, textOf, wholeOf } from "./form.server.ts";
import { presenceByForm } from "./presence-form.server.ts";
import { createMachine, invitePerson } from "./services/accounts.server.ts";
import type { Acting } from "./services/house.server.ts";
import { issueKey, revokeKey, rotateKey } from "./services/keys.server.ts";
import {
  addMember,
  changeMember,
  endAgency,
  inviteAgency,
  inviteMember,
  setClearanceSteps,
} from "./services/operations.server.ts";
import { read } from "./services/write.server.ts";
import { promiseByForm } from "./tally-form.server.ts";

/** What was done; a secret that is shown this once, and whose it is. */
export type AgencyAnswer = { done: string; about?: string; link?: string; key?: string };

type Work = (acting: Acting, agencyId: Id, form: FormData) => Promise<AgencyAnswer>;

/** The forms of an agency's page, by their intents. */
const FORMS: Record<string, Work> = {
  terms: async (acting, agencyId, form) => {
    const input = parsed(ParticipantInput, {
      agencyId,
      officialName: textOf(form, "officialName"),
      readsAll: textOf(form, "readsAll") === "yes",
      clearanceSteps: wholeOf(form, "clearanceSteps"),
      leads: textOf(form, "leads") === "yes",
    });
    await inviteAgency(acting, commandOf(form, input));
    return { done: "terms" };
  },
  steps: async (acting, agencyId, form) => {
    const { clearanceSteps } = parsed(ParticipantInput.pick({ clearanceSteps: true }), {
      clearanceSteps: wholeOf(form, "clearanceSteps"),
    });
    await setClearanceSteps(acting, commandOf(form, { agencyId, steps: clearanceSteps }));
    return { done: "terms" };
  },
  promise: async (acting, agencyId, form) => {
    await promiseByForm(acting, agencyId, form);
    return { done: "promise" };
  },
  presence_me: (acting, agencyId, form) => presenceByForm(acting, agencyId, "me", form),
  presence_agency: (acting, agencyId, form) => presenceByForm(acting, agencyId, "agency", form),
  leave: async (acting, agencyId, form) => {
    await endAgency(acting, commandOf(form, { agencyId }));
    return { done: "leave" };
  },
  unit: async (acting, _agencyId, form) => {
    await addToDirectory(acting, "unit", form);
    return { done: "unit", about: textOf(form, "name") };
  },
  member: inviteSomebody,
  role: changeSomebody,
  suspend: changeSomebody,
  restore: changeSomebody,
  link: async (acting, _agencyId, form) => {
    const personId = parsed(Id, textOf(form, "personId"));
    return { done: "link", about: textOf(form, "name"), link: await linkFor(acting, commandOf(form, { personId })) };
  },
  machine: addMachine,
  key: async (acting, _agencyId, form) => {
    const input = parsed(KeyInput, {
      machineId: textOf(form, "machineId"),
      label: textOf(form, "label"),
      days: daysOf(form),
      reach: textOf(form, "reach"),
      scopes: form.getAll("scopes[]"),
    });
    const { token } = await issueKey(acting, commandOf(form, input));
    return { done: "key", about: textOf(form, "name"), key: token };
  },
  rotate: async (acting, _agencyId, form) => {
    const hours = wholeOf(form, "overlapHours");
    const input = parsed(RotationInput, {
      key: textOf(form, "key"),
      days: daysOf(form),
      overlapHours: Number.isNaN(hours) ? -1 : hours,
    });
    const { token } = await rotateKey(acting, commandOf(form, input));
    return { done: "rotate", about: textOf(form, "name"), key: token };
  },
  revoke: async (acting, _agencyId, form) => {
    await revokeKey(acting, commandOf(form, { key: parsed(Id, textOf(form, "key")) }));
    return { done: "revoke" };
  },
};

/** What is no number is no number of days either, and says so at its field. */
function daysOf(form: FormData): number {
  const days = wholeOf(form, "days");
  return Number.isNaN(days) ? 0 : days;
}

export async function changeAgency(
  acting: Acting,
  agencyId: Id,
  intent: string,
  form: FormData,
): Promise<AgencyAnswer> {
  const work = Object.hasOwn(FORMS, intent) ? FORMS[intent] : undefined;
  if (!work) throw new Problem("not-found", "agency.unknown");
  return work(acting, agencyId, form);
}

/** Into the operation at once; whoever has no password yet gets a link too, under a command made from this one. */
async function inviteSomebody(acting: Acting, agencyId: Id, form: FormData): Promise<AgencyAnswer> {
  const toDay = textOf(form, "toDay");
  const input = parsed(InvitedMember, {
    memberId: textOf(form, "memberId"),
    personId: textOf(form, "personId"),
    agencyId,
    unitId: textOf(form, "unitId"),
    name: textOf(form, "name"),
    email: textOf(form, "email"),
    role: textOf(form, "role"),
    fromDay: textOf(form, "fromDay"),
    toDay: toDay === "" ? null : toDay,
  });
  const command = commandOf(form, input);
  const { person = "" } = await inviteMember(acting, command);
  const accepted = await read(acting, async (tx) => (await accountStates(tx)).get(person)?.accepted ?? true);
  if (accepted) return { done: "member", about: input.name };
  const invitation = { id: derived("invitation", command.id), input: { personId: person } };
  return { done: "member", about: input.name, link: await linkFor(acting, invitation) };
}

async function linkFor(acting: Acting, command: { id: Id; input: { personId: Id } }): Promise<string> {
  const { token } = await invitePerson(acting, command);
  return `/invitation/${token}`;
}

async function changeSomebody(acting: Acting, _agencyId: Id, form: FormData): Promise<AgencyAnswer> {
  const intent = textOf(form, "intent");
  const input = parsed(MemberChange, {
    memberId: textOf(form, "memberId"),
    role: textOf(form, "role"),
    state: intent === "suspend" ? "suspended" : intent === "restore" ? "active" : textOf(form, "state"),
    baseVersion: wholeOf(form, "version"),
  });
  await changeMember(acting, commandOf(form, input));
  return { done: intent, about: textOf(form, "name") };
}

/** A machine is an account and a member in one go: with its key it acts here as a contact point does. */
async function addMachine(acting: Acting, agencyId: Id, form: FormData): Promise<AgencyAnswer> {
  const machine = parsed(MachineInput, {
    id: textOf(form, "personId"),
    agencyId,
    unitId: textOf(form, "unitId"),
    name: textOf(form, "name"),
  });
  const command = commandOf(form, machine);
  const member = parsed(MemberInput, {
    memberId: textOf(form, "memberId"),
    personId: machine.id,
    unitId: machine.unitId,
    role: textOf(form, "role"),
    fromDay: textOf(form, "fromDay"),
    toDay: null,
  });
  await createMachine(acting, command);
  await addMember(acting, { id: derived("member", command.id), input: member });
  return { done: "machine", about: machine.name };
}
