import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { TRIES } from "#app/domain/webhook.ts";
import { withdrawSeizure } from "#app/services/seizures.server.ts";
import { resumeWebhook } from "#app/services/webhooks.server.ts";
import { read } from "#app/services/write.server.ts";
import { stoppedWebhooks } from "#db/queries/webhooks.server.ts";
import { answering, aReceiver, isSigned, type Receiver } from "#tests/support/receiver.ts";
import { aReceiverOf, aWebhookWorld, seal, type WebhookWorld } from "#tests/support/webhook-world.ts";
import { aCommand } from "#tests/support/world.ts";

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

const seizuresHeard = () => receiver.heard.map(({ told }) => told.data.body?.seizure);
const typesHeard = () => receiver.heard.map(({ told }) => told.type);

test("what happens from now on is told in order, once, signed, with its number in the feed and nothing more", async () => {
  const before = await stage.release();
  const { id, secret } = await stage.subscribe(receiver.address);
  const made = [await stage.release(), await stage.release(), await stage.release()];
  await stage.work();
  await stage.work();
  expect(seizuresHeard()).toEqual(made);
  expect(seizuresHeard()).not.toContain(before);
  expect(receiver.heard.every((heard) => isSigned(heard, secret))).toBe(true);
  expect(receiver.heard.some((heard) => isSigned(heard, `whsec_${Buffer.alloc(32).toString("base64")}`))).toBe(false);
  const [first] = receiver.heard;
  expect(JSON.parse(first?.body ?? "")).toEqual({
    type: "seizure.released",
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    data: {
      operation: stage.world.operationId,
      stream: expect.any(String),
      seq: expect.any(Number),
      agency: expect.any(String),
      body: { seizure: made[0], revision: 1 },
    },
  });
  const numbers = receiver.heard.map(({ told }) => told.data.seq ?? 0);
  expect(numbers).toEqual([...numbers].sort((left, right) => left - right));
  const log = await stage.log(id);
  expect(log.map(({ id: of }) => of)).toEqual(receiver.heard.map(({ id: of }) => of));
  expect(log.map(({ state, calls }) => [state, calls.length, calls[0]?.status])).toEqual(
    made.map(() => ["delivered", 1, 204]),
  );
  expect(await stage.standing(id)).toMatchObject({ waiting: 0, lastStatus: 204, lastFault: null });
});

test("it is told what its key reads in the feed and of its kinds alone: one that reads no facts hears of no seizure", async () => {
  const narrow = await stage.subscribe(receiver.address, {
    keyId: await stage.aKey(undefined, "operation", (await stage.aMachine("reporter")).id),
  });
  const members = await stage.subscribe(receiver.address, { kinds: ["member", "agency"] });
  await stage.release();
  await stage.aMachine();
  await seal(stage.world);
  await stage.work();
  expect(await stage.log(narrow.id)).toEqual([]);
  expect(new Set(typesHeard())).toEqual(new Set(["member.added"]));
  expect((await stage.log(members.id)).length).toBe(receiver.heard.length);
});

test("what fails is tried again later and later, and what comes after it waits; Retry-After is heeded", async () => {
  const { id } = await stage.subscribe(receiver.address);
  const made = [await stage.release(), await stage.release()];
  receiver.answers.push(answering(500), answering(503, { "Retry-After": "120" }), answering(302, { Location: "/" }));
  const waits: number[] = [];
  for (let tries = 0; tries < 3; tries++) {
    await stage.work();
    await stage.work();
    const [first] = await stage.log(id);
    waits.push((Number(first?.nextAt) - Date.parse(first?.calls[0]?.at ?? "")) / 1_000);
    await stage.later(id, 7_200);
  }
  for (const [at, wait] of [5, 120, 80].entries()) {
    expect(waits[at]).toBeGreaterThanOrEqual(wait);
    expect(waits[at]).toBeLessThan(wait + 4);
  }
  expect(receiver.heard).toHaveLength(3);
  await stage.work();
  expect(seizuresHeard()).toEqual([made[0], made[0], made[0], made[0], made[1]]);
  expect(new Set(receiver.heard.slice(0, 4).map(({ id: of }) => of)).size).toBe(1);
  const stamps = receiver.heard.map(({ headers }) => Number(headers["webhook-timestamp"]));
  expect(stamps).toEqual([...stamps].sort((left, right) => left - right));
  const log = await stage.log(id);
  expect(log.map(({ state, calls }) => [state, calls.map(({ status }) => status)])).toEqual([
    ["delivered", [204, 302, 503, 500]],
    ["delivered", [204]],
  ]);
});

