import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { routeOf } from "#app/api/call.server.ts";
import { createSeizure } from "#app/api/seizure-commands.server.ts";
import { forAnyone } from "#app/http.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { envFor, onePage, type RunningServer, runServer } from "#tests/support/server.ts";

const NOWHERE = "postgres://naga_app:password@127.0.0.1:1/naga";
const BETWEEN_TRIES_MS = 5_000;

const page = forAnyone(async ({ context }) => {
  await context.house.db.execute(sql`select 1`);
  return new Response("seen");
});
const machine = routeOf(createSeizure).action;

let away: RunningServer;
let slow: RunningServer;
const release: (() => void)[] = [];

beforeAll(async () => {
  const db = await freshDatabase();
  away = await runServer(envFor({ ...db, appUrl: NOWHERE }), {
    build: onePage((request, args) => (request.url.includes("/api/") ? machine(args) : page(args))),
  });
  const never = () => new Promise<Response>((resolve) => release.push(() => resolve(new Response("late"))));
  slow = await runServer(envFor(db), { build: onePage(never), capacity: { atOnce: 3, answerWithinMs: 300 } });
});
afterAll(async () => {
  for (const free of release) free();
  await Promise.all([away.close(), slow.close()]);
});

async function timed(address: string, init?: RequestInit): Promise<{ answer: Response; ms: number }> {
  const began = performance.now();
  const answer = await fetch(address, init);
  return { answer, ms: performance.now() - began };
}

test("a page whose database is away is answered soon with 503 and when to come back", async () => {
  const { answer, ms } = await timed(`${away.address}/anything`);
  expect(answer.status).toBe(503);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(ms).toBeLessThan(BETWEEN_TRIES_MS);
});

test("a machine is told the same as problem details, and nothing is acknowledged", async () => {
  const operation = "018f0000-0000-7000-8000-000000000000";
  const { answer, ms } = await timed(`${away.address}/api/v1/operations/${operation}/seizures`, {
    method: "POST",
    headers: { authorization: `Bearer ${"k".repeat(43)}`, "content-type": "application/json" },
    body: JSON.stringify({ commandId: crypto.randomUUID(), seizure: aSeizureInput() }),
  });
  expect(answer.status).toBe(503);
  expect(answer.headers.get("content-type")).toMatch(/application\/problem\+json/);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(ms).toBeLessThan(BETWEEN_TRIES_MS);
});

test("the process says that it lives and is not ready", async () => {
  expect((await fetch(`${away.address}/healthz`)).status).toBe(200);
  const { answer, ms } = await timed(`${away.address}/readyz`);
  expect([answer.status, await answer.json()]).toEqual([503, { ready: false }]);
  expect(ms).toBeLessThan(BETWEEN_TRIES_MS);
});

test("an answer that does not come in time is 503, and so is what finds no room to wait", async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => timed(`${slow.address}/anything`)));
  expect(answers.map(({ answer }) => answer.status)).toEqual(Array.from({ length: 8 }, () => 503));
  expect(answers.every(({ answer }) => Number(answer.headers.get("retry-after")) > 0)).toBe(true);
  expect(release).toHaveLength(3);
});
