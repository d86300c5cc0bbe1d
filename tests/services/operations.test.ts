import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { nextStates, OPERATION_STATES, type OperationState } from "#app/domain/operation.ts";
import { invitePerson } from "#app/services/accounts.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import {
  addMember,
  approveBoundaries,
  changeMember,
  changePlan,
  endAgency,
  endDueOperations,
  inviteAgency,
  inviteMember,
  moveOperation,
  openOperation,
  setClearanceSteps,
} from "#app/services/operations.server.ts";
import { read } from "#app/services/write.server.ts";
import { findOperation, listMembers, listMyOperations, listParticipants } from "#db/queries/operations.server.ts";
import {
  aCurrentPlan,
  anInstallation,
  anOpenOperation,
  type Installation,
  inside,
  type Office,
  tokenOf,
} from "#tests/support/installation.ts";
import { aCommand } from "#tests/support/world.ts";

let here: Installation;
let vietnam: Office;
let thailand: Office;
let lead: Acting;
let opener: Acting & { personId: string };
let count = 0;

beforeAll(async () => {
  here = await anInstallation();
  vietnam = await here.office("VN");
  thailand = await here.office("TH");
  opener = await here.person(vietnam, { mayOpen: true });
});
afterAll(() => here.close());

beforeEach(async () => {
  lead = await anOpenOperation(opener, { code: `OMD${++count}` });
});

const terms = ({ agencyId }: Office, over = {}) => ({
  agencyId,
  officialName: "Thailand",
  readsAll: true,
  clearanceSteps: 2,
  leads: false,
  ...over,
});

const TODAY = new Date().toISOString().slice(0, 10);

/** Brings somebody of the office into the operation of the lead and answers the way to act as that person. */
async function joined(office: Office, role: "ncp" | "reporter" | "analyst" | "lead") {
  const person = await here.person(office);
  const memberId = uuid();
  const { personId } = person;
  const member = { memberId, personId, unitId: office.unitId, role, fromDay: "2021-01-01", toDay: null };
  await addMember(lead, aCommand(member));
  return { ...inside(person, lead), memberId, personId };
}

const stateOf = async () => (await read(lead, (tx) => findOperation(tx, lead.operationId ?? "")))?.state;
const put = (state: OperationState) =>
  here.owner`update operations set state = ${state} where id = ${lead.operationId}`;
const step = (from: OperationState, to: OperationState, reason = "") =>
  moveOperation(lead, aCommand({ from, to, reason }));

test("who opens an operation leads it from the first moment, with its plan and streams", async () => {
  const found = await read(lead, async (tx, self) => ({
    plan: await findOperation(tx, lead.operationId ?? ""),
    role: self.member?.role,
  }));
  expect(found).toMatchObject({ role: "lead", plan: { state: "draft", version: 1, plan: { cutOff: "18:00" } } });
  const streams = await here.owner`select kind from streams where operation_id = ${lead.operationId} order by kind`;
  expect(streams.map((row) => row.kind)).toEqual(["desk", "notices", "operation", "unit"]);
});

test("opening brings in participants and their contact persons, co-leads as leads, or nothing at all", async () => {
  const laos = await here.office("LA");
  const id = uuid();
  const contact = (office: Office, email: string) => ({
    memberId: uuid(),
    personId: uuid(),
    agencyId: office.agencyId,
    name: "Contact",
    email,
  });
  await openOperation(
    opener,
    aCommand({
      id,
      code: "WHOLE",
      plan: aCurrentPlan(),
      coLeads: [laos.agencyId],
      participants: [terms(thailand, { officialName: "Kingdom of Thailand" })],
      contacts: [contact(laos, "lao@example.org"), contact(thailand, "thai@example.org")],
    }),
  );
  const whole = { ...opener, operationId: id };
  const [participants, members] = await read(whole, async (tx) => [
    await listParticipants(tx, id),
    await listMembers(tx, id),
  ]);
  expect(participants.map(({ officialName, leads, clearanceSteps }) => [officialName, leads, clearanceSteps])).toEqual([
    ["Kingdom of Thailand", false, 2],
    ["Land LA", true, 1],
    ["Land VN", true, 1],
  ]);
  const roles = members.map(({ email, role }) => [email, role]);
  expect(roles).toEqual(
    expect.arrayContaining([
      ["lao@example.org", "lead"],
      ["thai@example.org", "ncp"],
    ]),
  );

  const twice = { id: uuid(), code: "HALF", plan: aCurrentPlan(), contacts: [contact(thailand, "lao@example.org")] };
  const refused = openOperation(opener, aCommand({ ...twice, participants: [terms(thailand)] }));
  await expect(refused).rejects.toMatchObject({ detail: { fields: { "contacts.0.email": ["person.email.taken"] } } });
  expect(await here.owner`select 1 from operations where code = 'HALF'`).toHaveLength(0);
});

