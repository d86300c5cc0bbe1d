import { v7 as uuid } from "uuid";
import { afterAll, beforeEach, expect, test } from "vitest";
import { nextStates, OPERATION_STATES, type OperationState } from "#app/domain/operation.ts";
import type { Acting } from "#app/services/house.server.ts";
import {
  approveBoundaries,
  changePlan,
  endDueOperations,
  inviteAgency,
  moveOperation,
  openOperation,
} from "#app/services/operations.server.ts";
import { read } from "#app/services/write.server.ts";
import { findOperation, listMembers, listParticipants } from "#db/queries/operations.server.ts";
import { closingReport, giveAllReasons } from "#tests/support/closing-world.ts";
import { aCurrentPlan, type Office } from "#tests/support/installation.ts";
import { ledOperations, terms } from "#tests/support/led-operation.ts";
import { aCommand } from "#tests/support/world.ts";

const { here, thailand, opener, openAnother } = await ledOperations();
afterAll(() => here.close());

let lead: Acting;
let count = 0;
beforeEach(async () => {
  ({ lead, count } = await openAnother());
});

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
  expect(streams.map((row) => row.kind)).toEqual(["desk", "notices", "operation", "unit", "watch"]);
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
      if (from === "debrief" && to === "closed") {
        await closingReport(lead);
        await giveAllReasons(lead);
      }
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
