import { io, type Socket } from "socket.io-client";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import type { Acting } from "#app/services/house.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { attachGateway } from "#realtime/gateway.ts";
import { LIVE_PATH } from "#realtime/protocol.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { pathOfAct } from "#tests/access/all-acts.ts";
import { readExpected } from "#tests/access/expectation.ts";
import { messagesOfProtocol } from "#tests/access/sources.ts";
import { everyRoute } from "#tests/support/every-route.ts";
import { envFor, type RunningServer, runServer } from "#tests/support/server.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";
import { badJson, badTexts, chosen } from "./bad-values.ts";
import { momentIn, writtenSince } from "./written.ts";

const CELLS = readExpected(new URL("../access/expected.csv", import.meta.url));

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

/** Sessions and their use, the log of reads, and what the sealer numbers are no changes. */
const BESIDE = ["tokens", "access_log", "events", "streams"];

/** Words that addresses ask for, wherever they do. */
const ASKED = ["after", "cursor", "limit", "search", "sort", "from", "to", "q", "id", "on", "days", "filter", "list"];
const MORE_ASKED = [
  "reporters",
  "modes",
  "states",
  "commodities",
  "step",
  "agency",
  "next",
  "view",
  "version",
  "lang",
  "operation",
  "per",
];

test("bad words in every address that is read: no fault", async () => {
  const texts = Object.entries(badTexts(foreign)).filter(([, text]) => text.length < 5_000);
  const wrong: string[] = [];
  const addresses = CELLS.filter(({ surface, subject }) => surface === "http" && subject.startsWith("GET "));
  for (const subject of new Set(addresses.map((cell) => cell.subject.replace(/\?.*$/, "")))) {
    const asked = [...texts.filter(([what]) => what === "NUL"), ...chosen(texts, 5, subject)].map(
      async ([what, text]) => {
        const words = new URLSearchParams([...ASKED, ...MORE_ASKED].map((name) => [name, text]));
        const places = {
          operation: world.operationId,
          seizure: foreign["a report"] ?? "",
          agency: foreign["an agency"] ?? "",
        };
        const path = pathOfAct(subject, { ...places, day: "2021-02-30", person: machine.token });
        const isCall = path.startsWith("/api/");
        const headers: Record<string, string> = isCall
          ? { Authorization: `Bearer ${machine.token}` }
          : { Cookie: `naga_session=${machine.token}` };
        const answer = await fetch(
          `${server.address}${isCall ? path : `${path.replace(/\/$/, "/_root")}.data`}?${words}`,
          { headers, redirect: "manual" },
        );
        const told = await answer.text();
        if (answer.status >= 500) wrong.push(`${answer.status} ${subject}: ${what} ${told.slice(0, 100)}`);
      },
    );
    await Promise.all(asked);
  }
  expect(wrong).toEqual([]);
}, 120_000);

/** Messages of a browser, each as it should be. */
const MESSAGES: Record<string, () => unknown[]> = {
  follow: () => [{ operationId: world.operationId, after: {} }],
  echo: () => [],
};

test("every message of the protocol that comes from browsers is sent here", () => {
  const fromServer = ["frame", "access-changed", "presence"];
  expect(
    messagesOfProtocol()
      .filter((name) => !fromServer.includes(name))
      .sort(),
  ).toEqual(Object.keys(MESSAGES).sort());
});

test("bad messages on a socket are answered as that or not at all, and the line goes on", async () => {
  const line = await aLine();
  const before = await momentIn(world.owner);
  const answers: unknown[] = [];
  const bad = Object.values(badJson(foreign)).filter((value) => JSON.stringify(value).length < 100_000);
  for (const value of bad) {
    for (const asked of [value, { operationId: value, after: {} }, { operationId: world.operationId, after: value }]) {
      answers.push(await ask(line, "follow", asked));
    }
    line.emit("follow", value);
    line.emit("echo", value);
    line.emit("frame", value);
    line.emit("__proto__", value);
  }
  const refused = answers.filter((answer) => !isOk(answer));
  expect(refused.length).toBeGreaterThan(100);
  expect(refused.filter((answer) => !/^\{"ok":false,"problem":"[a-z.-]+"\}$/.test(JSON.stringify(answer)))).toEqual([]);
  const again = line.connected ? line : await aLine();
  // So many questions at once made it wait a little.
  for (const [name, right] of Object.entries(MESSAGES)) {
    await expect.poll(async () => isOk(await ask(again, name, ...right())), { timeout: 20_000 }).toBe(true);
  }
  const written = await writtenSince(world.owner, before);
  expect(written.filter(({ table }) => !BESIDE.includes(table))).toEqual([]);
  again.close();
  line.close();
}, 60_000);

async function aLine(): Promise<Socket> {
  const line = io(server.address, {
    path: LIVE_PATH,
    transports: ["websocket"],
    extraHeaders: { cookie: `naga_session=${machine.token}` },
    forceNew: true,
    reconnection: false,
  });
  await new Promise<void>((resolve, reject) => {
    line.on("connect", resolve);
    line.on("connect_error", reject);
  });
  return line;
}

const ask = (line: Socket, name: string, ...rest: unknown[]): Promise<unknown> =>
  line.timeout(10_000).emitWithAck(name, ...rest);

function isOk(answer: unknown): boolean {
  return typeof answer === "object" && answer !== null && "ok" in answer && answer.ok === true;
}
