import { v7 as uuid } from "uuid";
import { afterAll, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import { action, loader } from "#app/routes/operations.$operationId.seizures.$seizureId.tsx";
import type { Acting } from "#app/services/house.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { visit } from "#tests/support/visit.ts";
import { aCommand, agencyOf, aWorld } from "#tests/support/world.ts";

/** A seizure of the 17th of May 2021, cleared in Hanoi on the 18th, on the page of the case itself. */
const world = await aWorld({ steps: { "VN-CUS": 1 } });
afterAll(() => world.close());
const vietnam = agencyOf(world, "VN-CUS");
const officer = await world.join({ role: "reporter", agency: vietnam });
const contact = await world.join({ role: "ncp", agency: vietnam });

const page = (id: Id) => `/operations/${world.operationId}/seizures/${id}`;
const as = ({ token }: Acting, seizureId: Id) => ({
  ...{ house: world.house, token },
  params: { operationId: world.operationId, seizureId },
});
async function sent(over: Parameters<typeof aSeizureInput>[0] = {}): Promise<Id> {
  const input = aSeizureInput(over);
  await submitReport(officer, aCommand(input));
  return input.id;
}
const clear = (id: Id, over: Record<string, string>, who = contact) =>
  visit(action, page(id), { ...as(who, id), form: { intent: "clear", command: uuid(), base: "1", ...over } });
const standing = async (id: Id) => {
  const [fact] = await world.owner<{ at: Date; late: boolean }[]>`
    select cleared_at as at, late from seizure_facts where id = ${id} and ended_by is null`;
  return fact && [fact.at.toISOString(), fact.late];
};

test("an approval that was given before is cleared then, with its order, and the case is late", async () => {
  const id = await sent();
  const before = JSON.stringify((await visit(loader, page(id), as(contact, id))).data);
  expect(before).toMatch(/"zone":"Asia\/Ho_Chi_Minh".*"clear_order"/);
  const order = { "order.reference": "KS 12/2021", "order.approver": "Deputy director" };
  const typed = { givenAt: "2021-05-18T09:30", ...order };
  expect(await clear(id, typed)).toMatchObject({ data: { done: "clear" } });
  expect(await standing(id)).toEqual(["2021-05-18T02:30:00.000Z", true]);
  const { data } = await visit(loader, page(id), as(contact, id));
  expect(JSON.stringify(data)).toContain("KS 12/2021");
});

test("with nothing typed it is given now", async () => {
  const id = await sent();
  expect(await clear(id, {})).toMatchObject({ data: { done: "clear" } });
  expect((await standing(id))?.[1]).toBe(false);
});

test.each([
  ["2021-05-16T23:00", "clearance.given.before"],
  ["2999-01-01T00:00", "clearance.given.future"],
  ["yesterday", "clearance.given.malformed"],
])("%s is refused at its field with what was typed, and nothing is released", async (givenAt, problem) => {
  const id = await sent();
  expect(await clear(id, { givenAt })).toMatchObject({
    status: 422,
    data: { refused: { intent: "clear", fields: { givenAt: [problem] }, form: { givenAt } } },
  });
  expect(await standing(id)).toBeUndefined();
});

test("whoever may not clear is told so, whatever time is typed", async () => {
  const id = await sent();
  for (const givenAt of ["", "2021-05-18T09:30"]) {
    expect((await clear(id, { givenAt }, officer)).status).toBe(403);
  }
  expect(await standing(id)).toBeUndefined();
});
