import { afterAll, beforeAll, expect, test } from "vitest";
import { CALLS } from "#app/api/calls.server.ts";
import { groupBy } from "#seeds/group-by.ts";
import type { RunningServer } from "#tests/support/server.ts";
import type { World } from "#tests/support/world.ts";
import { actingServer } from "./acting-server.ts";
import type { Act, Form, Sent, Stage } from "./acts.ts";
import { ACTS, pathOfAct } from "./all-acts.ts";
import { askerOf, type Reader } from "./cast.ts";
import { type Cell, faultsOf, inShort, keyOf, readExpected } from "./expectation.ts";
import { intentsOf, intentsSent, routesWithActions } from "./sources.ts";

const TABLE = readExpected(new URL("expected.csv", import.meta.url));
const CELLS = TABLE.filter((cell) => cell.surface === "act");

let world: World;
let stage: Stage;
let server: RunningServer;
beforeAll(async () => {
  ({ stage, server } = await actingServer());
  world = stage.world;
}, 240_000);
afterAll(async () => {
  await server.close();
  await world.close();
});

test("the table is whole, and every act in it can be sent", () => {
  expect(faultsOf(CELLS, new Map(Object.keys(ACTS).map((subject) => [subject, ["-"]])), "act")).toEqual([]);
});

/** Calls that only ask: whatever else comes to their addresses is refused, as tests/api has it. */
function isOnlyAsked(address: string): boolean {
  const path = address.replace(/^\/api(\/v1)?/, "");
  const inOurWords = (call: { path: string }) => call.path.replace(/\{(\w+?)(Id)?\}/g, ":$1");
  return path !== address && !CALLS.some((call) => call.method === "POST" && inOurWords(call) === path);
}

test("every route with an action has rows, and every intent that it tells apart", () => {
  const spokenOf = new Set(TABLE.map(({ subject }) => subject));
  const missing: string[] = [];
  for (const [address, file] of routesWithActions()) {
    if (isOnlyAsked(address)) continue;
    const intents = intentsOf(file);
    const any = [...spokenOf].some((subject) => /^POST ([^ ?]+)/.exec(subject)?.[1] === address);
    if (!any) missing.push(`POST ${address}`);
    missing.push(...intents.map((intent) => `POST ${address} ${intent}`).filter((subject) => !spokenOf.has(subject)));
  }
  expect(missing).toEqual([]);
});

test("every intent that a form of the pages sends has a row", () => {
  const spokenOf = new Set(Object.keys(ACTS).map((subject) => subject.split(" ")[2]));
  expect(intentsSent().length).toBeGreaterThan(25);
  expect(intentsSent().filter((intent) => !spokenOf.has(intent))).toEqual([]);
});

test.each(Object.entries(ACTS))(
  "%s: who may, and that the others leave no trace",
  async (subject, act) => {
    const cells = CELLS.filter((cell) => cell.subject === subject);
    const asked = [...groupBy(cells, (cell) => askerFor(cell, act)).keys()];
    const isRefused = (asker: Reader) => cells.some((cell) => askerFor(cell, act) === asker && REFUSED(cell));
    const said = new Map<Reader, string>();
    await tryTogether(subject, act, asked.filter(isRefused), said);
    for (const asker of asked.filter((one) => !isRefused(one))) {
      const { form, at, token } = await prepared(act, asker);
      said.set(asker, await post(subject, token ?? asker.token, { form, at }));
    }
    const wrong = cells.filter((cell) => said.get(askerFor(cell, act)) !== cell.answer);
    const gave = (cell: Cell) => `line ${cell.line}: ${keyOf(cell)} gave ${said.get(askerFor(cell, act))}`;
    expect(inShort(wrong.map(gave))).toEqual([]);
  },
  120_000,
);

/** Where being sent to the sign-in page is what one wanted. */
const LEADS_OUT = /^POST \/(sign-out|account everywhere)$/;
const REFUSED = ({ subject, answer }: Cell) => /^4/.test(answer) || (answer === "sign-in" && !LEADS_OUT.test(subject));

function askerFor({ role, relation, standing }: Cell, { personal }: Act): Reader {
  if (personal) return askerOf(stage.cast.reader, { role: "ncp", relation: "own-unit", standing });
  // From the unit that owns the records: whoever is suspended could do the most from there.
  const seat = standing === "suspended" ? "own-unit" : relation;
  return askerOf(stage.cast.reader, { role, relation: seat, standing });
}

async function prepared(act: Act, asker: Reader): Promise<Sent> {
  await world.owner`update operations set state = ${act.state ?? "active"} where id = ${world.operationId}`;
  return act.send(stage, asker);
}

/** All who are refused try the same thing, which stays as it was: nothing at all is written. */
async function tryTogether(subject: string, act: Act, askers: readonly Reader[], said: Map<Reader, string>) {
  const [first] = askers;
  if (!first) return;
  const shared = await prepared(act, first);
  const before = await everythingWritten();
  for (let from = 0; from < askers.length; from += AT_ONCE) {
    await Promise.all(
      askers
        .slice(from, from + AT_ONCE)
        .map(async (asker) => said.set(asker, await post(subject, asker.token, shared))),
    );
  }
  expect.soft(await everythingWritten()).toEqual(before);
}

const AT_ONCE = 8;

/** Rows of every table, and every change that is remembered as one. Who was refused may be written down as that. */
async function everythingWritten(): Promise<Record<string, number>> {
  const tables = await world.owner<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'access_log'`;
  const counts = tables.map(({ name }) => `select '${name}' as name, count(*)::int as n from ${name}`);
  const rows = await world.owner.unsafe<{ name: string; n: number }[]>(counts.join(" union all "));
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
}

/** As a page's script sends a form; answers the status, or where it leads. */
async function post(subject: string, token: string, { form, at = {} }: Sent): Promise<string> {
  const [, , intent = ""] = subject.split(" ");
  const path = pathOfAct(subject, { operation: world.operationId, agency: stage.owner.id, ...at });
  const body = bodyOf({ command: crypto.randomUUID(), intent, ...form });
  const headers = { "Sec-Fetch-Site": "same-origin", ...(token !== "" && { Cookie: `naga_session=${token}` }) };
  const answer = await fetch(`${server.address}${path}.data`, { method: "POST", headers, body });
  const text = await answer.text();
  if (answer.status !== SINGLE_FETCH_REDIRECT) return String(answer.status);
  return /"\/sign-in["?]/.test(text) ? "sign-in" : "redirect";
}

const SINGLE_FETCH_REDIRECT = 202;

function bodyOf(form: Form): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) body.append(name, one);
  return body;
}
