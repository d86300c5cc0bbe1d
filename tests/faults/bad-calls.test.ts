import { afterAll, beforeAll, expect, test } from "vitest";
import { CALLS as CALLS_TOLD } from "#app/api/calls.server.ts";
import type { Id } from "#app/domain/id.ts";
import type { SeizureInput } from "#app/domain/seizure.ts";
import { clearReport } from "#app/services/clearance.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { attachGateway } from "#realtime/gateway.ts";
import { aSeizureInput, aSeizureItem } from "#seeds/builders.ts";
import { pathOfAct } from "#tests/access/all-acts.ts";
import { readExpected } from "#tests/access/expectation.ts";
import { everyRoute } from "#tests/support/every-route.ts";
import { envFor, type RunningServer, runServer } from "#tests/support/server.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";
import { badJson, chosen } from "./bad-values.ts";
import { sendInTurns } from "./in-turns.ts";
import { changesSince, momentIn, rowsOf, writtenSince } from "./written.ts";

const CELLS = readExpected(new URL("../access/expected.csv", import.meta.url));
const OF_EACH_CALL = 60;

let world: World;
let server: RunningServer;
let machine: Acting;
let foreign: Record<string, Id>;
beforeAll(async () => {
  world = await aWorld();
  machine = await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
  const waits = aSeizureInput();
  await submitReport(machine, aCommand(waits));
  foreign = { "the operation": world.operationId, "a report": waits.id, "an agency": agencyOf(world, "TH-CUS").id };
  const rates = { writesPerMinute: 1_000_000, machineCallsPerMinute: 1_000_000 };
  server = await runServer(envFor(world.database), { build: await everyRoute(), rates, attachGateway });
}, 240_000);
afterAll(async () => {
  await server.close();
  await world.close();
});

/** Calls of machines that change something, each with a body that is right. */
const CALLS: Record<
  string,
  () => Promise<{ body: Record<string, unknown>; seizure?: Id }> | { body: Record<string, unknown> }
> = {
  "POST /api/v1/operations/:operation/seizures": () => {
    const items = [aSeizureItem({ quantity: "95.5" }), aSeizureItem({})];
    return { body: { commandId: crypto.randomUUID(), seizure: aSeizureInput({ items }) } };
  },
  "POST /api/v1/operations/:operation/seizures/:seizure/clearance": async () => {
    const seizure = aSeizureInput();
    await submitReport(machine, aCommand(seizure));
    return {
      body: { commandId: crypto.randomUUID(), decision: "clear", baseVersion: 1, note: "" },
      seizure: seizure.id,
    };
  },
  "POST /api/v1/operations/:operation/seizures/:seizure/amendments": async () => {
    const seizure = await aReleased();
    const base = { facts: 1, case: 1, nominal: 0 };
    const order = { reference: "Order 12", approver: "Court of Haiphong" };
    const corrected = { ...seizure, narrative: "Weighed again" };
    const body = {
      commandId: crypto.randomUUID(),
      seizure: corrected,
      base,
      kind: "court_order",
      reason: "So ordered",
      order,
    };
    return { body, seizure: seizure.id };
  },
  "POST /api/v1/operations/:operation/seizures/:seizure/withdrawal": async () => ({
    body: { commandId: crypto.randomUUID(), base: 1, reason: "Entered twice" },
    seizure: (await aReleased()).id,
  }),
  "POST /api/v1/operations/:operation/tallies": () => {
    const groups = [{ group: "F2", cases: 1, quantities: [{ quantity: "95.5", unit: "kg" }] }];
    return { body: { commandId: crypto.randomUUID(), tallies: [{ day: "2021-05-17", nil: false, groups }] } };
  },
};

const inOurWords = (path: string) => path.replace(/\{(\w+?)(Id)?\}/g, ":$1");

async function aReleased(): Promise<SeizureInput> {
  const seizure = aSeizureInput();
  await submitReport(machine, aCommand(seizure));
  await clearReport(machine, aCommand({ seizure: seizure.id, baseVersion: 1, note: "" }));
  return seizure;
}

test("every call that changes something is sent here", () => {
  const posts = CELLS.filter(({ surface, subject }) => surface === "http" && subject.startsWith("POST "));
  const subjects = new Set(posts.map(({ subject }) => subject.replace(/\?.*$/, "")));
  expect([...subjects].sort()).toEqual(Object.keys(CALLS).sort());
  const told = CALLS_TOLD.filter(({ method }) => method === "POST").map(
    ({ path }) => `POST /api/v1${inOurWords(path)}`,
  );
  expect(told.sort()).toEqual(Object.keys(CALLS).sort());
});

type Bad = {
  subject: string;
  wrong: string;
  path: string;
  headers: Record<string, string>;
  body: string | Uint8Array<ArrayBuffer>;
  ids: string[];
};
type Answered = Bad & { status: number; type: string; text: string };

