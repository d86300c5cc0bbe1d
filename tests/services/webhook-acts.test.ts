import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Acting } from "#app/services/house.server.ts";
import { issueKey, revokeKey, rotateKey } from "#app/services/keys.server.ts";
import {
  deleteWebhook,
  makeWebhook,
  pauseWebhook,
  resumeWebhook,
  rotateSecret,
  sendAgain,
  testWebhook,
} from "#app/services/webhooks.server.ts";
import { read } from "#app/services/write.server.ts";
import { NO_ADDRESSES } from "#app/webhooks/addresses.server.ts";
import { listMachineKeys } from "#db/queries/keys.server.ts";
import { sweepDeliveries } from "#db/queries/webhook-work.server.ts";
import { answering, isSigned, type Receiver } from "#tests/support/receiver.ts";
import { aReceiverOf, aWebhookWorld, doorsHere, type WebhookWorld } from "#tests/support/webhook-world.ts";
import { aCommand, agencyOf } from "#tests/support/world.ts";

let stage: WebhookWorld;
let receiver: Receiver;
beforeAll(async () => {
  stage = await aWebhookWorld();
});
afterAll(() => stage.world.close());
beforeEach(async () => {
  const made = await aReceiverOf(stage);
  receiver = made.receiver;
  return made.end;
});

const subscription = (keyId: string, address = receiver.address) => ({
  ...{ keyId, address, label: "Cases", kinds: ["seizure" as const], reach: "operation" as const },
});

test("made twice by one command it is one, with one secret; that stands in no row of any table", async () => {
  const command = aCommand(subscription(await stage.aKey()));
  const made = await makeWebhook(stage.contact, command);
  expect(await makeWebhook(stage.contact, command)).toEqual(made);
  const secret = made.secret ?? "";
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  const [row] = await stage.world.owner<
    { row: string }[]
  >`select w::text as row from webhooks w where id = ${made.webhook ?? ""}`;
  const [told] = await stage.world.owner<
    { row: string }[]
  >`select c::text as row from commands c where id = ${command.id}`;
  const bytes = Buffer.from(secret.slice(6), "base64");
  for (const stored of [row?.row ?? "", told?.row ?? ""]) {
    expect(stored).not.toBe("");
    for (const form of [secret, bytes.toString("hex"), bytes.toString("base64url")]) expect(stored).not.toContain(form);
  }
});

test("its reader is none of the agency's keys", async () => {
  const { id, keyId } = await stage.subscribe(receiver.address);
  const keys = (await read(stage.contact, listMachineKeys)).map((key) => key.id);
  expect(keys).toContain(keyId);
  expect(keys).not.toContain(id);
  await expect(revokeKey(stage.contact, aCommand({ key: id }))).rejects.toMatchObject({ kind: "not-found" });
});

test("a key that is ended ends it at once, with what waits for its turn", async () => {
  const { id, keyId } = await stage.subscribe(receiver.address);
  await stage.release();
  receiver.answers.push(answering(500));
  await stage.work();
  await revokeKey(stage.contact, aCommand({ key: keyId }));
  expect(await stage.standing(id)).toMatchObject({ state: "ended", reason: "key", waiting: 1 });
  await stage.later(id, 86_400);
  await stage.release();
  await stage.work();
  expect(receiver.heard).toHaveLength(1);
});

test("a key that ran out ends it when its turn comes", async () => {
  const { id, keyId } = await stage.subscribe(receiver.address);
  await stage.world.owner`update tokens set expires_at = now() - interval '1 second' where id = ${keyId}`;
  await stage.release();
  await stage.work();
  expect(receiver.heard).toEqual([]);
  expect(await stage.standing(id)).toMatchObject({ state: "ended", reason: "key" });
});

test("a renewed key takes it along: the old one may end, the new one ends it", async () => {
  const { id, keyId } = await stage.subscribe(receiver.address);
  const { key: next = "" } = await rotateKey(stage.contact, aCommand({ key: keyId, days: 90, overlapHours: 24 }));
  await revokeKey(stage.contact, aCommand({ key: keyId }));
  await stage.release();
  await stage.work();
  expect(receiver.heard).toHaveLength(1);
  expect(await stage.standing(id)).toMatchObject({ state: "active", keyId: next });
  await revokeKey(stage.contact, aCommand({ key: next }));
  expect(await stage.standing(id)).toMatchObject({ state: "ended", reason: "key" });
});

