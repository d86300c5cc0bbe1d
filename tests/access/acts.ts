import { createHash, randomBytes } from "node:crypto";
import type { Id } from "#app/domain/id.ts";
import type { OperationState } from "#app/domain/operation.ts";
import { planValues } from "#app/operation-form.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { read } from "#app/services/write.server.ts";
import { findOperation } from "#db/queries/operations.server.ts";
import type { Agency, World } from "#tests/support/world.ts";
import { type Cast, DIFFERING, type Reader } from "./cast.ts";

/** The stage on which forms are sent: the world, its readers, and a lead who knows what the forms have to say. */
export type Stage = { world: World; cast: Cast; lead: Acting & { personId: Id }; owner: Agency };

export type Form = Record<string, string | readonly string[]>;
/** A form as somebody sends it: what stands for the names in the address, and a session of its own where it is used up. */
export type Sent = { form: Form; at?: Record<string, string>; token?: string };

export type Act = {
  /** In which state of the operation it is done; active, where nothing is said. */
  state?: OperationState;
  /** Makes what the form is about anew: an allowed act uses it up. */
  send: (stage: Stage, asker: Reader) => Promise<Sent> | Sent;
  /** Is of the asker's own account or of nobody's: one of each standing sends it. */
  personal?: boolean;
};

export const id = (): Id => crypto.randomUUID();
const word = () => `A${randomBytes(5).toString("hex").toUpperCase()}`;

/** The plan, and who takes part. */
export const PLAN_ACTS: Record<string, Act> = {
  "POST /operations/:operation/plan approve": {
    state: "planning",
    send: () => ({ form: { profile: "no_disputed" } }),
  },
  "POST /operations/:operation/plan move": { send: () => ({ form: { from: "active", to: "follow_up", reason: "" } }) },
  "POST /operations/:operation/plan/change": {
    send: async ({ lead }) => {
      const operation = await read(lead, (tx) => findOperation(tx, lead.operationId ?? ""));
      if (!operation) throw new Error("no operation");
      return { form: { ...planValues(operation.plan), version: String(operation.version) } };
    },
  },
  "POST /operations/:operation/participants/invite administration": { send: () => ({ form: administration() }) },
  "POST /operations/:operation/participants/invite agency": { send: ({ owner }) => ({ form: agency(owner) }) },
  "POST /operations/:operation/participants/invite invite": {
    send: async ({ world }) => {
      const { agencyId } = await someoneElse(world);
      return { form: { agencyId, officialName: "Elsewhere", clearanceSteps: "1", readsAll: "yes" } };
    },
  },
};

export const AGENCY = "POST /operations/:operation/participants/:agency";

export const AGENCY_ACTS: Record<string, Act> = {
  [`${AGENCY} terms`]: {
    send: () => ({ form: { officialName: "Viet Nam", clearanceSteps: "1", readsAll: "yes", leads: "yes" } }),
  },
  [`${AGENCY} steps`]: { send: () => ({ form: { clearanceSteps: "1" } }) },
  [`${AGENCY} leave`]: {
    send: async ({ world }) => ({ form: {}, at: { agency: (await world.agency(`L-${word()}`)).id } }),
  },
  [`${AGENCY} presence_me`]: { send: () => ({ form: { shown: "no" } }) },
  [`${AGENCY} presence_agency`]: { send: () => ({ form: { shown: "no" } }) },
  [`${AGENCY} unit`]: { send: ({ owner }) => ({ form: { id: id(), agencyId: owner.id, name: `Post ${word()}` } }) },
  [`${AGENCY} member`]: {
    send: ({ owner }) => ({ form: { ...membership(owner), email: `${word()}@example.org`, role: "analyst" } }),
  },
  [`${AGENCY} role`]: { send: (stage) => change(stage, "active", { role: "reporter", state: "active" }) },
  [`${AGENCY} suspend`]: { send: (stage) => change(stage, "active", { role: "analyst" }) },
  [`${AGENCY} restore`]: { send: (stage) => change(stage, "suspended", { role: "analyst" }) },
  [`${AGENCY} link`]: {
    send: async ({ world, owner }) => {
      const { personId } = await world.join({ role: "analyst", agency: owner });
      return { form: { personId, name: "Officer" } };
    },
  },
  [`${AGENCY} machine`]: { send: ({ owner }) => ({ form: { ...membership(owner), role: "ncp" } }) },
  [`${AGENCY} key`]: {
    send: async (stage) => ({ form: { ...NEW_KEY, machineId: await aMachine(stage) } }),
  },
  [`${AGENCY} revoke`]: {
    send: async (stage) => ({ form: { key: await aKey(stage) } }),
  },
  [`${AGENCY} rotate`]: {
    send: async (stage) => ({ form: { key: await aKey(stage), days: "30", overlapHours: "24" } }),
  },
};

