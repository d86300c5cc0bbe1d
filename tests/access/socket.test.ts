import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { EVENT_BODIES } from "#app/domain/event.ts";
import { changeMember, endAgency } from "#app/services/operations.server.ts";
import { signOut } from "#app/services/sessions.server.ts";
import { aLiveWorld, type LiveMember, type LiveWorld } from "#tests/support/live.ts";
import { aCommand, agencyOf, type World } from "#tests/support/world.ts";
import { aRelease, CANARY, type Readers, readers, seatOf } from "./cast.ts";
import { changeThePlan, type Done, doEverything } from "./deeds.ts";
import { type Cell, faultsOf, inShort, keyOf, RECORDS, type Record_, readExpected } from "./expectation.ts";
import { type Listener, listenTo } from "./lines.ts";
import { type Stream, saidOf, streamsOf } from "./said.ts";
import { messagesEmitted, messagesOfProtocol } from "./sources.ts";

const CELLS = readExpected(new URL("expected.csv", import.meta.url)).filter((cell) => cell.surface === "socket");
const BY_PLAN = "access-changed by the plan";
const SOON = { timeout: 20_000, interval: 10 };

let world: LiveWorld;
let reader: Readers;
let done: Done;
let streams: Stream[];
/** By token: one line for each reader of the table, open before anything happens. */
let live: Map<string, Listener>;
const all: Listener[] = [];

beforeAll(async () => {
  world = await aLiveWorld();
  // Services of these people poke the server, so that its sockets hear at once.
  const acting: World = { ...world, house: world.server.house, join: world.member };
  reader = await readers(acting);
  live = await everybodyListens();
  done = await doEverything(acting);
  await untilTold();
}, 240_000);
afterAll(async () => {
  for (const { close } of all) close();
  await world.close();
});

async function listen(token: string): Promise<Listener> {
  const listener = await listenTo(world.server.address, token, world.operationId);
  all.push(listener);
  return listener;
}

async function everybodyListens(): Promise<Map<string, Listener>> {
  const listeners = new Map<string, Listener>();
  for (const token of new Set(CELLS.map(tokenOf))) listeners.set(token, await listen(token));
  return listeners;
}

function tokenOf({ role, relation, standing }: Cell): string {
  return reader(role, relation, standing).token;
}

function listenerOf(cell: Cell, listeners = live): Listener {
  const listener = listeners.get(tokenOf(cell));
  if (!listener) throw new Error(`nobody listens as ${keyOf(cell)}`);
  return listener;
}

/** Everything that happened has a number, and every line that follows a stream has been told up to its last one. */
async function untilTold(): Promise<void> {
  await vi.waitFor(async () => expect(await world.owner`select 1 from events where seq is null`).toHaveLength(0), SOON);
  streams = await streamsOf(world);
  await vi.waitFor(() => expect([...live.values()].filter(isBehind)).toEqual([]), SOON);
  for (const listener of live.values()) if (listener.isOpen()) await listener.echo();
}

function isBehind({ answer, frames }: Listener): boolean {
  const followed = answer?.ok ? answer.streams : [];
  return followed.some(({ id, seq }) => {
    const told = frames.filter(({ stream }) => stream === id).map(({ to }) => to);
    return Math.max(seq, ...told) < (streams.find((stream) => stream.id === id)?.head ?? 0);
  });
}

/** Every message of the protocol; of frames, every type of event and the facts; and a change for a whole role. */
function subjects(): Map<string, readonly Record_[]> {
  const messages = messagesOfProtocol().filter((name) => name !== "frame");
  const frames = ["facts", ...Object.keys(EVENT_BODIES)].map((what) => `frame ${what}`);
  const names = ["connect", ...messages, BY_PLAN, ...frames];
  return new Map(names.map((name) => [name, name === "frame facts" ? RECORDS : ["-"]]));
}

