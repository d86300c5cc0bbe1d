import { afterAll, beforeAll, expect, test } from "vitest";
import { writeSummary } from "#app/services/summaries.server.ts";
import { webhookWorker } from "#app/services/webhook-work.server.ts";
import { lineThatCuts } from "#tests/support/national-system.ts";
import { aVerdict } from "#tests/support/outcome-said.ts";
import { tell } from "#tests/support/outcome-world.ts";
import { aReceiver, isSigned } from "#tests/support/receiver.ts";
import { aCommand, agencyOf } from "#tests/support/world.ts";
import { aCase, type NationalStage, nationalStage, type System, theOperation } from "./national-stage.ts";

let stage: NationalStage;
beforeAll(async () => {
  stage = await nationalStage();
}, 240_000);
afterAll(() => stage.close());

async function aRelease(national: System, operationId: string, told: Record<string, unknown> = {}) {
  const made = aCase(national);
  made.body.seizure = { ...(made.body.seizure as object), ...told };
  await national.insist("createSeizure", { in: { operationId }, body: made.body });
  const decision = { ...national.exampleOf("decideReport"), commandId: crypto.randomUUID() };
  const cleared = await national.insist("decideReport", { in: { operationId, seizureId: made.id }, body: decision });
  expect(cleared.body.state).toBe("released");
  return made;
}

test("it reports, clears, corrects, is told when it was slower, and withdraws", async () => {
  const national = await stage.system("seizures.read", "seizures.write", "clearance.write");
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
  const national = await stage.system("seizures.read", "seizures.write", "clearance.write");
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
  const national = await stage.system("tallies.read", "tallies.write");
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
  const national = await stage.system("feed.read", "seizures.read", "seizures.write", "clearance.write");
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

test("it is told of a release at its own address, knows who says so, and asks for the case by what it was told", async () => {
  const receiver = await aReceiver();
  const secret = await stage.subscribe(receiver.address, "feed.read", "seizures.read");
  const national = await stage.system("feed.read", "seizures.read", "seizures.write", "clearance.write");
  const operationId = await theOperation(national);
  const made = await aRelease(national, operationId);
  const send = webhookWorker(stage.server.house, { isOver: () => false, chance: () => 0.5 });
  const told = () => receiver.heard.find((heard) => heard.told.data.body?.seizure === made.id);
  await expect
    .poll(
      async () => {
        await send();
        return told() !== undefined;
      },
      { timeout: 20_000 },
    )
    .toBe(true);
  const heard = told();
  expect(heard && isSigned(heard, secret)).toBe(true);
  expect(national.faultsOfCall("webhookHappened", JSON.parse(heard?.body ?? ""))).toEqual([]);
  const { seq = 0, operation = "" } = heard?.told.data ?? {};
  const entry = await national.send("getFeed", { in: { operationId: operation }, query: { after: String(seq - 1) } });
  expect((entry.body.events as unknown[])[0]).toMatchObject({
    seq,
    type: heard?.told.type,
    body: { seizure: made.id },
  });
  expect((await national.send("getSeizure", { in: { operationId, seizureId: made.id } })).body.state).toBe("released");
  await receiver.close();
});

test("cut off before it hears the answer, it sends the same command again and ends with one", async () => {
  const national = await stage.system("seizures.read", "seizures.write", "clearance.write");
  const operationId = await theOperation(national);
  const line = await lineThatCuts(Number(new URL(stage.server.address).port), 3);
  const made = aCase(national);
  const sent = await national.insist(
    "createSeizure",
    { in: { operationId }, body: made.body },
    line.address + national.path,
  );
  line.close();
  expect(sent).toMatchObject({ tries: 4, status: 200, body: { seizure: made.id, state: "in_clearance" } });
  const [count] = await stage.world.owner`select count(*)::int as n from seizure_reports where id = ${made.id}`;
  const [commands] = await stage.world
    .owner`select count(*)::int as n from commands where id = ${String(made.body.commandId)}`;
  expect([count?.n, commands?.n]).toEqual([1, 1]);
  const other = { ...made.body, seizure: { ...(made.body.seizure as object), narrative: "Something else" } };
  expect(await national.send("createSeizure", { in: { operationId }, body: other })).toMatchObject({
    status: 409,
    body: { code: "command.reused" },
  });
});

test("it reads the figures of a period, a country and a kind of goods, by the rules that they name", async () => {
  const national = await stage.system("figures.read", "seizures.write", "clearance.write");
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
  const national = await stage.system("seizures.read");
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

test("it reads summaries of a narrative with who answers for them, as they stand", async () => {
  const national = await stage.system("seizures.read", "seizures.write", "clearance.write");
  const operationId = await theOperation(national);
  const told = { narrative: "Hai ngà voi trong thùng gỗ.", language: "vi" };
  const { id } = await aRelease(national, operationId, told);
  const contact = await stage.world.join({ role: "ncp", agency: agencyOf(stage.world, "VN-CUS") });
  const said = { seizure: id, language: "fr" as const, about: 1 };
  await writeSummary(contact, aCommand({ ...said, base: 0, text: "Des défenses." }));
  await writeSummary(contact, aCommand({ ...said, base: 1, text: "Deux défenses." }));
  const { body } = await national.send("getSeizure", { in: { operationId, seizureId: id } });
  const translator = { name: "Officer VN-CUS", agency: expect.any(String) };
  expect(body.summaries).toEqual([
    {
      language: "fr",
      text: "Deux défenses.",
      translator,
      at: expect.any(String),
      version: 2,
      about: 1,
      originalChanged: false,
    },
  ]);
});

test("it reads what became of a case as it stands", async () => {
  const national = await stage.system("seizures.read", "seizures.write", "clearance.write");
  const operationId = await theOperation(national);
  const { id } = await aRelease(national, operationId);
  const contact = await stage.world.join({ role: "ncp", agency: agencyOf(stage.world, "VN-CUS") });
  const { outcome = "" } = await tell(contact, id);
  const { body } = await national.send("getSeizure", { in: { operationId, seizureId: id } });
  const said = aVerdict();
  expect(body.outcomes).toEqual([{ id: outcome, version: 1, withdrawn: false, at: expect.any(String), said }]);
});
