import { afterAll, beforeAll, expect, test } from "vitest";
import type { Form, Sent, Stage } from "#tests/access/acts.ts";
import { ACTS, pathOfAct } from "#tests/access/all-acts.ts";
import { askerOf } from "#tests/access/cast.ts";
import { readExpected } from "#tests/access/expectation.ts";
import type { RunningServer } from "#tests/support/server.ts";
import { aStage, BESIDE, postForm, prepared, stagedServer } from "./staged.ts";
import { momentIn, writtenSince } from "./written.ts";

/** Ids of records of another operation of the same agencies are as unknown as those of nobody, in every form and call. */
const TABLE = readExpected(new URL("../access/expected.csv", import.meta.url));

let here: Stage;
let elsewhere: Stage;
let server: RunningServer;
beforeAll(async () => {
  ({ here, server } = await stagedServer());
  elsewhere = await aStage(await here.world.another());
}, 240_000);
afterAll(async () => {
  await server.close();
  await here.world.close();
});

/** Where it is said at a field, or beside each report that was chosen. */
const ELSE: Record<string, number> = {
  "POST /operations/:operation/watch roster": 422,
  ...Object.fromEntries(
    ["clear", "return", "put_on_hold", "take_up"].map((act) => [`POST /operations/:operation/clearance ${act}`, 409]),
  ),
};

/** Keys of a machine are its agency's, from whatever operation it looks at them. */
const OF_THE_AGENCY = /^POST \/operations\/:operation\/participants\/:agency(\/webhooks webhook| revoke| rotate)$/;

test("an id of another operation's record in a form is answered as an id of nobody, and nothing is written", async () => {
  const wrong: string[] = [];
  const tried: string[] = [];
  for (const [subject, act] of Object.entries(ACTS).filter(([name]) => !OF_THE_AGENCY.test(name))) {
    const { asker, sent } = await prepared(here, subject, act);
    const theirs = (await prepared(elsewhere, subject, act)).sent;
    for (const [own, foreign] of await recordsIn(sent, theirs)) {
      const moment = await momentIn(here.world.owner);
      const nobody = crypto.randomUUID();
      const [told, expected] = [
        await postForm({ here, server }, subject, asker, withId(sent, own, foreign)),
        await postForm({ here, server }, subject, asker, withId(sent, own, nobody)),
      ];
      tried.push(subject);
      const written = (await writtenSince(here.world.owner, moment)).filter(({ table }) => !BESIDE.includes(table));
      const asNobody = told.text.replaceAll(foreign, nobody) === expected.text && told.status === expected.status;
      if (written.length > 0 || !asNobody || told.status !== (ELSE[subject] ?? 404)) {
        wrong.push(`${subject}: ${told.status}, nobody ${expected.status}, ${JSON.stringify(written)} ${told.text}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(new Set(tried).size).toBeGreaterThan(25);
}, 240_000);

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** What a form names of an operation and that is there, each with what the same form of the other operation names. */
async function recordsIn(own: Sent, theirs: Sent): Promise<[string, string][]> {
  const [left, right] = [own, theirs].map((sent) => [...new Set(saidIn(sent).match(UUID) ?? [])]);
  const pairs = (left ?? []).map((id, at): [string, string] => [id, right?.[at] ?? ""]);
  const there = await existing(pairs.flat());
  return pairs.filter(([one, other]) => one !== other && there.has(one) && there.has(other));
}

const saidIn = ({ form, at }: Sent) => JSON.stringify({ form, at });

async function existing(ids: readonly string[]): Promise<Set<string>> {
  const sql = here.world.owner;
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name in ('id', 'operation_id')
    group by table_name having count(*) = 2`;
  const found = new Set<string>();
  for (const { name } of tables) {
    for (const { id } of await sql<{ id: string }[]>`
      select id from ${sql(name)} where id::text = any(${[...ids]})`) {
      found.add(id);
    }
  }
  return found;
}

function withId(sent: Sent, own: string, other: string): Sent {
  const { form, at }: { form: Form; at?: Record<string, string> } = JSON.parse(saidIn(sent).replaceAll(own, other));
  return { ...sent, form, at };
}

test("calls and addresses of another operation's records are answered as those of nobody", async () => {
  const { report, shared } = elsewhere.cast.records;
  const { watch, question } = elsewhere.cast;
  const reader = askerOf(here.cast.reader, { role: "ncp", relation: "own-unit", standing: "member" });
  const coordinator = askerOf(here.cast.reader, { role: "ocu", relation: "other", standing: "member" });
  const wrong: string[] = [];
  const addresses = [...new Set(TABLE.map(({ subject }) => subject))].filter(
    (subject) => /^GET .*:(seizure|day|receipt)/.test(subject) && subject.includes(":operation"),
  );
  const moment = await momentIn(here.world.owner);
  for (const subject of addresses) {
    for (const foreign of [report, shared, watch.handover, question]) {
      for (const { token } of [reader, coordinator]) {
        const nobody = crypto.randomUUID();
        const [told, expected] = [await ask(subject, token, foreign), await ask(subject, token, nobody)];
        const asNobody = told.text.replaceAll(foreign, nobody) === expected.text && told.status === expected.status;
        if (!asNobody || (subject.includes(":seizure") && told.status !== 404)) {
          wrong.push(`${subject}: ${told.status}, nobody ${expected.status} ${told.text.slice(0, 200)}`);
        }
      }
    }
  }
  expect(addresses.length).toBeGreaterThan(4);
  for (const foreign of [report, shared]) {
    const body = () => JSON.stringify({ commandId: crypto.randomUUID(), decision: "clear", baseVersion: 1, note: "" });
    const path = (id: string) => `/api/v1/operations/${here.world.operationId}/seizures/${id}/clearance`;
    const [told, expected] = [await call(path(foreign), body()), await call(path(crypto.randomUUID()), body())];
    if (told.status !== 404 || told.text !== expected.text) wrong.push(`clearance ${told.status} ${told.text}`);
  }
  expect(wrong).toEqual([]);
  expect((await writtenSince(here.world.owner, moment)).filter(({ table }) => !BESIDE.includes(table))).toEqual([]);
}, 120_000);

async function ask(subject: string, token: string, id: string) {
  const path = pathOfAct(subject, {
    operation: here.world.operationId,
    agency: here.owner.id,
    seizure: id,
    day: id,
    receipt: id,
  });
  const isCall = path.startsWith("/api/");
  const headers: Record<string, string> = isCall
    ? { Authorization: `Bearer ${token}` }
    : { Cookie: `naga_session=${token}` };
  const answer = await fetch(`${server.address}${isCall ? path : `${path}.data`}`, { headers, redirect: "manual" });
  return { status: answer.status, text: withoutNumber(await answer.text()) };
}

/** Each answer has a number of its own, by which it is found in the log. */
const withoutNumber = (text: string) => text.replace(/,"requestId":"[^"]*"/, "");

async function call(path: string, body: string) {
  const { token } = here.cast.people.contact;
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
  const answer = await fetch(`${server.address}${path}`, { method: "POST", headers, body });
  return { status: answer.status, text: withoutNumber(await answer.text()) };
}