test("after a day of tries it is paused and its makers are told; nothing is lost, and it goes on with the same ids", async () => {
  const { id } = await stage.subscribe(receiver.address);
  const made = [await stage.release(), await stage.release()];
  receiver.answers.push(...Array.from({ length: TRIES }, () => answering(500)));
  for (let tries = 0; tries < TRIES + 2; tries++) {
    await stage.work();
    await stage.later(id, 86_400);
  }
  expect(receiver.heard).toHaveLength(TRIES);
  expect(await stage.standing(id)).toMatchObject({ state: "paused", reason: "failing", waiting: 2, lastStatus: 500 });
  expect(await read(stage.contact, stoppedWebhooks)).toMatchObject([{ id, reason: "failing" }]);
  made.push(await stage.release());
  await resumeWebhook(stage.contact, aCommand({ webhook: id }));
  expect(await read(stage.contact, stoppedWebhooks)).toEqual([]);
  await stage.work();
  expect(seizuresHeard().slice(TRIES)).toEqual(made);
  expect(receiver.heard[TRIES]?.id).toBe(receiver.heard[0]?.id);
});

test("a receiver that says that it is gone is called no more", async () => {
  const { id } = await stage.subscribe(receiver.address);
  await stage.release();
  await stage.release();
  receiver.answers.push(answering(410));
  await stage.work();
  await stage.release();
  await stage.later(id, 86_400);
  await stage.work();
  expect(receiver.heard).toHaveLength(1);
  expect(await stage.standing(id)).toMatchObject({ state: "ended", reason: "gone" });
  await expect(resumeWebhook(stage.contact, aCommand({ webhook: id }))).rejects.toMatchObject({ kind: "not-found" });
});

test("what was withdrawn before its turn is not told, and then that it is gone is", async () => {
  const { id } = await stage.subscribe(receiver.address);
  const seizure = await stage.release();
  receiver.answers.push(answering(500));
  await stage.work();
  await withdrawSeizure(stage.thai, aCommand({ seizure, base: 1, reason: "Entered twice" }));
  await seal(stage.world);
  await stage.later(id, 60);
  await stage.work();
  await stage.work();
  expect(typesHeard()).toEqual(["seizure.released", "seizure.gone"]);
  expect(receiver.heard[1]?.told.data).toMatchObject({ body: { seizure } });
  expect((await stage.log(id)).map(({ state, type }) => [type, state])).toEqual([
    ["seizure.released", "withheld"],
    ["seizure.gone", "delivered"],
  ]);
});

test("several workers at once send each once, and a slow receiver holds no other up", async () => {
  const quick = await aReceiver();
  const slow = await stage.subscribe(receiver.address);
  const other = await stage.subscribe(quick.address);
  const made = [await stage.release(), await stage.release()];
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  receiver.answers.push((response) => void held.then(() => response.writeHead(204).end()));
  const workers = Promise.all([stage.work(), stage.work(), stage.work()]);
  await expect.poll(() => [quick.heard.length, receiver.heard.length]).toEqual([2, 1]);
  release();
  await workers;
  expect(seizuresHeard()).toEqual(made);
  for (const { id } of [slow, other]) {
    expect((await stage.log(id)).map(({ state, calls }) => [state, calls.length])).toEqual([
      ["delivered", 1],
      ["delivered", 1],
    ]);
  }
  await quick.close();
});

test("a hold that ran out in the middle of a call is followed by another worker; the log says that it was cut", async () => {
  const { id } = await stage.subscribe(receiver.address);
  const seizure = await stage.release();
  receiver.answers.push(answering(500));
  await stage.work();
  const [waiting] = await stage.log(id);
  const dead = crypto.randomUUID();
  const sql = stage.world.owner;
  await sql`insert into webhook_attempts (delivery_id, n) values (${waiting?.id ?? ""}, 2)`;
  await sql`update webhooks set taken_by = ${dead}, taken_until = now() + interval '1 minute' where id = ${id}`;
  await stage.later(id, 60);
  await stage.work();
  expect(receiver.heard).toHaveLength(1);
  await sql`update webhooks set taken_until = now() - interval '1 second' where id = ${id}`;
  await stage.work();
  expect(seizuresHeard()).toEqual([seizure, seizure]);
  const [told] = await stage.log(id);
  expect(told?.calls.map(({ n, status, fault }) => [n, status, fault])).toEqual([
    [3, 204, null],
    [2, null, "cut"],
    [1, 500, null],
  ]);
});
