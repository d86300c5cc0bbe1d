import { v7 as uuid } from "uuid";
import { afterAll, expect, test, vi } from "vitest";
import type { Id } from "#app/domain/id.ts";
import { loader as takeList } from "#app/routes/api.v1.operations.$operationId.seizures._index.ts";
import { loader as takeOne } from "#app/routes/api.v1.operations.$operationId.seizures.$seizureId._index.ts";
import { action as act } from "#app/routes/operations.$operationId.seizures.$seizureId.tsx";
import { noteAccess } from "#app/services/access-log.server.ts";
import { createMachine } from "#app/services/accounts.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { issueKey } from "#app/services/keys.server.ts";
import { addMember } from "#app/services/operations.server.ts";
import { read } from "#app/services/write.server.ts";
import { caseReadings } from "#db/queries/case-readings.server.ts";
import { seizureRoutes } from "#tests/support/seizure-routes.ts";
import { visit } from "#tests/support/visit.ts";
import { aCommand, agencyOf } from "#tests/support/world.ts";

const { world, contact, thai, coordinator, home, as, pageFor, released } = await seizureRoutes();
afterAll(() => world.close());

const nominal = {
  persons: [{ name: "Nguyen Van A", document: "", note: "" }],
  ...{ registration: "", waybill: "", note: "", recipients: [agencyOf(world, "VN-CUS").id] },
};
const readingsFor = (who: Acting, id: Id) => read(who, (tx) => caseReadings(tx, id));
const noted = (id: Id) => world.owner`select person_id, action from access_log where subject = ${id} order by id`;
/** Of a system of Viet Nam's customs that reads seizures. */
async function aKey(): Promise<string> {
  const { id: agencyId, units } = agencyOf(world, "VN-CUS");
  const machine = { id: uuid(), agencyId, unitId: units[0].id, name: "National case system" };
  await createMachine(contact, aCommand(machine));
  const member = { memberId: uuid(), personId: machine.id, unitId: machine.unitId, toDay: null };
  await addMember(contact, aCommand({ ...member, role: "ncp" as const, fromDay: "2021-04-01" }));
  const key = { machineId: machine.id, label: "Gateway", days: 30, reach: "operation" as const };
  return (await issueKey(contact, aCommand({ ...key, scopes: ["seizures.read" as const] }))).token ?? "";
}
const byKey = (token: string, seizureId?: Id) => ({
  house: world.house,
  headers: { Authorization: `Bearer ${token}` },
  params: { operationId: world.operationId, ...(seizureId && { seizureId }) },
});
const print = (who: Acting, id: Id) => visit(act, `${home()}/${id}`, { ...as(who, id), form: { intent: "printed" } });

test("an opening by another agency is noted once a day; the owner's own is not, nor that of the facts alone", async () => {
  const { id } = await released();
  await pageFor(thai, id);
  await pageFor(contact, id);
  await vi.waitFor(async () => expect(await noted(id)).toHaveLength(1));
  await pageFor(contact, id);
  await noteAccess(contact, { action: "case.read", subject: id, outcome: "shown", requestId: "another process" });
  await pageFor(coordinator, id);
  await vi.waitFor(async () => expect(await noted(id)).toHaveLength(2));
  const { id: hidden } = await released(thai, { audience: { kind: "agencies", agencies: [] } });
  await pageFor(contact, hidden);
  await pageFor(coordinator, hidden);
  await vi.waitFor(async () => expect(await noted(hidden)).toHaveLength(1));
});

test("the owner's contact points see which agencies, how many persons and what they did; nobody else does", async () => {
  const { id } = await released(thai, { nominal });
  const colleague = await world.join({ role: "analyst", agency: agencyOf(world, "VN-CUS") });
  await pageFor(contact, id, "?names");
  await pageFor(colleague, id);
  await print(colleague, id);
  await print(thai, id);
  await vi.waitFor(async () => expect(await noted(id)).toHaveLength(4));
  const readings = [
    {
      agencyId: agencyOf(world, "VN-CUS").id,
      agency: "Agency VN-CUS",
      persons: 2,
      kinds: ["case.read", "nominal.read", "case.printed"],
    },
  ];
  expect((await pageFor(thai, id)).data.page.released?.readings).toMatchObject(readings);
  expect(JSON.stringify(await readingsFor(thai, id))).not.toContain("Officer");
  const thaiAnalyst = await world.join({ role: "analyst", agency: agencyOf(world, "TH-CUS") });
  for (const other of [contact, coordinator, thaiAnalyst]) {
    expect((await pageFor(other, id)).data.page.released?.readings).toBeNull();
    expect(await readingsFor(other, id)).toEqual([]);
  }
});

test("a case of others that a machine takes by its key is exported, once a day; the facts in its list are not", async () => {
  const { id } = await released(thai);
  const token = await aKey();
  const take = (seizureId: Id) =>
    visit(takeOne, `/api/v1/operations/${world.operationId}/seizures/${seizureId}`, byKey(token, seizureId));
  const listed = await visit(takeList, `/api/v1/operations/${world.operationId}/seizures`, byKey(token));
  expect(listed.data).toMatchObject({ seizures: expect.arrayContaining([expect.objectContaining({ id })]) });
  for (const _ of [1, 2]) expect(await take(id)).toMatchObject({ status: 200, data: { case: { version: 1 } } });
  await vi.waitFor(async () => expect(await noted(id)).toHaveLength(1));
  expect(await readingsFor(thai, id)).toMatchObject([
    { agency: "Agency VN-CUS", persons: 1, kinds: ["case.exported"] },
  ]);
  const { id: hidden } = await released(thai, { audience: { kind: "agencies", agencies: [] } });
  expect((await take(hidden)).data).toMatchObject({ case: null });
  expect(await noted(hidden)).toEqual([]);
});

test("what is out of sight cannot be printed", async () => {
  const { id } = await released(thai, { held: true });
  expect(await print(contact, id)).toMatchObject({ status: 404 });
  expect(await noted(id)).toEqual([]);
});

test("who had opened it is there beside the answer when it is taken away", async () => {
  const { id } = await released();
  await pageFor(contact, id);
  await vi.waitFor(async () => expect(await noted(id)).toHaveLength(1));
  const form = { intent: "hold", command: uuid(), base: "1" };
  expect(await visit(act, `${home()}/${id}`, { ...as(thai, id), form })).toMatchObject({ data: { done: "hold" } });
  expect((await pageFor(thai, id)).data.page.released).toMatchObject({
    case: { held: true },
    readings: [{ agency: "Agency VN-CUS", persons: 1 }],
  });
});
