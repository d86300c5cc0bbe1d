import { afterAll, beforeAll, expect, test } from "vitest";
import { NO_FILTER } from "#app/domain/fact-filter.ts";
import type { Id } from "#app/domain/id.ts";
import { SCOPES, type Scope } from "#app/domain/key.ts";
import { createMachine } from "#app/services/accounts.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { issueKey, revokeKey, rotateKey } from "#app/services/keys.server.ts";
import { addMember } from "#app/services/operations.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { amendSeizure } from "#app/services/seizures.server.ts";
import { touchSession } from "#app/services/sessions.server.ts";
import { postTallies } from "#app/services/tallies.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { beginAs } from "#db/queries/acting.server.ts";
import { listMachineKeys } from "#db/queries/keys.server.ts";
import { findNominal, listSeizures } from "#db/queries/seizures.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

let world: World;
let contact: Acting;
beforeAll(async () => {
  world = await aWorld({ steps: { "VN-CUS": 0 } });
  contact = await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
});
afterAll(() => world.close());

async function aMachine(role: "ncp" | "reporter" = "ncp"): Promise<Id> {
  const { id: agencyId, units } = agencyOf(world, "VN-CUS");
  const machine = { id: crypto.randomUUID(), agencyId, unitId: units[0].id, name: "National case system" };
  await createMachine(contact, aCommand(machine));
  const member = { memberId: crypto.randomUUID(), personId: machine.id, unitId: machine.unitId, role, toDay: null };
  await addMember(contact, aCommand({ ...member, fromDay: "2021-04-01" }));
  return machine.id;
}

type Asked = { scopes: Scope[]; reach?: "operation" | "all"; days?: number };

async function aKey(machineId: Id, { scopes, reach = "operation", days = 30 }: Asked) {
  const outcome = await issueKey(contact, aCommand({ machineId, label: "Gateway", days, reach, scopes }));
  return { id: outcome.key ?? "", token: outcome.token ?? "" };
}

/** Acts by the key in a call that needs this much of it. */
const by = ({ token }: { token: string }, needs: Acting["needs"]): Acting => ({ ...contact, token, needs });

test("a key acts as its machine's member, within what it was made for", async () => {
  const machine = await aMachine();
  const key = await aKey(machine, { scopes: ["tallies.write"] });
  expect(await read(by(key, "any"), async (_, self) => memberOf(self).role)).toBe("ncp");
  const tallies = [{ ...NIL, day: "2021-05-17" }];
  await postTallies(by(key, "tallies.write"), aCommand({ tallies }));

  await expect(submitReport(by(key, "seizures.write"), aCommand(aSeizureInput()))).rejects.toMatchObject({
    kind: "forbidden",
    message: "key.scope",
  });
  const [none] = await world.owner`select count(*)::int as n from seizure_reports`;
  expect(none?.n).toBe(0);
});

const NIL = {
  nil: true,
  groups: [],
  arrested: null,
  controls: { containers: null, parcels: null, passengers: null, vehicles: null },
  remark: "",
  baseVersion: 0,
};

test("what a key was not made for PostgreSQL refuses too, whatever the call says that it needs", async () => {
  const seizure = aSeizureInput({ nominal: { ...NAMES, note: "Seen at the quay" } });
  await submitReport(contact, aCommand(seizure));
  const machine = await aMachine();
  const tallies = await aKey(machine, { scopes: ["tallies.read"] });
  await expect(submitReport(by(tallies, "any"), aCommand(aSeizureInput()))).rejects.toMatchObject({
    kind: "forbidden",
    message: "key.not_here",
  });
  const names = (acting: Acting) =>
    read(acting, async (tx) => (await findNominal(tx, world.operationId, seizure.id)) !== undefined);
  expect(await names(contact)).toBe(true);
  expect(await names(by(tallies, "any"))).toBe(false);
  expect(await names(by(await aKey(machine, { scopes: ["seizures.read"] }), "any"))).toBe(false);
  expect(await names(by(await aKey(machine, { scopes: ["names.read"] }), "any"))).toBe(true);
});

const NAMES = { persons: [], registration: "", waybill: "", note: "", recipients: [] };

test("a key for writing corrects what it reported", async () => {
  const key = await aKey(await aMachine(), { scopes: ["seizures.write"] });
  const seizure = aSeizureInput();
  await submitReport(by(key, "seizures.write"), aCommand(seizure));
  const base = { facts: 1, case: 1, nominal: 0 };
  const corrected = {
    seizure: { ...seizure, narrative: "Weighed again" },
    base,
    kind: "correction",
    reason: "Misread",
  };
  expect(await amendSeizure(by(key, "seizures.write"), aCommand(corrected))).toMatchObject({ version: "2" });
});

test("a key opens no page and no operation that it is not for", async () => {
  const machine = await aMachine();
  const key = await aKey(machine, { scopes: [...SCOPES] });
  await expect(read(by(key, undefined), async () => 1)).rejects.toMatchObject({ message: "key.not_here" });

  const other = await anotherOperation(machine);
  const there = async (token: string) => {
    const self = await world.house.db.transaction((tx) => beginAs(tx, token, other));
    return self?.member !== null;
  };
  expect(await there(key.token)).toBe(false);
  expect(await there((await aKey(machine, { scopes: ["feed.read"], reach: "all" })).token)).toBe(true);
});

