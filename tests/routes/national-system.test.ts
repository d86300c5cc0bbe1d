import { afterAll, beforeAll, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import { SCOPES, type Scope } from "#app/domain/key.ts";
import { createMachine } from "#app/services/accounts.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { issueKey } from "#app/services/keys.server.ts";
import { addMember } from "#app/services/operations.server.ts";
import { attachGateway } from "#realtime/gateway.ts";
import { everyRoute } from "#tests/support/every-route.ts";
import { lineThatCuts, nationalSystem } from "#tests/support/national-system.ts";
import { envFor, type RunningServer, runServer } from "#tests/support/server.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

let world: World;
let contact: Acting;
let server: RunningServer;
let machineId: Id;
beforeAll(async () => {
  world = await aWorld({ steps: { "VN-CUS": 1 } });
  contact = await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
  const rates = { machineCallsPerMinute: 100_000 };
  server = await runServer(envFor(world.database), { build: await everyRoute(), rates, attachGateway });
  machineId = await aMachine();
}, 240_000);
afterAll(async () => {
  await server.close();
  await world.close();
});

async function aMachine(): Promise<Id> {
  const { id: agencyId, units } = agencyOf(world, "VN-CUS");
  const machine = { id: crypto.randomUUID(), agencyId, unitId: units[0].id, name: "National case system" };
  await createMachine(contact, aCommand(machine));
  const member = { memberId: crypto.randomUUID(), personId: machine.id, unitId: machine.unitId, toDay: null };
  await addMember(contact, aCommand({ ...member, role: "ncp" as const, fromDay: "2021-04-01" }));
  return machine.id;
}

async function aKey(...scopes: Scope[]): Promise<string> {
  const input = { machineId, label: "Gateway", days: 30, reach: "operation" as const, scopes };
  return (await issueKey(contact, aCommand(input))).token ?? "";
}

const system = async (...scopes: Scope[]) =>
  nationalSystem(`${server.address}/api/v1/openapi.json`, await aKey(...scopes));

type System = Awaited<ReturnType<typeof nationalSystem>>;

/** The example of the document, as another case of its own. */
function aCase(national: System): { id: string; body: Record<string, unknown> } {
  const { seizure, ...rest } = national.exampleOf("createSeizure");
  const id = crypto.randomUUID();
  const own = { ...(seizure as object), id, nationalCaseNo: `CASE-${id.slice(0, 8)}` };
  return { id, body: { ...rest, commandId: crypto.randomUUID(), seizure: own } };
}

async function aRelease(national: System, operationId: string) {
  const made = aCase(national);
  await national.insist("createSeizure", { in: { operationId }, body: made.body });
  const decision = { ...national.exampleOf("decideReport"), commandId: crypto.randomUUID() };
  const cleared = await national.insist("decideReport", { in: { operationId, seizureId: made.id }, body: decision });
  expect(cleared.body.state).toBe("released");
  return made;
}

async function theOperation(national: System): Promise<string> {
  const { body } = await national.send("listOperations");
  const [first] = body.operations as { id: string }[];
  return first?.id ?? "";
}

test("it reports, clears, corrects, is told when it was slower, and withdraws", async () => {
  const national = await system("seizures.read", "seizures.write", "clearance.write");
  const operationId = await theOperation(national);
  const made = aCase(national);
  const at = { operationId, seizureId: made.id };
  const sent = await national.send("createSeizure", { in: { operationId }, body: made.body });
  expect(sent.body).toMatchObject({ seizure: made.id, state: "in_clearance", steps: "1" });
  expect((await national.send("getSeizure", { in: at })).body).toMatchObject({
    state: "in_clearance",
    fact: null,
    report: { version: 1 },
  });
  const decision = { ...national.exampleOf("decideReport"), commandId: crypto.randomUUID() };
  expect((await national.send("decideReport", { in: at, body: decision })).body.state).toBe("released");

  const seen = await national.send("getSeizure", { in: at });
  expect(seen.body).toMatchObject({ state: "released", base: { facts: 1, case: 1, nominal: 0 }, names: null });
  const tag = seen.headers.get("ETag") ?? "";
  const correct = (quantity: string) => {
    const { base: _, seizure: __, ...rest } = national.exampleOf("amendSeizure");
    const items = [{ commodity: "F2.raw_ivory", quantity, unit: "kg" }];
    const seizure = { ...(made.body.seizure as object), items };
    return { ...rest, commandId: crypto.randomUUID(), seizure };
  };
  const first = await national.send("amendSeizure", { in: at, body: correct("13.1"), headers: { "If-Match": tag } });
  expect(first.body).toEqual({ seizure: made.id, version: "2" });
  const slower = await national.send("amendSeizure", { in: at, body: correct("13.2"), headers: { "If-Match": tag } });
  expect(slower).toMatchObject({
    status: 409,
    body: { code: "seizure.stale", current: { base: { facts: 2, case: 2 } } },
  });
  const now = await national.send("getSeizure", { in: at });
  expect(now.headers.get("ETag")).toBe('"2.2.0"');
  expect(now.body).toMatchObject({ fact: { revision: 2, items: [{ quantity: "13.1" }] } });

  const withdrawal = { commandId: crypto.randomUUID(), reason: "Entered twice" };
  const gone = await national.send("withdrawSeizure", { in: at, body: withdrawal, headers: { "If-Match": '"2.2.0"' } });
  expect(gone.body).toEqual({ seizure: made.id, state: "withdrawn" });
});

test("it goes through the list by cursor, and asks for what changed since", async () => {
  const national = await system("seizures.read", "seizures.write", "clearance.write");
  const operationId = await theOperation(national);
  const before = await national.send("listSeizures", { in: { operationId } });
  const made = [];
  for (let n = 0; n < 5; n++) made.push(await aRelease(national, operationId));
  const wanted = made.map(({ id }) => id).sort();

  const found: string[] = [];
  let cursor: string | null = null;
  do {
    const query = { limit: "2", state: ["submitted", "verified"], ...(cursor !== null && { cursor }) };
    const page = await national.send("listSeizures", { in: { operationId }, query });
    found.push(...(page.body.seizures as { id: string }[]).map(({ id }) => id));
    cursor = page.body.next as string | null;
  } while (cursor !== null);
  expect(new Set(found).size).toBe(found.length);
  expect(found).toEqual(expect.arrayContaining(wanted));

  const changedAfter = String(before.body.head);
  await expect
    .poll(async () => {
      const page = await national.send("listSeizures", { in: { operationId }, query: { changedAfter } });
      return (page.body.seizures as { id: string }[]).map(({ id }) => id).sort();
    })
    .toEqual(wanted);
});

test("it posts a tally, corrects it, and reads how its days stand", async () => {
  const national = await system("tallies.read", "tallies.write");
  const operationId = await theOperation(national);
  const body = { ...national.exampleOf("postTallies"), commandId: crypto.randomUUID() };
  const posted = await national.send("postTallies", { in: { operationId }, body });
  expect(posted.body).toEqual({ versions: { "2021-05-17": "1", "2021-05-18": "1" } });
  expect((await national.send("postTallies", { in: { operationId }, body })).body).toEqual(posted.body);
  const correction = {
    commandId: crypto.randomUUID(),
    tallies: [{ day: "2021-05-18", nil: false, arrested: 1, baseVersion: 1 }],
  };
  await national.send("postTallies", { in: { operationId }, body: correction });
  const stale = { ...correction, commandId: crypto.randomUUID(), tallies: [{ day: "2021-05-18", nil: true }] };
  expect((await national.send("postTallies", { in: { operationId }, body: stale })).status).toBe(409);
  const query = { from: "2021-05-17", to: "2021-05-18" };
  const days = await national.send("listTallies", { in: { operationId }, query });
  expect(days.body).toMatchObject({
    days: [
      { day: "2021-05-17", tally: { version: 1, groups: [{ group: "F2", cases: 1 }] } },
      { day: "2021-05-18", tally: { version: 2, arrested: 1 } },
    ],
  });
});

test("it follows the feed from number to number, and its copy is what the list says", async () => {
  const national = await system("feed.read", "seizures.read", "seizures.write", "clearance.write");
  const operationId = await theOperation(national);
  const made = await aRelease(national, operationId);
  const copy = new Map<string, unknown>();
  let after = 0;
  const follow = async () => {
    const { body } = await national.send("getFeed", { in: { operationId }, query: { after: String(after) } });
    expect(body.from).toBe(after);
    for (const fact of body.facts as { id: string }[]) copy.set(fact.id, fact);
    for (const id of body.gone as string[]) copy.delete(id);
    after = body.to as number;
    return body.more === false && copy.has(made.id);
  };
  await expect.poll(follow, { timeout: 20_000 }).toBe(true);
  const { body } = await national.send("listSeizures", { in: { operationId }, query: { limit: "500" } });
  const listed = (body.seizures as { id: string; state: string }[]).filter(({ state }) => state !== "withdrawn");
  for (const fact of listed) expect(copy.get(fact.id)).toEqual(fact);
  const again = await national.send("getFeed", { in: { operationId }, query: { after: String(after) } });
  expect(again.body).toMatchObject({ from: after, to: after, events: [], more: false });
});

test("cut off before it hears the answer, it sends the same command again and ends with one", async () => {
  const national = await system("seizures.read", "seizures.write", "clearance.write");
  const operationId = await theOperation(national);
  const line = await lineThatCuts(Number(new URL(server.address).port), 3);
  const made = aCase(national);
  const sent = await national.insist(
    "createSeizure",
    { in: { operationId }, body: made.body },
    line.address + national.path,
  );
  line.close();
  expect(sent).toMatchObject({ tries: 4, status: 200, body: { seizure: made.id, state: "in_clearance" } });
  const [count] = await world.owner`select count(*)::int as n from seizure_reports where id = ${made.id}`;
  const [commands] =
    await world.owner`select count(*)::int as n from commands where id = ${String(made.body.commandId)}`;
  expect([count?.n, commands?.n]).toEqual([1, 1]);
  const other = { ...made.body, seizure: { ...(made.body.seizure as object), narrative: "Something else" } };
  expect(await national.send("createSeizure", { in: { operationId }, body: other })).toMatchObject({
    status: 409,
    body: { code: "command.reused" },
  });
});

test("it reads the figures of a period, a country and a kind of goods, by the rules that they name", async () => {
  const national = await system("figures.read", "seizures.write", "clearance.write");
  const operationId = await theOperation(national);
  await aRelease(national, operationId);
  const ask = async (query: Record<string, string | string[]>) =>
    (await national.send("getFigures", { in: { operationId }, query })).body as {
      figures: { cases: { total: number } };
      rules: Record<string, string>;
    };
  const all = await ask({});
  expect(all.rules.cases).toBe("case-v2");
  expect(all.figures.cases.total).toBeGreaterThan(0);
  const same = await ask({ from: "2021-05-01", to: "2021-05-31", reporter: ["VN", "CN"], group: "F2" });
  expect(same.figures.cases).toEqual(all.figures.cases);
  expect((await ask({ reporter: "TH" })).figures.cases.total).toBe(0);
});

test("it keeps the lists by their versions, and one operation with who it is there", async () => {
  const national = await system("seizures.read");
  const operationId = await theOperation(national);
  const { body } = await national.send("listReferenceLists");
  const lists = body.lists as { list: string; version: string; rows: number }[];
  expect(lists.length).toBeGreaterThan(15);
  for (const { list, version, rows } of lists.filter((one) =>
    ["countries", "commodities", "units", "mode"].includes(one.list),
  )) {
    const one = await national.send("getReferenceList", { in: { list } });
    expect(one.body).toMatchObject({ list, version });
    expect(one.body.items).toHaveLength(rows);
    expect(rows).toBeGreaterThan(3);
  }
  expect((await national.send("getReferenceList", { in: { list: "colours" } })).status).toBe(404);
  const operation = await national.send("getOperation", { in: { operationId } });
  expect(operation.body).toMatchObject({ code: "OMD", me: { role: "ncp", scopes: ["seizures.read"] } });
});

test("each refusal has the status and the form that the document says", async () => {
  const national = await system("seizures.read");
  const writing = await system("seizures.write");
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
  expect((await national.send("listSeizures", { in: { operationId }, query })).body.errors).toHaveLength(2);
  const elsewhere = crypto.randomUUID();
  expect((await national.send("getOperation", { in: { operationId: elsewhere } })).status).toBe(404);
  expect((await national.send("getSeizure", { in: { operationId, seizureId: elsewhere } })).status).toBe(404);
  const nobody = await nationalSystem(`${server.address}/api/v1/openapi.json`, "k".repeat(43));
  expect((await nobody.send("listOperations")).status).toBe(401);
});

test("what is no call of the document is refused as HTTP has it", async () => {
  const key = await aKey(...SCOPES);
  const ask = async (path: string, init: RequestInit) => {
    const headers = { Authorization: `Bearer ${key}`, ...init.headers };
    const answer = await fetch(`${server.address}/api/v1${path}`, { ...init, headers });
    const body: { status: number; code: string } = await answer.json();
    expect(answer.headers.get("Content-Type")).toMatch(/^application\/problem\+json/);
    expect(body.status).toBe(answer.status);
    return { status: answer.status, code: body.code, allow: answer.headers.get("Allow") };
  };
  const seizures = `/operations/${world.operationId}/seizures`;
  const json = { "Content-Type": "application/json" };
  expect(await ask("/nowhere", {})).toMatchObject({ status: 404, code: "address.unknown" });
  expect(await ask(seizures, { method: "PUT", body: "{}", headers: json })).toMatchObject({
    status: 405,
    allow: "GET, HEAD, POST",
  });
  expect(await ask("/operations", { method: "DELETE" })).toMatchObject({ status: 405, allow: "GET, HEAD" });
  expect(await ask(seizures, { method: "POST", body: "{", headers: json })).toMatchObject({ status: 400 });
  expect(await ask(seizures, { method: "POST", body: "<a/>", headers: { "Content-Type": "text/xml" } })).toMatchObject({
    status: 415,
  });
  const large = JSON.stringify({ commandId: "x".repeat(1_100_000) });
  expect(await ask(seizures, { method: "POST", body: large, headers: json })).toMatchObject({ status: 413 });
});

test("who calls too often is told when to come back, each key by itself", async () => {
  const build = await everyRoute();
  const strict = await runServer(envFor(world.database), { build, rates: { machineCallsPerMinute: 20 } });
  const [hasty, calm] = [await aKey("seizures.read"), await aKey("seizures.read")];
  const document = `${strict.address}/api/v1/openapi.json`;
  const [one, other] = [await nationalSystem(document, hasty), await nationalSystem(document, calm)];
  const answers = await Promise.all(Array.from({ length: 40 }, () => one.send("listOperations")));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThanOrEqual(20);
  for (const { headers } of refused) expect(Number(headers.get("Retry-After"))).toBeGreaterThan(0);
  expect((await other.send("listOperations")).status).toBe(200);
  await strict.close();
});
