import { afterAll, beforeAll, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import type { AudienceInput } from "#app/domain/seizure.ts";
import type { Acting } from "#app/services/house.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { amendSeizure } from "#app/services/seizures.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { findCase, readersOf } from "#db/queries/seizures.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

let world: World;
let contact: Acting;
let named: Acting;
let colleague: Acting;
let officer: Acting;

beforeAll(async () => {
  world = await aWorld({ steps: { "VN-CUS": 0 } });
  const thai = agencyOf(world, "TH-CUS");
  contact = await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
  named = await world.join({ role: "analyst", agency: thai });
  colleague = await world.join({ role: "ncp", agency: thai });
  officer = await world.join({ role: "reporter", agency: thai });
});
afterAll(() => world.close());

const memberId = (acting: Acting) => read(acting, async (_tx, self) => memberOf(self).id);
const caseSeenBy = (acting: Acting, id: Id) => read(acting, (tx) => findCase(tx, world.operationId, id));

async function addressed(audience: AudienceInput) {
  const input = { ...aSeizureInput(), audience };
  await submitReport(contact, aCommand(input));
  return input;
}

test("a case for named persons is read by them, and not by others of their agency", async () => {
  const { id } = await addressed({ kind: "members", members: [await memberId(named)] });
  const kase = await caseSeenBy(named, id);
  expect(kase).toBeDefined();
  expect(await caseSeenBy(colleague, id)).toBeUndefined();
  const readers = await read(named, (tx) => readersOf(tx, world.operationId, kase?.audienceId ?? ""));
  expect(readers).toMatchObject([{ id: await memberId(named), name: expect.stringMatching(/, /) }]);
});

test("who takes no part, or reads no cases, cannot be named", async () => {
  const unknown = { detail: { fields: { "audience.members": ["audience.unknown"] } } };
  for (const member of [await memberId(officer), crypto.randomUUID()]) {
    await expect(addressed({ kind: "members", members: [member] })).rejects.toMatchObject(unknown);
  }
  const agency = addressed({ kind: "agencies", agencies: [crypto.randomUUID()] });
  await expect(agency).rejects.toMatchObject({ detail: { fields: { "audience.agencies": ["audience.unknown"] } } });
});

test("a correction keeps readers who have left since, and adds only those who take part", async () => {
  const gone = await world.join({ role: "partner", agency: agencyOf(world, "TH-CUS") });
  const input = await addressed({ kind: "members", members: [await memberId(gone)] });
  await suspend(gone);
  const base = { facts: 1, case: 1, nominal: 0 };
  const change = { base, kind: "own_error", reason: "a word" };
  const seizure = { ...input, narrative: "Another word" };
  await expect(amendSeizure(contact, aCommand({ ...change, seizure }))).resolves.toMatchObject({ version: "2" });
  const audience = { kind: "members" as const, members: [await memberId(officer)] };
  const widened = amendSeizure(
    contact,
    aCommand({ ...change, base: { ...base, case: 2 }, seizure: { ...seizure, audience } }),
  );
  await expect(widened).rejects.toMatchObject({ kind: "invalid" });
});

async function suspend(acting: Acting) {
  const id = await memberId(acting);
  await world.owner`update members set state = 'suspended' where operation_id = ${world.operationId} and id = ${id}`;
}
