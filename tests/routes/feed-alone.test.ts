import { io } from "socket.io-client";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Scope } from "#app/domain/key.ts";
import type { Acting } from "#app/services/house.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { amendSeizure } from "#app/services/seizures.server.ts";
import { webhookWorker } from "#app/services/webhook-work.server.ts";
import { LIVE_PATH } from "#realtime/protocol.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aReceiver } from "#tests/support/receiver.ts";
import { aCommand, agencyOf } from "#tests/support/world.ts";
import { type NationalStage, nationalStage, theOperation } from "./national-stage.ts";

let stage: NationalStage;
let lao: Acting;
beforeAll(async () => {
  stage = await nationalStage();
  lao = await stage.world.join({ role: "ncp", agency: agencyOf(stage.world, "LA-CUS") });
});
afterAll(() => stage.close());

type Feed = { to: number; more: boolean; events: { type: string; body: unknown }[]; facts: { id: string }[] };

/** Released by another administration, and corrected by its laboratory. */
async function aCorrected() {
  const house = stage.server.house;
  const seizure = aSeizureInput();
  await submitReport({ ...lao, house }, aCommand(seizure));
  const [item] = seizure.items;
  const found = { ...seizure, items: [{ ...item, quantity: "11.5" }] } as typeof seizure;
  const amendment = {
    seizure: found,
    base: { facts: 1, case: 1, nominal: 0 },
    kind: "own_error",
    reason: "Weighed again",
  };
  await amendSeizure({ ...lao, house }, aCommand(amendment));
  return seizure.id;
}

/** What a key for that is told in the feed of this seizure, once it is told all. */
async function feedOf(seizure: string, ...scopes: Scope[]) {
  const national = await stage.system(...scopes);
  const operationId = await theOperation(national);
  const events: Feed["events"] = [];
  const facts: Feed["facts"] = [];
  await expect
    .poll(async () => {
      const answer = await national.send("getFeed", { in: { operationId }, query: { after: "0" } });
      expect(answer.status).toBe(200);
      const body = answer.body as Feed;
      events.splice(0, events.length, ...body.events.filter((event) => JSON.stringify(event).includes(seizure)));
      facts.splice(0, facts.length, ...body.facts);
      return events.length;
    })
    .toBe(2);
  return { events: events.map(({ type, body }) => [type, body]), facts, national, operationId };
}

test("a key for the feed alone is told number, kind, time and ids; how a seizure stands it reads nowhere", async () => {
  const seizure = await aCorrected();
  const whole = await feedOf(seizure, "feed.read", "seizures.read");
  expect(whole.events).toEqual([
    ["seizure.released", { seizure, revision: 1 }],
    ["seizure.amended", { seizure, revision: 2, kind: "own_error" }],
  ]);
  expect(whole.facts.map(({ id }) => id)).toContain(seizure);

  for (const more of [[], ["figures.read", "seizures.write", "clearance.write", "names.read"]] as const) {
    const told = await feedOf(seizure, "feed.read", ...more);
    expect(told.events).toEqual([
      ["seizure.released", { seizure }],
      ["seizure.amended", { seizure }],
    ]);
    expect(told.facts).toEqual([]);
    const { national, operationId } = told;
    expect((await national.send("getSeizure", { in: { operationId, seizureId: seizure } })).status).toBe(403);
  }
});

test("a webhook for such a key says no more than the feed does", async () => {
  const [alone, whole] = [await aReceiver(), await aReceiver()];
  await stage.subscribe(alone.address, "feed.read");
  await stage.subscribe(whole.address, "feed.read", "seizures.read");
  const seizure = await aCorrected();
  const send = webhookWorker(stage.server.house, { isOver: () => false, chance: () => 0.5 });
  const bodies = ({ heard }: typeof alone) => heard.map(({ told }) => told.data.body);
  await expect
    .poll(async () => {
      await send();
      return [alone, whole].map(({ heard }) => heard.length);
    })
    .toEqual([2, 2]);
  expect(bodies(alone)).toEqual([{ seizure }, { seizure }]);
  expect(bodies(whole)).toEqual([
    { seizure, revision: 1 },
    { seizure, revision: 2, kind: "own_error" },
  ]);
  await Promise.all([alone.close(), whole.close()]);
});

test("a live line, whose frames are read once for all who see the same, is not opened to it", async () => {
  const opens = async (...scopes: Scope[]) => {
    const extraHeaders = { authorization: `Bearer ${await stage.aKey(...scopes)}` };
    const line = io(stage.server.address, {
      ...{ path: LIVE_PATH, transports: ["websocket"], forceNew: true, reconnection: false, extraHeaders },
    });
    const outcome = await new Promise((resolve) => {
      line.on("connect", () => resolve("open"));
      line.on("connect_error", () => resolve("refused"));
    });
    line.close();
    return outcome;
  };
  expect(await opens("feed.read")).toBe("refused");
  expect(await opens("seizures.read")).toBe("refused");
  expect(await opens("feed.read", "seizures.read")).toBe("open");
});