test("nobody opens an operation without leave, nor under a code that is taken", async () => {
  const person = await here.person(thailand);
  const input = { id: uuid(), code: "NEW", plan: aCurrentPlan() };
  await expect(openOperation(person, aCommand(input))).rejects.toMatchObject({ kind: "forbidden" });
  await expect(openOperation(opener, aCommand({ ...input, code: `OMD${count}` }))).rejects.toMatchObject({
    detail: { fields: { code: ["operation.code.taken"] } },
  });
});

test("a repeated opening is one operation", async () => {
  const command = aCommand({ id: uuid(), code: "TWICE", plan: aCurrentPlan() });
  const first = await openOperation(opener, command);
  expect(await openOperation(opener, command)).toEqual(first);
});

test("a plan changes in versions, and a stale change is refused with both shown", async () => {
  const change = (name: string, baseVersion: number) =>
    changePlan(lead, aCommand({ plan: aCurrentPlan({ name }), baseVersion }));
  expect(await change("Second", 1)).toMatchObject({ version: "2" });
  await expect(change("Stale", 1)).rejects.toMatchObject({
    kind: "stale",
    detail: { current: { name: "Second" }, yours: { name: "Stale" } },
  });
  const versions = await here.owner`
    select version, name, ended_by is null as current from operation_plans
    where operation_id = ${lead.operationId} order by version`;
  expect(versions.map((row) => [row.version, row.name, row.current])).toEqual([
    [1, "Operation Mekong Dragon III", false],
    [2, "Second", true],
  ]);
});

test("days and borders stay as they are once the operation is active", async () => {
  await put("active");
  const refused = changePlan(lead, aCommand({ plan: aCurrentPlan({ zone: "Asia/Tokyo" }), baseVersion: 1 }));
  await expect(refused).rejects.toMatchObject({ detail: { fields: { zone: ["operation.fixed"] } } });
});

test("approved borders stay approved until another profile is chosen", async () => {
  await approveBoundaries(lead, aCommand({ profile: "no_disputed" }));
  await changePlan(lead, aCommand({ plan: aCurrentPlan({ name: "Other" }), baseVersion: 1 }));
  const approved = async () =>
    (await read(lead, (tx) => findOperation(tx, lead.operationId ?? "")))?.boundaryApprovedAt;
  expect(await approved()).not.toBeNull();
  await changePlan(lead, aCommand({ plan: aCurrentPlan({ boundaryProfile: "national" }), baseVersion: 2 }));
  expect(await approved()).toBeNull();
  await expect(approveBoundaries(lead, aCommand({ profile: "no_disputed" }))).rejects.toMatchObject({ kind: "stale" });
});

test("a state is followed only by those that may follow it", async () => {
  await approveBoundaries(lead, aCommand({ profile: "no_disputed" }));
  const allowed: Record<string, OperationState[]> = {};
  for (const from of OPERATION_STATES) {
    for (const to of OPERATION_STATES) {
      await put(from);
      const moved = await step(from, to, "because").then(
        () => true,
        () => false,
      );
      if (moved) allowed[from] = [...(allowed[from] ?? []), to];
    }
  }
  for (const from of OPERATION_STATES) expect(new Set(allowed[from])).toEqual(new Set(nextStates(from)));
});

test("an operation does not begin under borders that nobody approved, nor after its end", async () => {
  await put("planning");
  await expect(step("planning", "active")).rejects.toMatchObject({ message: "operation.boundaries.unapproved" });
  await approveBoundaries(lead, aCommand({ profile: "no_disputed" }));
  await here.owner`update operation_plans set ends_on = '2021-09-15', starts_on = '2021-04-15' where operation_id = ${lead.operationId}`;
  await expect(step("planning", "active")).rejects.toMatchObject({ message: "operation.dates.over" });
});

test("a closed operation refuses changes of content and opens again with a reason only", async () => {
  await put("closed");
  await expect(changePlan(lead, aCommand({ plan: aCurrentPlan(), baseVersion: 1 }))).rejects.toMatchObject({
    kind: "forbidden",
  });
  await expect(inviteAgency(lead, aCommand(terms(thailand)))).rejects.toMatchObject({ kind: "forbidden" });
  await expect(step("closed", "follow_up")).rejects.toMatchObject({
    detail: { fields: { reason: [expect.any(String)] } },
  });
  await step("closed", "follow_up", "A late report of Thailand");
  expect(await stateOf()).toBe("follow_up");
});