test.each([
  [
    "its machine is suspended in the operation",
    "update members set state = 'suspended' where id = $1",
    "update members set state = 'active' where id = $1",
  ],
  [
    "its account is out of use",
    "update persons set state = 'suspended' where id = (select person_id from members where id = $1)",
    "update persons set state = 'active' where id = (select person_id from members where id = $1)",
  ],
])("when %s it is paused, and goes on from there", async (_, end, back) => {
  const machine = await stage.aMachine();
  const { id } = await stage.subscribe(receiver.address, {
    keyId: await stage.aKey(undefined, "operation", machine.id),
  });
  await stage.release();
  receiver.answers.push(answering(500));
  await stage.work();
  await stage.world.owner.unsafe(end, [machine.memberId]);
  await stage.later(id, 86_400);
  await stage.work();
  expect(receiver.heard).toHaveLength(1);
  expect(await stage.standing(id)).toMatchObject({ state: "paused", reason: "rights" });
  await stage.world.owner.unsafe(back, [machine.memberId]);
  await resumeWebhook(stage.contact, aCommand({ webhook: id }));
  await stage.work();
  expect(receiver.heard).toHaveLength(2);
});

test("an agency that left is told nothing more", async () => {
  const { id } = await stage.subscribe(receiver.address);
  const agency = agencyOf(stage.world, "VN-CUS").id;
  await stage.world.owner`update participants set left_at = now() where agency_id = ${agency}`;
  await stage.release();
  await stage.work();
  await stage.world.owner`update participants set left_at = null where agency_id = ${agency}`;
  expect(receiver.heard).toEqual([]);
  expect(await stage.standing(id)).toMatchObject({ state: "paused", reason: "rights" });
});

test("renewed, calls are signed with both secrets for the hours asked for, and then with the new one alone", async () => {
  const { id, secret: old } = await stage.subscribe(receiver.address);
  const command = aCommand({ webhook: id, overlapHours: 24 });
  const { secret: fresh = "" } = await rotateSecret(stage.contact, command);
  expect(await rotateSecret(stage.contact, command)).toMatchObject({ secret: fresh });
  expect(fresh).not.toBe(old);
  await stage.release();
  await stage.work();
  await stage.world.owner`update webhooks set previous_until = now() - interval '1 second' where id = ${id}`;
  await stage.release();
  await stage.work();
  expect(receiver.heard.map((heard) => [isSigned(heard, fresh), isSigned(heard, old)])).toEqual([
    [true, true],
    [true, false],
  ]);
  await rotateSecret(stage.contact, aCommand({ webhook: id, overlapHours: 0 }));
  await stage.release();
  await stage.work();
  expect(isSigned(receiver.heard[2] ?? { headers: {}, body: "" }, fresh)).toBe(false);
});

test("paused nothing is sent but a test; what came meanwhile is sent when it goes on", async () => {
  const { id, secret } = await stage.subscribe(receiver.address);
  await pauseWebhook(stage.contact, aCommand({ webhook: id }));
  const made = [await stage.release(), await stage.release()];
  await stage.work();
  expect(receiver.heard).toEqual([]);
  await testWebhook(stage.contact, aCommand({ webhook: id }));
  await stage.work();
  expect(receiver.heard.map(({ told }) => told)).toMatchObject([{ type: "webhook.test", data: {} }]);
  expect(receiver.heard.every((heard) => isSigned(heard, secret))).toBe(true);
  receiver.answers.push(answering(500));
  await testWebhook(stage.contact, aCommand({ webhook: id }));
  await stage.work();
  await stage.work();
  expect((await stage.log(id)).map(({ state }) => state)).toEqual(["delivered", "failed"]);
  await resumeWebhook(stage.contact, aCommand({ webhook: id }));
  await stage.work();
  expect(receiver.heard.slice(2).map(({ told }) => told.data.body?.seizure)).toEqual(made);
});

test("one entry is sent again under its own id, once, and stands in the log as one", async () => {
  const { id } = await stage.subscribe(receiver.address);
  await stage.release();
  await stage.work();
  const [first] = await stage.log(id);
  const command = aCommand({ webhook: id, delivery: first?.id ?? "" });
  await sendAgain(stage.contact, command);
  await sendAgain(stage.contact, command);
  await stage.work();
  await stage.work();
  expect(receiver.heard.map((heard) => heard.id)).toEqual([first?.id, first?.id]);
  expect((await stage.log(id)).map(({ state, calls }) => [state, calls.length])).toEqual([["delivered", 2]]);
  await expect(
    sendAgain(stage.contact, aCommand({ webhook: id, delivery: crypto.randomUUID() })),
  ).rejects.toMatchObject({ kind: "not-found" });
});