/** Heard by screens in rooms alone: tests/realtime/walls.test.ts. */
const ON_SCREENS = ["moved", "over"];

test("the table speaks of every message and every type of event, to every reader, once", () => {
  expect(
    messagesEmitted().filter((name) => !ON_SCREENS.includes(name) && !messagesOfProtocol().includes(name)),
  ).toEqual([]);
  expect(messagesEmitted()).toEqual(expect.arrayContaining(["frame", "access-changed"]));
  expect(faultsOf(CELLS, subjects(), "socket")).toEqual([]);
});

function mismatch(cell: Cell, said: string): string[] {
  return said === cell.answer ? [] : [`line ${cell.line}: ${keyOf(cell)} gave ${said}`];
}

/** What does not hold of everything that a line says by itself. */
function wrongOf(listeners: Map<string, Listener>): string[] {
  const cells = CELLS.filter(({ subject }) => /^(connect|follow|frame .*)$/.test(subject));
  const context = { world, streams, done };
  return inShort(cells.flatMap((cell) => mismatch(cell, saidOf(cell, listenerOf(cell, listeners), context))));
}

test("a line that is open hears what the table says, while it happens", () => {
  expect(wrongOf(live)).toEqual([]);
});

test("a line that is opened afterwards is told the same", async () => {
  expect(wrongOf(await everybodyListens())).toEqual([]);
});

test("every line that opened is answered, whoever holds it", async () => {
  const answers = new Map<Listener, string>();
  for (const listener of live.values()) answers.set(listener, listener.opened ? await listener.echo() : "refused");
  const cells = CELLS.filter(({ subject }) => subject === "echo");
  expect(inShort(cells.flatMap((cell) => mismatch(cell, answers.get(listenerOf(cell)) ?? "nobody")))).toEqual([]);
});

test("no frame has a word of a case or a name", () => {
  const text = JSON.stringify(all.map(({ frames }) => frames));
  expect(text).toContain(done.records.shared);
  expect([CANARY.B, CANARY.C].filter((word) => text.includes(word))).toEqual([]);
});

test("a line of somebody who is suspended or signs out falls silent, and nobody else's says a word", async () => {
  const members: { cell: Cell; member: LiveMember; listener: Listener }[] = [];
  for (const cell of changing("suspended", "signed-out")) {
    const member = await world.member({ role: cell.role, ...seatOf(world, cell.relation, "member") });
    members.push({ cell, member, listener: await listen(member.token) });
  }
  for (const { cell, member } of members) {
    if (cell.standing === "signed-out") await signOut(member);
    else await suspend(member, cell);
  }
  await vi.waitFor(() => expect(members.filter(({ listener }) => listener.changes.length === 0)).toEqual([]), SOON);
  const counts = members.map(({ listener }) => listener.frames.length);
  await aRelease(done.people);
  await untilTold();

  const wrong: string[] = [];
  for (const { cell, member, listener } of members) {
    wrong.push(...mismatch(cell, `${changesOf(listener)} ${await askedAgain(listener, member.token)}`));
  }
  expect(members.map(({ listener }) => listener.frames.length)).toEqual(counts);
  const others = changing("member", "outsider", "administrator", "anonymous");
  wrong.push(...others.flatMap((cell) => mismatch(cell, changesOf(listenerOf(cell)))));
  expect(inShort(wrong)).toEqual([]);
}, 120_000);

function changing(...standings: Cell["standing"][]): Cell[] {
  return CELLS.filter(({ subject, standing }) => subject === "access-changed" && standings.includes(standing));
}

/** A line may be told the same twice, by who looked at its rights and by who was about to send: it asks again once more. */
function changesOf({ opened, changes }: Listener): string {
  if (!opened) return "refused";
  return [...new Set(changes)].join(" ") || "nothing";
}

function suspend({ memberId }: LiveMember, { role }: Cell) {
  return changeMember(done.lead, aCommand({ memberId, role, state: "suspended" as const, baseVersion: 1 }));
}