test("the last day moves an active operation to follow-up by itself, once", async () => {
  await put("active");
  expect(await endDueOperations(here.house)).toBe(0);
  await here.owner`update operation_plans set ends_on = current_date - 2 where operation_id = ${lead.operationId}`;
  here.poked.length = 0;
  expect(await endDueOperations(here.house)).toBe(2);
  expect(here.poked).toHaveLength(2);
  expect(await stateOf()).toBe("follow_up");
  expect(await endDueOperations(here.house)).toBe(0);
});

test("a newcomer reads what was open to all from the start, where the plan says so", async () => {
  const audience = uuid();
  await here.owner`insert into audiences ${here.owner({ operation_id: lead.operationId, id: audience, kind: "all", joining: "from_start", digest: "d" })}`;
  await inviteAgency(lead, aCommand(terms(thailand)));
  const readers = await here.owner`select reader_id from audience_readers where audience_id = ${audience}`;
  expect(readers.map((row) => row.reader_id)).toEqual([thailand.agencyId]);
});

test("a person without account comes in by address and gets a link; a known one is simply in", async () => {
  await inviteAgency(lead, aCommand(terms(thailand)));
  const invite = (email: string) => ({
    memberId: uuid(),
    personId: uuid(),
    agencyId: thailand.agencyId,
    unitId: thailand.unitId,
    name: "Somchai",
    email,
    role: "ncp" as const,
    fromDay: TODAY,
    toDay: null,
  });
  const { person = "" } = await inviteMember(lead, aCommand(invite("somchai@example.org")));
  const { token = "" } = await invitePerson(lead, aCommand({ personId: person }));
  const somchai = { house: here.house, token: await tokenOf(here.house, token), operationId: null };
  expect((await read(somchai, (tx) => listMyOperations(tx))).map(({ id, role }) => [id, role])).toEqual([
    [lead.operationId, "ncp"],
  ]);

  const known = await here.person(thailand, { email: "known@example.org" });
  expect(await inviteMember(lead, aCommand(invite("Known@example.org")))).toMatchObject({ person: known.personId });
  await expect(invitePerson(lead, aCommand({ personId: known.personId }))).rejects.toMatchObject({ kind: "forbidden" });
  await expect(inviteMember(lead, aCommand(invite("known@example.org")))).rejects.toMatchObject({
    detail: { fields: { email: ["member.already"] } },
  });
});

test("a lead brings nobody into an operation in which he is none", async () => {
  await inviteAgency(lead, aCommand(terms(thailand)));
  const stranger = await here.person(thailand, { mayOpen: true });
  await anOpenOperation(stranger, { code: `OTHER${count}` });
  const intruding = inside(stranger, lead);
  const { personId } = await here.person(thailand);
  const member = {
    memberId: uuid(),
    personId,
    unitId: thailand.unitId,
    role: "ncp" as const,
    fromDay: TODAY,
    toDay: null,
  };
  await expect(addMember(intruding, aCommand(member))).rejects.toMatchObject({ kind: "not-found" });
  await expect(inviteAgency(intruding, aCommand(terms(vietnam)))).rejects.toMatchObject({ kind: "not-found" });
  await expect(invitePerson(intruding, aCommand({ personId }))).rejects.toMatchObject({ kind: "not-found" });
});

test("a lead makes no link for the account of somebody who takes part elsewhere too", async () => {
  await inviteAgency(lead, aCommand(terms(thailand)));
  const memberId = uuid();
  const invited = {
    memberId,
    personId: uuid(),
    agencyId: thailand.agencyId,
    unitId: thailand.unitId,
    name: "Two",
    email: `two${count}@example.org`,
    role: "ncp" as const,
    fromDay: TODAY,
    toDay: null,
  };
  const { person = "" } = await inviteMember(lead, aCommand(invited));
  const other = await anOpenOperation(opener, { code: `BOTH${count}` });
  await inviteAgency(other, aCommand(terms(thailand)));
  await inviteMember(other, aCommand({ ...invited, memberId: uuid() }));
  await expect(invitePerson(lead, aCommand({ personId: person }))).rejects.toMatchObject({ kind: "forbidden" });
});

test("a contact point manages the own agency alone, and makes no leads", async () => {
  await inviteAgency(lead, aCommand(terms(thailand)));
  const ncp = await joined(thailand, "ncp");
  const officer = await here.person(thailand);
  const add = (role: "reporter" | "lead", personId = officer.personId) =>
    addMember(
      ncp,
      aCommand({ memberId: uuid(), personId, unitId: thailand.unitId, role, fromDay: TODAY, toDay: null }),
    );
  const outsider = await here.person(vietnam);
  await expect(add("reporter", outsider.personId)).rejects.toMatchObject({ kind: "not-found" });
  await expect(add("lead")).rejects.toMatchObject({ detail: { fields: { role: ["role.not_yours_to_give"] } } });
  await add("reporter");
  await setClearanceSteps(ncp, aCommand({ agencyId: thailand.agencyId, steps: 4 }));
  await expect(setClearanceSteps(ncp, aCommand({ agencyId: vietnam.agencyId, steps: 4 }))).rejects.toMatchObject({
    kind: "forbidden",
  });
});

