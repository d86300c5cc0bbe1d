import { v7 as uuid } from "uuid";
import { afterAll, beforeEach, expect, test } from "vitest";
import { invitePerson } from "#app/services/accounts.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import {
  addMember,
  changeMember,
  endAgency,
  inviteAgency,
  inviteMember,
  openOperation,
  setClearanceSteps,
} from "#app/services/operations.server.ts";
import { read } from "#app/services/write.server.ts";
import { listMembers, listMyOperations, listParticipants } from "#db/queries/operations.server.ts";
import { aCurrentPlan, anOpenOperation, inside, type Office, tokenOf } from "#tests/support/installation.ts";
import { ledOperations, terms } from "#tests/support/led-operation.ts";
import { aCommand } from "#tests/support/world.ts";

const { here, vietnam, thailand, opener, openAnother } = await ledOperations();
afterAll(() => here.close());

let lead: Acting;
let count = 0;
beforeEach(async () => {
  ({ lead, count } = await openAnother());
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
