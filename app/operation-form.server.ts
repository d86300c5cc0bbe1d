import { v5 as derived } from "uuid";
import { z } from "zod";
import { Id } from "./domain/id.ts";
import { OperationCode, OperationPlan } from "./domain/operation.ts";
import { Email, ParticipantInput } from "./domain/participation.ts";
import { Problem } from "./domain/problem.ts";
import { RequiredText } from "./domain/text.ts";
import { textOf, wholeOf } from "./form.server.ts";
import type { FormValues } from "./form-answer.ts";
import { fieldErrors } from "./http.server.ts";

const PREFIX = "plan.";

/** The plan as its form says it; what is not a number becomes one that no plan has. */
function planOf(form: FormData) {
  const field = (name: string) => textOf(form, PREFIX + name);
  const hours = wholeOf(form, `${PREFIX}lateLimitHours`);
  return {
    name: field("name"),
    edition: field("edition"),
    objectives: field("objectives"),
    scope: form.getAll(`${PREFIX}scope[]`),
    zone: field("zone"),
    startsOn: field("startsOn"),
    endsOn: field("endsOn"),
    followUpEndsOn: field("followUpEndsOn"),
    debriefOn: field("debriefOn"),
    cutOff: field("cutOff"),
    lateLimitHours: Number.isNaN(hours) ? 0 : hours,
    handling: field("handling"),
    tier: field("tier"),
    joining: field("joining"),
    reportersReadFacts: field("reportersReadFacts") === "yes",
    showsPresence: field("showsPresence") === "yes",
    boundaryProfile: field("boundaryProfile"),
  };
}

type Fields = Record<string, string[]>;

/** Runs a schema over one part of a form; gathers the first fault of each field under the name that the form has for it. */
function take<S extends z.ZodType>(schema: S, input: unknown, faults: Fields, nameOf: (path: string) => string) {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  for (const [path, keys] of Object.entries(fieldErrors(result.error))) faults[nameOf(path)] = keys.slice(0, 1);
  return undefined;
}

function refuse(faults: Fields): never {
  throw new Problem("invalid", "form.invalid", {}, { fields: faults });
}

/** The plan of its form, or the Problem that names the fields as the form does. */
export function readPlanForm(form: FormData): OperationPlan {
  const faults: Fields = {};
  const plan = take(OperationPlan, planOf(form), faults, (path) => PREFIX + path);
  return plan ?? refuse(faults);
}

type Directory = readonly { id: Id; agencies: readonly { id: Id }[] }[];

/** Everything that the form of a new operation says: plan, participants on their terms, and their contact persons. */
export function readOperationForm(form: FormData, organisations: Directory, ownAgency: Id) {
  const faults: Fields = {};
  const id = take(Id, textOf(form, "id"), faults, () => "id") ?? refuse(faults);
  const code = take(OperationCode, textOf(form, "code").trim(), faults, () => "code");
  const plan = take(OperationPlan, planOf(form), faults, (path) => PREFIX + path);
  const participants = [];
  const contacts = [];
  for (const { id: administrationId, agencies } of organisations) {
    for (const { id: agencyId } of agencies) {
      const own = agencyId === ownAgency;
      if (!own && textOf(form, `takes.${agencyId}`) !== "yes") continue;
      const participant = take(ParticipantInput, termsOf(form, agencyId, administrationId, own), faults, (path) =>
        path === "officialName" ? `official.${administrationId}` : `steps.${agencyId}`,
      );
      if (participant) participants.push(participant);
      const contact = contactOf(form, agencyId, id, faults);
      if (contact) contacts.push(contact);
    }
  }
  if (!code || !plan || Object.keys(faults).length > 0) refuse(faults);
  return { id, code, plan, coLeads: [], participants, contacts };
}

function termsOf(form: FormData, agencyId: Id, administrationId: Id, own: boolean) {
  return {
    agencyId,
    officialName: textOf(form, `official.${administrationId}`),
    readsAll: own || textOf(form, `all.${agencyId}`) === "yes",
    clearanceSteps: wholeOf(form, `steps.${agencyId}`),
    leads: own || textOf(form, `leads.${agencyId}`) === "yes",
  };
}

const Contact = z.object({ name: RequiredText(120), email: Email });

/** Nobody, where neither name nor address is given. Ids follow from the operation's, so that a repeated form is the same. */
function contactOf(form: FormData, agencyId: Id, operationId: Id, faults: Fields) {
  const said = { name: textOf(form, `contact_name.${agencyId}`), email: textOf(form, `contact_email.${agencyId}`) };
  if (said.name.trim() === "" && said.email.trim() === "") return undefined;
  const contact = take(Contact, said, faults, (path) => `contact_${path}.${agencyId}`);
  if (!contact) return undefined;
  const idOf = (what: string) => derived(`${what} ${agencyId}`, operationId);
  return { memberId: idOf("member"), personId: idOf("person"), agencyId, ...contact };
}

/** Refusals of the service, which knows paths of its input, under the names that the form has for them. */
export function inFormNames(thrown: unknown, contacts: readonly { agencyId: Id }[]): unknown {
  if (!(thrown instanceof Problem) || !thrown.detail.fields) return thrown;
  const fields = Object.entries(thrown.detail.fields).map(([path, keys]) => {
    const at = /^contacts\.(\d+)\.(name|email)$/.exec(path);
    const agencyId = at && contacts[Number(at[1])]?.agencyId;
    return [agencyId ? `contact_${at[2]}.${agencyId}` : path, keys];
  });
  return new Problem(thrown.kind, thrown.message, thrown.values, {
    ...thrown.detail,
    fields: Object.fromEntries(fields),
  });
}

/** A plan as its form shows it. */
export function planValues(plan: OperationPlan): FormValues {
  const { scope, lateLimitHours, reportersReadFacts, showsPresence, ...rest } = plan;
  const plain = Object.entries(rest).map(([name, value]) => [PREFIX + name, value]);
  return {
    ...Object.fromEntries(plain),
    [`${PREFIX}scope[]`]: scope,
    [`${PREFIX}lateLimitHours`]: String(lateLimitHours),
    [`${PREFIX}reportersReadFacts`]: reportersReadFacts ? "yes" : "",
    [`${PREFIX}showsPresence`]: showsPresence ? "yes" : "",
  };
}

/** Refusals of a changed plan under the names of its form; of a stale one, the plan that is there now in its values. */
export function inPlanNames(thrown: unknown): unknown {
  if (!(thrown instanceof Problem)) return thrown;
  const named = Object.entries(thrown.detail.fields ?? {}).map(([path, keys]) => [PREFIX + path, keys]);
  const current = OperationPlan.safeParse(thrown.detail.current);
  return new Problem(thrown.kind, thrown.message, thrown.values, {
    fields: Object.fromEntries(named),
    current: current.success ? planValues(current.data) : undefined,
  });
}