/** What comes on the same line, or where that was closed on a new one. */
async function askedAgain(listener: Listener, token: string): Promise<string> {
  if (!listener.isOpen()) return (await listen(token)).opened ? "open" : "refused";
  const answer = await listener.follow();
  return answer.ok ? "followed" : answer.problem;
}

test("where the plan shows who is here, those who take part hear of agencies, and nobody before or besides", async () => {
  const cells = CELLS.filter(({ subject }) => subject === "presence");
  expect([...live.values()].filter(({ presence }) => presence.length > 0)).toEqual([]);
  await changeThePlan(done.lead, { showsPresence: true });
  const due = cells.filter(({ answer }) => answer === "agencies").map((cell) => listenerOf(cell));
  await vi.waitFor(() => expect(due.filter(({ presence }) => presence.length === 0)).toEqual([]), SOON);
  for (const listener of live.values()) if (listener.isOpen()) await listener.echo();
  const agencies = new Set(Object.values(world.agencies).map(({ id }) => id));
  const said = ({ opened, presence }: Listener) => {
    if (!opened) return "refused";
    const named = presence.flatMap((here) => here.agencies ?? ["nobody"]);
    if (named.length === 0) return "nothing";
    return named.every((id) => agencies.has(id)) ? "agencies" : "somebody else";
  };
  expect(inShort(cells.flatMap((cell) => mismatch(cell, said(listenerOf(cell)))))).toEqual([]);
  await changeThePlan(done.lead, { showsPresence: false });
  await vi.waitFor(() => expect(due.filter(({ presence }) => presence.at(-1)?.agencies !== null)).toEqual([]), SOON);
}, 120_000);

test("where the plan opens the facts to reporters, their lines ask again and get them", async () => {
  const cells = CELLS.filter(({ subject }) => subject === BY_PLAN);
  const before = new Map([...live.values()].map((listener) => [listener, followedBy(listener)]));
  await changeThePlan(done.lead, { reportersReadFacts: true });
  const reporters = cells
    .filter(({ role, standing }) => role === "reporter" && standing === "member")
    .map((cell) => listenerOf(cell));
  await vi.waitFor(() => expect(reporters.filter(({ changes }) => changes.length === 0)).toEqual([]), SOON);
  for (const listener of reporters) await listener.follow();
  await untilTold();
  const said = (listener: Listener) => {
    const gained = [...followedBy(listener)].filter((id) => !before.get(listener)?.has(id));
    const kinds = gained.map((id) => streams.find((stream) => stream.id === id)?.kind);
    return gained.length === 0 ? changesOf(listener) : `${changesOf(listener)} ${kinds.join(" ")}`;
  };
  expect(inShort(cells.flatMap((cell) => mismatch(cell, said(listenerOf(cell)))))).toEqual([]);
  for (const { changes } of live.values()) changes.length = 0;
}, 120_000);

function followedBy({ answer }: Listener): Set<string> {
  return new Set(answer?.ok ? answer.streams.map(({ id }) => id) : []);
}

test("with its agency, every member leaves, whatever the role", async () => {
  const agencies = ["VN-CUS", "VN-POL", "TH-CUS", "LA-CUS"].map((code) => agencyOf(world, code).id);
  for (const agencyId of agencies) await endAgency(done.lead, aCommand({ agencyId }));
  const cells = changing("left");
  const members = cells.map((cell) => ({ cell, listener: listenerOf({ ...cell, standing: "member" }) }));
  await vi.waitFor(() => expect(members.filter(({ listener }) => listener.changes.length === 0)).toEqual([]), SOON);
  const wrong: string[] = [];
  for (const { cell, listener } of members) {
    wrong.push(...mismatch(cell, `${changesOf(listener)} ${await askedAgain(listener, tokenOf(cell))}`));
  }
  expect(inShort(wrong)).toEqual([]);
}, 120_000);