const TALLIES = "POST /operations/:operation/tallies";

/** Nil on a day of which nothing else is said. */
const nil = (day: string): Form => ({
  "tallies.0.day": day,
  "tallies.0.baseVersion": "0",
  "tallies.0.said": "nil",
});

export const TALLY_ACTS: Record<string, Act> = {
  [`${AGENCY} promise`]: {
    send: () => ({
      form: {
        rhythm: "working_days",
        fromDay: "2099-01-01",
        toDay: "",
        weekday: "",
        zone: "Asia/Bangkok",
        holidays: "",
      },
    }),
  },
  [`${TALLIES}/:agency/:day post`]: { send: () => ({ form: nil("2021-05-20"), at: { day: "2021-05-20" } }) },
  [`${TALLIES}/:agency/:day ask`]: {
    send: ({ owner }) => ({ form: { day: "2021-05-18", agencyIds: owner.id }, at: { day: "2021-05-18" } }),
  },
  [`${TALLIES}/:agency/:day explain`]: {
    send: async ({ world, owner }) => ({
      form: { question: await aTallyQuestion(world, owner), answer: "One parcel, two consignees." },
      at: { day: DIFFERING },
    }),
  },
  "POST /operations/:operation/outbox tally": {
    send: (_stage, { personId = "" }) => ({ form: { ...nil("2021-05-22"), person: personId } }),
  },
  [`${TALLIES}/week post`]: { send: () => ({ form: nil("2021-05-21") }) },
  [`${TALLIES} ask`]: { send: ({ owner }) => ({ form: { day: "2021-05-18", agencyIds: owner.id } }) },
};

/** An open question about a day that differs; what was asked of it before is closed. */
async function aTallyQuestion({ owner: sql, operationId }: World, { id: agency_id }: Agency): Promise<Id> {
  const about = { operation_id: operationId, agency_id, day: DIFFERING, group_code: "F2" };
  await sql`update tally_questions set closed_at = now(), closed_as = 'mended' where day = ${DIFFERING} and closed_at is null`;
  const question = id();
  await sql`insert into tally_questions ${sql({ ...about, id: question, said: 1, seen: 0 })}`;
  return question;
}

function administration(): Form {
  return { id: id(), code: word(), kind: "organisation", name: `Body ${word()}` };
}

function agency({ administrationId }: Agency): Form {
  const code = word();
  return { id: id(), administrationId, code, name: `Agency ${code}`, unitId: id(), unitName: "Office" };
}

function membership({ units }: Agency): Form {
  return { memberId: id(), personId: id(), unitId: units[0].id, name: "Officer New", fromDay: "2021-04-01", toDay: "" };
}

async function change({ world, owner }: Stage, state: "active" | "suspended", form: Form): Promise<Sent> {
  const { memberId } = await world.join({ role: "analyst", agency: owner, state });
  return { form: { memberId, version: "1", ...form } };
}

async function aMachine({ world, owner }: Stage): Promise<Id> {
  const { personId } = await world.join({ role: "ncp", agency: owner });
  await world.owner`update persons set machine = true where id = ${personId}`;
  return personId;
}

const NEW_KEY = { label: "Gateway", days: "30", reach: "operation", "scopes[]": ["seizures.read", "tallies.write"] };

/** A key of a machine of the owner, as the services write it. */
export async function aKey(stage: Stage, scope = "seizures.read"): Promise<Id> {
  const { world, owner } = stage;
  const machine_id = await aMachine(stage);
  const { id: key, token } = await aToken(world, machine_id, "key");
  const row = { id: key, agency_id: owner.id, machine_id, prefix: token.slice(0, 8), scopes: [scope] };
  await world.owner`insert into api_keys ${world.owner(row)}`;
  return key;
}

/** Somebody with an account who takes part in nothing, in an agency that does not either. */
async function someoneElse(world: World): Promise<{ personId: Id; agencyId: Id; unitId: Id }> {
  const { personId } = await world.stranger();
  const [person] = await world.owner<{ agencyId: Id; unitId: Id }[]>`
    select agency_id as "agencyId", unit_id as "unitId" from persons where id = ${personId}`;
  if (!person) throw new Error("nobody");
  return { personId, ...person };
}

