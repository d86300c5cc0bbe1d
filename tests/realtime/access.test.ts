import { io, type Socket } from "socket.io-client";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { changeMember, changePlan } from "#app/services/operations.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { signOut } from "#app/services/sessions.server.ts";
import { read } from "#app/services/write.server.ts";
import { findOperation } from "#db/queries/operations.server.ts";
import { LIVE_PATH } from "#realtime/protocol.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aLiveWorld, eventually, type LiveMember, type LiveWorld, watch } from "../support/live.ts";
import { aCommand, agencyOf } from "../support/world.ts";

let world: LiveWorld;
let officer: LiveMember;
const opened: { close: () => unknown }[] = [];

beforeAll(async () => {
  world = await aLiveWorld({ steps: { "VN-CUS": 0 } });
  officer = await world.member({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
});
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});
afterAll(() => world.close());

async function watching(member: LiveMember) {
  const watcher = await watch(member, world);
  opened.push(watcher);
  return watcher;
}

async function aReleasedSeizure(by: LiveMember = officer) {
  const seizure = aSeizureInput();
  await submitReport(by, aCommand(seizure));
  return seizure.id;
}

/** A line as a program opens it, without our own client in between. */
function rawLine(headers: Record<string, string>): Socket {
  const socket = io(world.server.address, {
    path: LIVE_PATH,
    transports: ["websocket"],
    extraHeaders: headers,
    forceNew: true,
    reconnection: false,
  });
  opened.push(socket);
  return socket;
}

const cookieOf = (member: LiveMember) => ({ cookie: `naga_session=${member.token}` });

function outcomeOf(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    socket.on("connect", () => resolve("open"));
    socket.on("connect_error", () => resolve("refused"));
  });
}

test("a suspended member's line is silent within a second, and so is the page behind it", async () => {
  const lead = await world.member({ role: "lead", agency: agencyOf(world, "TH-CUS") });
  const suspended = await world.member({ role: "analyst", agency: agencyOf(world, "LA-CUS") });
  const [watcher, other] = [await watching(suspended), await watching(lead)];
  const heard = watcher.frames.length;

  const change = {
    memberId: suspended.memberId,
    role: "analyst" as const,
    state: "suspended" as const,
    baseVersion: 1,
  };
  await changeMember(lead, aCommand(change));
  const committed = Date.now();
  await eventually(() => expect(watcher.live.view().status.state).toBe("over"), 1_000);
  expect(Date.now() - committed).toBeLessThan(1_000);
  expect(watcher.live.view().snapshot).toBeNull();

  const id = await aReleasedSeizure();
  await eventually(() => expect(other.has(id)).toBe(true));
  expect(watcher.frames.slice(heard).filter((frame) => frame.facts.length > 0)).toEqual([]);
});

test("a line ends with its session", async () => {
  const guest = await world.member({ role: "partner", agency: agencyOf(world, "RILO") });
  const line = rawLine(cookieOf(guest));
  expect(await outcomeOf(line)).toBe("open");
  const closed = new Promise((resolve) => line.on("disconnect", resolve));
  await signOut(guest);
  const committed = Date.now();
  expect(await closed).toBe("io server disconnect");
  expect(Date.now() - committed).toBeLessThan(1_000);
  expect(await outcomeOf(rawLine(cookieOf(guest)))).toBe("refused");
});

test("a reporter gets the own unit's seizures and hears of no other, until the plan opens the operation", async () => {
  const agency = agencyOf(world, "VN-CUS");
  const reporter = await world.member({ role: "reporter", agency, unit: 0 });
  const neighbour = await world.member({ role: "reporter", agency, unit: 1 });
  const watcher = await watching(reporter);

  const theirs = await aReleasedSeizure(neighbour);
  const own = await aReleasedSeizure(reporter);
  await eventually(() => expect(watcher.has(own)).toBe(true));
  expect(watcher.arrivals.map((fact) => fact.id)).toEqual([own]);
  expect(JSON.stringify(watcher.frames)).not.toContain(theirs);
  expect(watcher.frames.filter((frame) => frame.kind === "operation")).toEqual([]);

  const lead = await world.member({ role: "lead", agency: agencyOf(world, "TH-CUS") });
  await openToReporters(lead);
  await eventually(() => expect(watcher.has(theirs)).toBe(true));
  await eventually(() => expect(watcher.live.view().status.state).toBe("live"));
});