test("PostgreSQL itself keeps a contact point from making the own agency lead", async () => {
  await inviteAgency(lead, aCommand(terms(thailand)));
  const ncp = await joined(thailand, "ncp");
  await here.house.db.transaction(async (tx) => {
    await tx.execute(`select begin_as('${ncp.token}', '${ncp.operationId}')`);
    const changed = await tx.execute(`update participants set leads = true returning 1`);
    expect(changed).toHaveLength(0);
  });
});

test("a suspended member sees nothing of the operation, and comes back with the same place", async () => {
  await inviteAgency(lead, aCommand(terms(thailand)));
  const ncp = await joined(thailand, "ncp");
  const change = (state: "active" | "suspended", baseVersion: number) =>
    changeMember(lead, aCommand({ memberId: ncp.memberId, role: "ncp" as const, state, baseVersion }));
  const sees = () => read(ncp, async (tx, self) => [self.member?.role, (await listMyOperations(tx)).length]);
  expect(await sees()).toEqual(["ncp", 1]);
  await change("suspended", 1);
  expect(await sees()).toEqual([undefined, 0]);
  expect(await read(ncp, (tx) => listParticipants(tx, ncp.operationId ?? ""))).toEqual([]);
  await expect(change("active", 1)).rejects.toMatchObject({
    kind: "stale",
    detail: { current: { state: "suspended" } },
  });
  await change("active", 2);
  expect(await sees()).toEqual(["ncp", 1]);
});

test("an agency that leaves takes its members' access with it, and may come back", async () => {
  await inviteAgency(lead, aCommand(terms(thailand)));
  const ncp = await joined(thailand, "ncp");
  await endAgency(lead, aCommand({ agencyId: thailand.agencyId }));
  expect(await read(ncp, async (_tx, self) => self.member)).toBeNull();
  await inviteAgency(lead, aCommand(terms(thailand)));
  expect(await read(ncp, async (_tx, self) => self.member?.role)).toBe("ncp");
  await expect(endAgency(lead, aCommand({ agencyId: vietnam.agencyId }))).rejects.toMatchObject({ kind: "conflict" });
});

test("the last lead stays", async () => {
  const [own] = await read(lead, (tx) => listMembers(tx, lead.operationId ?? ""));
  const leave = { memberId: own?.id ?? "", role: "analyst" as const, state: "active" as const, baseVersion: 1 };
  await expect(changeMember(lead, aCommand(leave))).rejects.toMatchObject({ message: "operation.lead.last" });
  const second = await joined(vietnam, "lead");
  await changeMember(lead, aCommand(leave));
  expect(await read(inside(second, lead), async (_tx, self) => self.member?.role)).toBe("lead");
});

test("only agencies that lead have leads", async () => {
  await inviteAgency(lead, aCommand(terms(thailand)));
  await expect(joined(thailand, "lead")).rejects.toMatchObject({ detail: { fields: { role: ["role.lead_agency"] } } });
});

test("an administrator takes part in nothing", async () => {
  const [administrator] = await here.owner`select id, unit_id from persons where administrator`;
  await expect(
    here.owner`insert into members (operation_id, id, person_id, agency_id, unit_id, role, from_day)
      values (${lead.operationId}, ${uuid()}, ${administrator?.id}, ${vietnam.agencyId}, ${administrator?.unit_id}, 'ocu', '2021-01-01')`,
  ).rejects.toThrow("takes part in nothing");
  await expect(
    openOperation(here.administrator, aCommand({ id: uuid(), code: "ADM", plan: aCurrentPlan() })),
  ).rejects.toMatchObject({ kind: "forbidden" });
});

test("what happened is told to readers of facts and, as notices, to everybody", async () => {
  await inviteAgency(lead, aCommand(terms(thailand)));
  const told = await here.owner`
    select s.kind, array_agg(e.type order by e.arrival) as types from events e join streams s on s.id = e.stream_id
    where e.operation_id = ${lead.operationId} group by s.kind order by s.kind`;
  expect(told.map((row) => [row.kind, row.types])).toEqual([
    ["notices", ["operation.opened", "agency.invited", "agency.invited"]],
    ["operation", ["operation.opened", "agency.invited", "agency.invited"]],
  ]);
});