/** A session, key or invitation of that person, as the services write it. */
async function aToken({ owner }: World, personId: Id, kind: "session" | "key" | "invitation") {
  const token = randomBytes(32).toString("base64url");
  const made = { id: id(), hash: createHash("sha256").update(token).digest(), kind, person_id: personId };
  await owner`insert into tokens ${owner({ ...made, expires_at: new Date(Date.now() + 86_400_000) })}`;
  return { id: made.id, token };
}

/** A session more of the asker, to be used up; who has none asks as before. */
async function once({ world }: Stage, { token, personId }: Reader): Promise<string> {
  const [held] = await world.owner`
    select 1 from tokens where hash = ${createHash("sha256").update(token).digest()} and revoked_at is null`;
  return held && personId ? (await aToken(world, personId, "session")).token : token;
}

const PERSON = "POST /accounts/:person";

/** Accounts: those of others are the administrator's, the own one everybody's. */
export const ACCOUNT_ACTS: Record<string, Act> = {
  "POST /accounts/agencies administration": { send: () => ({ form: administration() }) },
  "POST /accounts/agencies agency": { send: ({ owner }) => ({ form: agency(owner) }) },
  "POST /accounts/agencies unit": {
    send: ({ owner }) => ({ form: { id: id(), agencyId: owner.id, name: `Post ${word()}` } }),
  },
  "POST /accounts/new": {
    send: ({ owner }) => ({
      form: { id: id(), unitId: owner.units[0].id, name: "Officer New", email: `${word()}@example.org` },
    }),
  },
  [`${PERSON} correct`]: {
    send: async ({ world }) => {
      const { personId: person, unitId } = await someoneElse(world);
      return { form: { name: "Officer Named", unitId }, at: { person } };
    },
  },
  ...Object.fromEntries(
    ["invite", "end", "suspend", "restore"].map((intent) => [
      `${PERSON} ${intent}`,
      { send: async ({ world }: Stage) => ({ form: {}, at: { person: (await someoneElse(world)).personId } }) },
    ]),
  ),
  "POST /account preferences": { personal: true, send: () => ({ form: { locale: "vi", zone: "" } }) },
  "POST /account password": {
    personal: true,
    send: () => ({
      form: {
        old_password: "never was this",
        password: "an otter swims at dusk",
        again_password: "an otter swims at dusk",
      },
    }),
  },
  "POST /account end": {
    personal: true,
    send: async ({ world }, { personId }) => ({
      form: { session: personId ? (await aToken(world, personId, "session")).id : id() },
    }),
  },
  "POST /outbox/key": { personal: true, send: () => ({ form: {} }) },
  "POST /sign-out": { personal: true, send: async (stage, asker) => ({ form: {}, token: await once(stage, asker) }) },
  "POST /sign-in": {
    personal: true,
    send: () => ({ form: { email: "nobody@example.org", password: "never was this" } }),
  },
  "POST /invitation/:token": {
    personal: true,
    send: async ({ world }) => {
      const { token } = await aToken(world, (await someoneElse(world)).personId, "invitation");
      const password = "an otter swims at dusk";
      return { form: { password, again_password: password }, at: { token } };
    },
  },
  "POST /preferences": { personal: true, send: () => ({ form: { theme: "dark", back: "/account" } }) },
  "POST /*": { personal: true, send: () => ({ form: {} }) },
  "POST /operations/new": {
    send: async ({ lead, cast, world }) => {
      const operation = await read(lead, (tx) => findOperation(tx, lead.operationId ?? ""));
      const opener = cast.reader("lead", "own-unit", "opener");
      const [own] = await world.owner<{ agency: Id; administration: Id }[]>`
        select a.id as agency, a.administration_id as administration
        from persons p join agencies a on a.id = p.agency_id where p.id = ${opener.personId ?? null}`;
      const terms = { [`official.${own?.administration}`]: "Opened here", [`steps.${own?.agency}`]: "1" };
      return { form: { id: id(), code: word(), ...terms, ...(operation && planValues(operation.plan)) } };
    },
  },
  // The last: it ends every session of the asker, and not this one alone.
  "POST /account everywhere": {
    personal: true,
    send: async (stage, asker) => ({ form: {}, token: await once(stage, asker) }),
  },
};
