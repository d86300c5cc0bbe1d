import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { killedPrograms } from "#tests/support/killed-programs.ts";
import { aReceiver } from "#tests/support/receiver.ts";
import { aWebhookWorld, type WebhookWorld } from "#tests/support/webhook-world.ts";

const PATIENCE = { timeout: 90_000, interval: 100 };

let stage: WebhookWorld;
const workers = killedPrograms(new URL("../support/webhooks-child.ts", import.meta.url));
beforeAll(async () => {
  stage = await aWebhookWorld();
}, 120_000);
afterEach(workers.killAll);
afterAll(() => stage.world.close());

const startWorker = () => workers.start(stage.world.database.appUrl, stage.world.database.proofKey);

test("killed in the middle of a call, nothing is lost, nothing comes out of order, and the log has each once", async () => {
  const receiver = await aReceiver();
  const { id } = await stage.subscribe(receiver.address);
  const made: string[] = [];
  for (let n = 0; n < 12; n++) made.push(await stage.release());
  // The fourth call is never answered: its sender dies while it waits.
  const well = (response: Parameters<(typeof receiver.answers)[number]>[0]) => response.writeHead(204).end();
  receiver.answers.push(well, well, well, () => {});
  const first = await startWorker();
  await expect.poll(() => receiver.heard.length, PATIENCE).toBe(4);
  await workers.kill(first);
  // Another one is there already while the dead one's hold lasts.
  await startWorker();
  made.push(await stage.release());
  await expect.poll(async () => (await stage.standing(id))?.waiting, PATIENCE).toBe(0);

  const heard = receiver.heard.map(({ told }) => told.data.body?.seizure ?? "");
  expect([...new Set(heard)]).toEqual(made);
  expect(heard).toHaveLength(made.length + 1);
  expect(heard[4]).toBe(heard[3]);
  expect(receiver.heard[4]?.id).toBe(receiver.heard[3]?.id);
  const log = await stage.log(id);
  expect(log.map(({ state }) => state)).toEqual(made.map(() => "delivered"));
  expect(new Set(log.map(({ seq }) => seq)).size).toBe(made.length);
  expect(log[3]?.calls.map(({ n, status, fault }) => [n, status, fault])).toEqual([
    [2, 204, null],
    [1, null, "cut"],
  ]);
  await receiver.close();
}, 180_000);