test("deleted, it is called no more, and nothing of it is left", async () => {
  const { id } = await stage.subscribe(receiver.address);
  await stage.release();
  receiver.answers.push(answering(500));
  await stage.work();
  await deleteWebhook(stage.contact, aCommand({ webhook: id }));
  await stage.release();
  await stage.work();
  expect(receiver.heard).toHaveLength(1);
  const [left] = await stage.world.owner`
    select (select count(*) from tokens where id = ${id})::int + (select count(*) from webhook_deliveries where webhook_id = ${id})::int as n`;
  expect(left?.n).toBe(0);
});

test("the installation's secret is another now: it is paused and signs nothing that its receiver could not check", async () => {
  const { id } = await stage.subscribe(receiver.address);
  await stage.release();
  await stage.work({ ...stage.house, webhooks: doorsHere("another secret") });
  expect(receiver.heard).toEqual([]);
  expect(await stage.standing(id)).toMatchObject({ state: "paused", reason: "secret" });
});

test("who makes keys makes webhooks, for keys of the own agency that follow what happens; each refusal has its place", async () => {
  const keyId = await stage.aKey();
  const { world, contact, house } = stage;
  const lead = { ...(await world.join({ role: "lead", agency: agencyOf(world, "VN-CUS") })), house };
  await expect(makeWebhook(lead, aCommand(subscription(keyId)))).rejects.toMatchObject({ kind: "forbidden" });
  const machineId = (await stage.aMachine()).id;
  const input = { machineId, label: "Gateway", days: 30, reach: "all" as const, scopes: ["feed.read" as const] };
  const { token = "" } = await issueKey(contact, aCommand(input));
  const machine: Acting = { ...contact, token, needs: "any" };
  await expect(makeWebhook(machine, aCommand(subscription(keyId)))).rejects.toMatchObject({ kind: "forbidden" });

  const refusal = (of: Partial<ReturnType<typeof subscription>> | { reach: "all" }, acting: Acting = contact) =>
    makeWebhook(acting, aCommand({ ...subscription(keyId), ...of })).catch((thrown) => thrown.detail?.fields);
  const abroad = { ...stage.thai, house };
  expect(await refusal({}, abroad)).toEqual({ keyId: ["key.unknown"] });
  expect(await refusal({ keyId: await stage.aKey(["seizures.read"]) })).toEqual({ keyId: ["webhook.key.scope"] });
  expect(await refusal({ reach: "all" })).toEqual({ reach: ["webhook.reach"] });
  expect(await refusal({ address: "http://10.0.0.1/" })).toEqual({ address: ["webhook.address.barred"] });
  const closed = { ...contact, house: { ...house, webhooks: { ...house.webhooks, addresses: NO_ADDRESSES } } };
  expect(await refusal({}, closed)).toEqual({ address: ["webhook.address.none"] });

  const { id } = await stage.subscribe(receiver.address);
  for (const nobody of [lead, abroad, machine]) {
    for (const act of [pauseWebhook, resumeWebhook, testWebhook, deleteWebhook]) {
      await expect(act(nobody, aCommand({ webhook: id }))).rejects.toMatchObject({ kind: /forbidden|not-found/ });
    }
  }
  expect(await stage.standing(id)).toMatchObject({ state: "active" });
});

test("for all operations it follows those that its key opens, also one that came later", async () => {
  const machine = await stage.aMachine();
  const keyId = await stage.aKey(["feed.read", "seizures.read"], "all", machine.id);
  const { id } = await stage.subscribe(receiver.address, { keyId, reach: "all" });
  await stage.release();
  await stage.work();
  expect(receiver.heard).toHaveLength(1);
  await stage.world.owner`update members set state = 'suspended' where id = ${machine.memberId}`;
  await stage.release();
  await stage.work();
  expect(receiver.heard).toHaveLength(1);
  expect(await stage.standing(id)).toMatchObject({ state: "active" });
  await stage.world.owner`update members set state = 'active' where id = ${machine.memberId}`;
  await stage.world.owner`update webhooks set looked_at = now() - interval '31 seconds' where id = ${id}`;
  await stage.release();
  await stage.work();
  expect(receiver.heard.length).toBeGreaterThanOrEqual(2);
  expect(new Set(receiver.heard.map((heard) => heard.id)).size).toBe(receiver.heard.length);
});

test("the log goes back thirty days, and what waits stays", async () => {
  const { id } = await stage.subscribe(receiver.address);
  await stage.release();
  await stage.work();
  receiver.answers.push(answering(500));
  await stage.release();
  await stage.work();
  await stage.world
    .owner`update webhook_deliveries set ended_at = now() - interval '31 days' where ended_at is not null`;
  await sweepDeliveries(stage.house.db);
  expect((await stage.log(id)).map(({ state }) => state)).toEqual(["waiting"]);
});