test("rooms are the server's: naming other streams, rooms or operations opens nothing", async () => {
  const stranger = await world.stranger();
  const line = rawLine({ cookie: `naga_session=${stranger.token}` });
  expect(await outcomeOf(line)).toBe("open");
  const heard: unknown[] = [];
  line.onAny((...message) => heard.push(message));
  const streams = await world.owner`select id from streams where operation_id = ${world.operationId}`;
  const after = Object.fromEntries(streams.map(({ id }) => [id, 0]));
  const asked = [
    { operationId: world.operationId, after },
    { operationId: world.operationId, after: { "stream 1": 0 } },
    { operationId: "__proto__", after: null },
    null,
  ];
  const answers = await Promise.all(asked.map((one) => line.timeout(5_000).emitWithAck("follow", one)));
  for (const answer of answers) expect(answer.ok).toBe(false);
  for (const { id } of streams) line.emit("join", `stream ${id}`).emit("subscribe", id).emit("frame", { stream: id });

  const other = await watching(officer);
  const id = await aReleasedSeizure();
  await eventually(() => expect(other.has(id)).toBe(true));
  expect(heard).toEqual([]);
});

test("a member follows what the role may follow, whatever numbers it names", async () => {
  const observer = await world.member({ role: "observer", agency: agencyOf(world, "RILO") });
  const line = rawLine(cookieOf(observer));
  await outcomeOf(line);
  const streams = await world.owner`select id from streams where operation_id = ${world.operationId}`;
  const after = Object.fromEntries(streams.map(({ id }) => [id, 0]));
  const answer = await line.timeout(5_000).emitWithAck("follow", { operationId: world.operationId, after });
  expect(answer.streams.map(({ kind }: { kind: string }) => kind)).toEqual(["notices"]);
});

test("a line from a foreign page, without a session, or with a made-up one is refused before it opens", async () => {
  expect(await outcomeOf(rawLine({ ...cookieOf(officer), origin: "https://elsewhere.example" }))).toBe("refused");
  expect(await outcomeOf(rawLine({}))).toBe("refused");
  expect(await outcomeOf(rawLine({ cookie: `naga_session=${"A".repeat(43)}` }))).toBe("refused");
  expect(await outcomeOf(rawLine({ ...cookieOf(officer), origin: world.server.address }))).toBe("open");
  expect(await outcomeOf(rawLine({ authorization: `Bearer ${officer.token}` }))).toBe("open");
});

test("nobody holds more than twenty lines", async () => {
  const busy = await world.member({ role: "ncp", agency: agencyOf(world, "LA-CUS") });
  const lines: string[] = [];
  for (let line = 0; line < 21; line++) lines.push(await outcomeOf(rawLine(cookieOf(busy))));
  expect(lines).toEqual([...Array<string>(20).fill("open"), "refused"]);
});

test("whoever asks without end is told to wait, and the line stays", async () => {
  const eager = await world.member({ role: "ncp", agency: agencyOf(world, "VN-POL") });
  const line = rawLine(cookieOf(eager));
  await outcomeOf(line);
  const ask = () => line.timeout(5_000).emitWithAck("follow", { operationId: world.operationId, after: {} });
  const answers = await Promise.all(Array.from({ length: 60 }, ask));
  expect(answers.filter((answer) => answer.ok).length).toBeGreaterThan(0);
  expect(answers.filter((answer) => answer.problem === "too-many").length).toBeGreaterThan(30);
  expect(line.connected).toBe(true);
});

/** Every reporter reads the operation's facts from now on. */
async function openToReporters(lead: LiveMember) {
  const operation = await read(lead, (tx) => findOperation(tx, world.operationId));
  if (!operation) throw new Error("no operation");
  const plan = { ...operation.plan, reportersReadFacts: true };
  await changePlan(lead, aCommand({ plan, baseVersion: operation.version }));
}