test("bad input in every call: a problem in JSON, never a fault, and nothing half-written", async () => {
  const bad: Bad[] = [];
  for (const [subject, call] of Object.entries(CALLS)) {
    const { body, seizure = foreign["a report"] ?? "" } = { seizure: undefined, ...(await call()) };
    const at = (wrong: string) => ({
      subject,
      wrong,
      path: pathOfAct(subject, { operation: world.operationId, seizure }),
    });
    bad.push(...wholeBodies(JSON.stringify(body)).map((one) => ({ ...at(one.wrong), ...one })));
    bad.push(...wrongPlaces(body).map((one) => ({ ...at(one.wrong), ...one })));
    const places = pathsIn(body).flatMap((path) => Object.entries(badJson(foreign)).map((wrong) => ({ path, wrong })));
    for (const { path, wrong } of chosen(places, OF_EACH_CALL, subject)) {
      const fresh = { seizure, ...(await call()) };
      const made = changed(fresh.body, path, wrong[1]);
      const there = pathOfAct(subject, { operation: world.operationId, seizure: fresh.seizure });
      bad.push({ ...at(`${wrong[0]} at ${path.join(".")}`), ...json(made), path: there, ids: commandIn(made) });
    }
  }
  const before = await rowsOf(world.owner);
  const moment = await momentIn(world.owner);
  const answers = await sendInTurns(bad, send);
  const told = ({ status, subject, wrong, text }: Answered) => `${status} ${subject}: ${wrong} ${text.slice(0, 200)}`;

  expect(answers.filter(({ status }) => status >= 500).map(told)).toEqual([]);
  const unclear = answers.filter(
    ({ status, type, text }) => status >= 400 && !(type.includes("problem+json") && text.includes("urn:naga:problem:")),
  );
  expect(unclear.map(told)).toEqual([]);
  expect(answers.filter(({ status }) => status >= 400).length).toBeGreaterThan(150);
  await expectWholeChanges(answers, moment);
  const after = await rowsOf(world.owner);
  expect(Object.keys(before).filter((name) => (after[name] ?? 0) < (before[name] ?? 0))).toEqual([]);
}, 240_000);

/** Every row belongs to a change that was answered with 200; the sealer numbers events in transactions of its own. */
async function expectWholeChanges(answers: readonly Answered[], moment: string) {
  const changes = await changesSince(world.owner, moment);
  const done = new Set(answers.filter(({ status }) => status === 200).flatMap(({ ids }) => ids));
  expect(changes.filter(({ id }) => !done.has(id))).toEqual([]);
  expect(changes.length).toBe(done.size);
  const whole = new Set(changes.map(({ transaction }) => transaction));
  const halves = (await writtenSince(world.owner, moment)).filter(
    ({ transaction, table }) => !whole.has(transaction) && !BESIDE.includes(table),
  );
  expect(halves).toEqual([]);
}

const BESIDE = ["tokens", "access_log", "events", "streams"];

async function send(one: Bad): Promise<Answered> {
  const headers = { Authorization: `Bearer ${machine.token}`, ...one.headers };
  const answer = await fetch(`${server.address}${one.path}`, { method: "POST", headers, body: one.body });
  return { ...one, status: answer.status, type: answer.headers.get("content-type") ?? "", text: await answer.text() };
}

const json = (body: unknown) => ({ headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

function commandIn(body: unknown): string[] {
  const id = typeof body === "object" && body !== null && "commandId" in body ? body.commandId : null;
  return typeof id === "string" ? [id.toLowerCase()] : [];
}

/** Every place in a body, the body itself included. */
function pathsIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, part]) => pathsIn(part, [...path, name]))];
}

function changed(value: unknown, [name, ...rest]: readonly string[], to: unknown): unknown {
  if (name === undefined) return to;
  if (Array.isArray(value)) return value.map((part, at) => (String(at) === name ? changed(part, rest, to) : part));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, key === name ? changed(part, rest, to) : part]),
  );
}

function wholeBodies(right: string): Omit<Bad, "subject" | "path">[] {
  const kind = { "Content-Type": "application/json" };
  const deep = `${"[".repeat(60_000)}${"]".repeat(60_000)}`;
  const bodies: [string, string | Uint8Array<ArrayBuffer>, Record<string, string>][] = [
    ["nothing", "", kind],
    ["half of it", right.slice(0, right.length / 2), kind],
    ["something behind it", `${right}}`, kind],
    ["numbers beyond every number", right.replace(/:1\b/g, ":1e309"), kind],
    [
      "bytes that are no text",
      Uint8Array.from(Buffer.concat([Buffer.from(right.slice(0, -1)), Buffer.from([0xff, 0xc3])])),
      kind,
    ],
    ["lists in lists", deep, kind],
    ["a word", '"clear"', kind],
    ["a list", `[${right}]`, kind],
    ["more than a megabyte", JSON.stringify({ commandId: "x".repeat(1_048_577) }), kind],
    ["a form", "commandId=1&decision=clear", { "Content-Type": "application/x-www-form-urlencoded" }],
    ["a prototype", right.replace(/^\{/, '{"__proto__":{"commandId":"x"},'), kind],
    ["no key", right, { Authorization: "Bearer ", "Sec-Fetch-Site": "same-origin" }],
    ["another key", right, { ...kind, Authorization: `Bearer ${"A".repeat(43)}` }],
    ["a key of letters that no header has", right, { ...kind, Authorization: "Bearer '; drop table tokens; --" }],
  ];
  return bodies.map(([wrong, body, headers]) => ({ wrong, body, headers, ids: commandsOf(wrong, right) }));
}

/** A prototype in JSON is a name like any other and is left out: what stands beside it is right. */
function commandsOf(wrong: string, right: string): string[] {
  return wrong === "a prototype" ? commandIn(JSON.parse(right)) : [];
}

function wrongPlaces(body: Record<string, unknown>): (Omit<Bad, "subject"> & { path: string })[] {
  const sent = { ...json({ ...body, commandId: crypto.randomUUID() }), ids: [] };
  return ["not-an-id", "00000000-0000-0000-0000-000000000000", "%00", "..%2f..%2fetc", "%ff%fe"].flatMap((word) => [
    { ...sent, wrong: `${word} for the operation`, path: `/api/v1/operations/${word}/seizures` },
    {
      ...sent,
      wrong: `${word} for the report`,
      path: `/api/v1/operations/${world.operationId}/seizures/${word}/clearance`,
    },
  ]);
}