/** A second operation of the same agency, in which its machine takes part too. */
async function anotherOperation(machine: Id): Promise<Id> {
  const id = crypto.randomUUID();
  const { owner, operationId } = world;
  await owner`insert into operations (id, code, state, created_by) select ${id}, 'OTHER', state, created_by from operations where id = ${operationId}`;
  await owner`insert into operation_plans select (jsonb_populate_record(p, jsonb_build_object('operation_id', ${id}::text))).* from operation_plans p where operation_id = ${operationId}`;
  for (const table of ["participant_administrations", "participants"]) {
    await owner`insert into ${owner(table)} select (jsonb_populate_record(t, jsonb_build_object('operation_id', ${id}::text))).* from ${owner(table)} t where operation_id = ${operationId}`;
  }
  await owner`insert into members select (jsonb_populate_record(t, jsonb_build_object('operation_id', ${id}::text))).* from members t where operation_id = ${operationId} and person_id = ${machine}`;
  return id;
}

test("renewed, the old key goes on for its hours, and the new one has the same rights", async () => {
  const machine = await aMachine("reporter");
  const key = await aKey(machine, { scopes: ["seizures.read", "feed.read"] });
  const command = aCommand({ key: key.id, days: 90, overlapHours: 24 });
  const made = await rotateKey(contact, command);
  expect(await rotateKey(contact, command)).toEqual(made);
  const fresh = { token: made.token ?? "" };
  expect(fresh.token).not.toBe(key.token);
  for (const one of [key, fresh]) expect(await read(by(one, "feed.read"), async () => "open")).toBe("open");

  const keys = (await read(contact, listMachineKeys)).filter(({ personId }) => personId === machine);
  expect(keys.map(({ renewed, scopes, prefix, operationId }) => ({ renewed, scopes, prefix, operationId }))).toEqual([
    {
      renewed: true,
      scopes: ["seizures.read", "feed.read"],
      prefix: key.token.slice(0, 8),
      operationId: world.operationId,
    },
    {
      renewed: false,
      scopes: ["seizures.read", "feed.read"],
      prefix: fresh.token.slice(0, 8),
      operationId: world.operationId,
    },
  ]);
  const left = Date.parse(keys[0]?.expiresAt ?? "") - Date.now();
  expect(Math.round(left / 3_600_000)).toBe(24);
  await expect(rotateKey(contact, aCommand({ key: key.id, days: 90, overlapHours: 24 }))).rejects.toMatchObject({
    kind: "not-found",
  });

  await world.owner`update tokens set expires_at = now() where id = ${key.id}`;
  await expect(read(by(key, "feed.read"), async () => 1)).rejects.toMatchObject({ kind: "unauthenticated" });
  await revokeKey(contact, aCommand({ key: keys[1]?.id ?? "" }));
  await expect(read(by(fresh, "feed.read"), async () => 1)).rejects.toMatchObject({ kind: "unauthenticated" });
});

test("keys are made by the agency's contact points: by no key, no lead and no other agency", async () => {
  const machineId = await aMachine();
  const input = { machineId, label: "Gateway", days: 30, reach: "operation" as const, scopes: ["feed.read" as const] };
  const key = await aKey(machineId, { scopes: [...SCOPES], reach: "all" });
  const lead = await world.join({ role: "lead", agency: agencyOf(world, "VN-CUS") });
  const abroad = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
  for (const nobody of [by(key, "any"), lead, abroad]) {
    await expect(issueKey(nobody, aCommand(input))).rejects.toMatchObject({ kind: "forbidden" });
    const rotation = { key: key.id, days: 30, overlapHours: 1 };
    await expect(rotateKey(nobody, aCommand(rotation))).rejects.toMatchObject({ kind: /forbidden|not-found/ });
  }
  expect(await read(abroad, listMachineKeys)).toEqual([]);
});

test("its last use is kept, and that costs a write once a minute alone", async () => {
  const key = await aKey(await aMachine(), { scopes: ["feed.read"] });
  const usedAt = async () => (await world.owner`select used_at, xmin from tokens where id = ${key.id}`)[0];
  const first = await usedAt();
  await touchSession(by(key, "any"));
  expect(await usedAt()).toEqual(first);
  await world.owner`update tokens set used_at = now() - interval '2 minutes' where id = ${key.id}`;
  const before = await usedAt();
  await touchSession(by(key, "any"));
  const after = await usedAt();
  expect(after?.used_at > before?.used_at).toBe(true);
  await touchSession(by(key, "any"));
  expect(await usedAt()).toEqual(after);
});

test("a key without a word of what it is for opens nothing", async () => {
  const key = await aKey(await aMachine(), { scopes: ["seizures.read"] });
  await world.owner`delete from api_keys where id = ${key.id}`;
  const wanted = { filter: NO_FILTER, search: "", sort: "newest" as const, cursor: null, limit: 10 };
  await expect(
    read(by(key, "seizures.read"), (tx) => listSeizures(tx, world.operationId, wanted)),
  ).rejects.toMatchObject({ kind: "forbidden" });
});
