import { afterAll, beforeAll, expect, test } from "vitest";
import { SCOPES } from "#app/domain/key.ts";
import { everyRoute } from "#tests/support/every-route.ts";
import { nationalSystem } from "#tests/support/national-system.ts";
import { envFor, runServer } from "#tests/support/server.ts";
import { aCase, type NationalStage, nationalStage, theOperation } from "./national-stage.ts";

let stage: NationalStage;
beforeAll(async () => {
  stage = await nationalStage();
}, 240_000);
afterAll(() => stage.close());

test("each refusal has the status and the form that the document says", async () => {
  const national = await stage.system("seizures.read");
  const writing = await stage.system("seizures.write");
  const operationId = await theOperation(national);
  const made = aCase(national);
  expect(await national.send("createSeizure", { in: { operationId }, body: made.body })).toMatchObject({
    status: 403,
    body: { code: "key.scope", values: { scope: "seizures.write" } },
  });
  const wrong = {
    ...made.body,
    seizure: { ...(made.body.seizure as object), items: [{ commodity: "F2.raw_ivory", quantity: "12,5" }] },
  };
  expect(await writing.send("createSeizure", { in: { operationId }, body: wrong })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: "/seizure/items/0/quantity", code: "decimal.malformed" }] },
  });
  const unheard = {
    ...made.body,
    seizure: { ...(made.body.seizure as object), items: [{ commodity: "F2.unicorns" }] },
  };
  expect(await writing.send("createSeizure", { in: { operationId }, body: unheard })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: "/seizure/items/0/commodity", code: "commodity.unknown" }] },
  });
  const query = { limit: "0", colour: "red" };
  const { errors } = (await national.send("listSeizures", { in: { operationId }, query })).body;
  expect(errors).toHaveLength(2);
  expect(errors).toContainEqual(expect.objectContaining({ pointer: "/colour", code: "field.unknown" }));
  const elsewhere = crypto.randomUUID();
  expect((await national.send("getOperation", { in: { operationId: elsewhere } })).status).toBe(404);
  expect((await national.send("getSeizure", { in: { operationId, seizureId: elsewhere } })).status).toBe(404);
  const nobody = await nationalSystem(`${stage.server.address}/api/v1/openapi.json`, "k".repeat(43));
  expect(await nobody.send("listOperations")).toMatchObject({ status: 401, body: { code: "key.ended" } });
});

test("what is no call of the document is refused as HTTP has it", async () => {
  const key = await stage.aKey(...SCOPES);
  const ask = async (path: string, init: RequestInit) => {
    const headers = { Authorization: `Bearer ${key}`, ...init.headers };
    const answer = await fetch(`${stage.server.address}/api/v1${path}`, { ...init, headers });
    const body: { status: number; code: string } = await answer.json();
    expect(answer.headers.get("Content-Type")).toMatch(/^application\/problem\+json/);
    expect(body.status).toBe(answer.status);
    return { status: answer.status, code: body.code, allow: answer.headers.get("Allow") };
  };
  const seizures = `/operations/${stage.world.operationId}/seizures`;
  const json = { "Content-Type": "application/json" };
  expect(await ask("/nowhere", {})).toMatchObject({ status: 404, code: "address.unknown" });
  expect(await ask(seizures, { method: "PUT", body: "{}", headers: json })).toMatchObject({
    status: 405,
    allow: "GET, HEAD, POST",
  });
  expect(await ask("/operations", { method: "DELETE" })).toMatchObject({ status: 405, allow: "GET, HEAD" });
  expect(await ask("/operations", { method: "OPTIONS" })).toMatchObject({ status: 405, allow: "GET, HEAD" });
  expect(await ask(seizures, { method: "OPTIONS" })).toMatchObject({ status: 405, allow: "GET, HEAD, POST" });
  expect(await ask(seizures, { method: "POST", body: "{", headers: json })).toMatchObject({ status: 400 });
  expect(await ask(seizures, { method: "POST", body: "<a/>", headers: { "Content-Type": "text/xml" } })).toMatchObject({
    status: 415,
  });
  const large = JSON.stringify({ commandId: "x".repeat(1_100_000) });
  expect(await ask(seizures, { method: "POST", body: large, headers: json })).toMatchObject({ status: 413 });
});

test("who calls too often is told when to come back, each key by itself", async () => {
  const build = await everyRoute();
  const strict = await runServer(envFor(stage.world.database), { build, rates: { machineCallsPerMinute: 20 } });
  const [hasty, calm] = [await stage.aKey("seizures.read"), await stage.aKey("seizures.read")];
  const document = `${strict.address}/api/v1/openapi.json`;
  const [one, other] = [await nationalSystem(document, hasty), await nationalSystem(document, calm)];
  const answers = await Promise.all(Array.from({ length: 40 }, () => one.send("listOperations")));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThanOrEqual(20);
  for (const { headers } of refused) expect(Number(headers.get("Retry-After"))).toBeGreaterThan(0);
  expect((await other.send("listOperations")).status).toBe(200);
  await strict.close();
});
