import { join } from "node:path";
import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { diskStore } from "#app/attachments/store.server.ts";
import type { Id } from "#app/domain/id.ts";
import { addDays } from "#app/domain/local-date.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { envFor, type RunningServer, runServer } from "#tests/support/server.ts";
import { agencyOf, aWorld, type World } from "#tests/support/world.ts";
import { aCast, askerOf, CANARY, type Cast } from "./cast.ts";
import { aPackage } from "./closing-acts.ts";
import { dashboardOf } from "./dashboard-acts.ts";
import { type Cell, faultsOf, inShort, keyOf, RECORDS, type Record_, readExpected } from "./expectation.ts";
import { aHandedOut } from "./export-acts.ts";
import { aReadFile } from "./import-acts.ts";
import { aReport } from "./report-acts.ts";
import { addressOf, routeFiles } from "./sources.ts";
import { watchedViewOf } from "./view-acts.ts";

const CELLS = readExpected(new URL("expected.csv", import.meta.url)).filter((cell) => cell.surface === "http");
const SEIZURE = "/operations/:operation/seizures/:seizure";
const SEIZURE_PAGE = `GET ${SEIZURE}?names`;
const SEIZURE_CALL = `GET /api/v1${SEIZURE}`;

/** Subjects that speak of a record; all others of the address alone. */
const OF_RECORDS: Record<string, readonly Record_[]> = {
  [SEIZURE_PAGE]: RECORDS,
  [SEIZURE_CALL]: RECORDS,
  [`POST /api/v1${SEIZURE}/amendments`]: ["shared"],
  [`POST /api/v1${SEIZURE}/withdrawal`]: ["shared"],
  [`GET ${SEIZURE}/amend`]: ["shared"],
  [`GET ${SEIZURE}/draft`]: ["report"],
  [`GET ${SEIZURE}/attachments`]: ["shared"],
  [`POST /api/v1${SEIZURE}/clearance?clear`]: ["report"],
  [`POST /api/v1${SEIZURE}/clearance?return`]: ["report"],
};
const SUBJECTS = new Map<string, readonly Record_[]>(
  [...new Set(CELLS.map((cell) => cell.subject))].map((subject) => [subject, OF_RECORDS[subject] ?? ["-"]]),
);

let world: World;
let cast: Cast;
let server: RunningServer;
let file: Id;
let handedOut: Id;
let packed: Id;
let view: Id;
let report: Id;
let dashboard: Id;
beforeAll(async () => {
  world = await aWorld();
  cast = await aCast(world);
  file = await aReadFile(world, cast.people.officer);
  const env = envFor(world.database);
  packed = await aPackage(world, diskStore(join(env.dataDir, "attachments")));
  handedOut = await aHandedOut(world, cast.reader("ncp", "own-unit", "member"));
  const { memberId = "" } = cast.reader("ncp", "own-unit", "member");
  ({ view } = await watchedViewOf(world, memberId, true));
  report = await aReport(await world.join({ role: "lead", agency: agencyOf(world, "RILO") }), "participants");
  dashboard = await dashboardOf(world, memberId, true);
  const built = new URL("../../build/server/index.js", import.meta.url).href;
  const build: ServerBuild = await import(/* @vite-ignore */ built);

  server = await runServer(env, {
    build,
    rates: { writesPerMinute: 100_000, machineCallsPerMinute: 100_000 },
  });
}, 240_000);
afterAll(async () => {
  await server.close();
  await world.close();
});

test("the table of expectations is whole and does not contradict itself", () => {
  expect(faultsOf(CELLS, SUBJECTS, "http")).toEqual([]);
});

/** Addresses that are not spoken of here, each with the test that looks at it. */
const ELSEWHERE: Record<string, string> = {
  "/operations/:operation/boundaries": "there where files lie beside the data: tests/routes/boundaries.test.ts",
  "/operations/:operation/attachments/:attachment/:form": "of files that are there: tests/routes/attachments.test.ts",
  "/operations/:operation/reports/:report/versions/:number/files/:file":
    "of whoever asked for it alone: tests/routes/report-takings.test.ts",
  "/operations/:operation/media/pictures/:picture/:form": "of pictures that are there: tests/routes/media.test.ts",
  "/outbox/key": "only given to a form: tests/access/acts.ts",
  "/outbox": "holds nobody's data and has no loader: tests/e2e/outbox.spec.ts",
  "/invitation/:token": "opens with a token of its own: tests/services/sign-in.test.ts",
};

