import { v7 as uuid } from "uuid";
import { afterAll, expect, test, vi } from "vitest";
import type { Id } from "#app/domain/id.ts";
import { action as act } from "#app/routes/operations.$operationId.seizures.$seizureId.tsx";
import { noteAccess } from "#app/services/access-log.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { read } from "#app/services/write.server.ts";
import { caseReadings } from "#db/queries/case-readings.server.ts";
import { seizureRoutes } from "#tests/support/seizure-routes.ts";
import { visit } from "#tests/support/visit.ts";
import { agencyOf } from "#tests/support/world.ts";

const { world, contact, thai, coordinator, home, as, pageFor, released } = await seizureRoutes();
afterAll(() => world.close());

const nominal = {
  persons: [{ name: "Nguyen Van A", document: "", note: "" }],
  ...{ registration: "", waybill: "", note: "", recipients: [agencyOf(world, "VN-CUS").id] },
};
const readingsFor = (who: Acting, id: Id) => read(who, (tx) => caseReadings(tx, id));
const noted = (id: Id) => world.owner`select person_id, action from access_log where subject = ${id} order by id`;
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