test("every address has a row, or a reason", () => {
  const covered = new Set([...SUBJECTS.keys()].map((subject) => subject.split(" ")[1]?.replace(/\?.*$/, "")));
  const addresses = [...new Set(routeFiles().map(addressOf))];
  expect(addresses.filter((address) => !(address in ELSEWHERE) && !covered.has(address))).toEqual([]);
});

test("over HTTP each reader gets the answer and the tiers that the table says", async () => {
  const wrong: string[] = [];
  const asked = new Map<string, Promise<string>>();
  const answerTo = (cell: Cell) => {
    const { token } = askerOf(cast.reader, cell);
    const key = `${token} ${cell.subject} ${cell.record}`;
    const answer = asked.get(key) ?? ask(token, cell);
    asked.set(key, answer);
    return answer;
  };
  for (let from = 0; from < CELLS.length; from += AT_ONCE) {
    const cells = CELLS.slice(from, from + AT_ONCE);
    const answers = await Promise.all(cells.map(answerTo));
    for (const [index, cell] of cells.entries()) {
      if (answers[index] !== cell.answer) wrong.push(`line ${cell.line}: ${keyOf(cell)} gave ${answers[index]}`);
    }
  }
  expect(inShort(wrong)).toEqual([]);
}, 600_000);

const AT_ONCE = 8;

async function ask(token: string, { subject, record }: Cell): Promise<string> {
  const [method = "GET", pattern = "/"] = subject.split(" ");
  const seizure = record === "-" ? "" : cast.records[record];
  const path = pattern
    .replace(":operation", world.operationId)
    .replace(":seizure", seizure)
    .replace(":import", file)
    .replace(":view", view)
    .replace(":report", report)
    .replace(":number", "1")
    .replace(":file", "report.csv")
    .replace(":dashboard", dashboard)
    .replace(":export", handedOut)
    .replace(":package", packed)
    .replace(":form", "short")
    .replace(":person", cast.reader("ncp", "own-unit", "member").personId ?? "")
    .replace(":day", "2021-05-17")
    .replace("*", "nowhere")
    .replace(":list", "mode")
    .replace(":part", "seizures")
    .replace(":agency", agencyOf(world, "TH-CUS").id);
  const from: Record<string, string> = path.startsWith("/api/") ? bearer(token) : { Cookie: `naga_session=${token}` };
  // Thousands of answers that are read at once: made small they would take longer.
  const headers: Record<string, string> = { ...from, "Accept-Encoding": "identity" };
  const body = method === "POST" ? JSON.stringify(bodyFor(pattern, seizure)) : undefined;
  if (body) headers["Content-Type"] = "application/json";
  const answer = await fetch(server.address + path, { method, headers, body, redirect: "manual" });
  const text = await answer.text();
  if ((subject !== SEIZURE_PAGE && subject !== SEIZURE_CALL) || answer.status !== 200) return String(answer.status);
  return `200 ${tiersIn(text)}`;
}

function bearer(token: string): Record<string, string> {
  return token === "" ? {} : { Authorization: `Bearer ${token}` };
}

function bodyFor(pattern: string, id: string) {
  const commandId = crypto.randomUUID();
  if (pattern.endsWith("/withdrawal")) return { commandId, base: 99, reason: "Entered twice" };
  if (pattern.endsWith("/amendments")) {
    const base = { facts: 99, case: 99, nominal: 99 };
    return { commandId, seizure: aSeizureInput({ id }), base, kind: "own_error", reason: "Misread" };
  }
  if (pattern.endsWith("/tallies")) return { commandId, tallies: [{ day: nextDay(), nil: true }] };
  const [, decision] = pattern.split("/clearance?");
  return decision ? { commandId, decision, baseVersion: 99, note: "not yet" } : { commandId, seizure: aSeizureInput() };
}

/** A day of its own for each: two who say the same day for the first time at once are not both first. */
let days = 0;
function nextDay(): string {
  days += 1;
  return addDays("2021-06-01", days % 90);
}

function tiersIn(text: string): string {
  return [/OMD-VN-\d{6}/.test(text) && "A", text.includes(CANARY.B) && "B", text.includes(CANARY.C) && "C"]
    .filter((tier) => tier !== false)
    .join("");
}
