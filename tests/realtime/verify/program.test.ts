import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginReport, freezeReport } from "#app/services/operation-reports.server.ts";
import { aCommand, aWorld, type World } from "#tests/support/world.ts";
import { AGENCIES, openScene, type Scene, tell } from "./deeds.ts";
import { sealAll } from "./verified.ts";

/** `npm run verify:figures` as it is called, beside a product that runs on the same database. */
const secret = randomBytes(32).toString("base64url");
let world: World;
let scene: Scene;
beforeAll(async () => {
  world = await aWorld({ steps: Object.fromEntries(AGENCIES.map((code) => [code, 0])) });
  scene = await openScene(world);
  await tell(scene, { agency: "TH-CUS", said: { occurredOn: "2021-05-17" }, hours: [30, 2] });
  await sealAll(world.app);
});
afterAll(() => world.close());

async function run(...args: string[]) {
  const { appUrl, ownerUrl } = world.database;
  const child = spawn(process.execPath, ["realtime/start.mjs", "./verify-figures.ts", ...args], {
    env: {
      ...{ NODE_ENV: "production", PATH: process.env.PATH, SESSION_SECRET: secret },
      ...{ DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, ORIGIN: "http://localhost:3000" },
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [out, said, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { code: Number(code), lines: out.trimEnd().split("\n"), said };
}

test("it prints both values of each figure and ends with how many differ", async () => {
  const { code, lines, said } = await run("--operation", "OMD");
  expect({ code, said }).toEqual({ code: 0, said: "" });
  expect(lines[0]).toMatch(/^ {2}figure +in the report {2}counted again$/);
  expect(lines).toContainEqual(expect.stringMatching(/^ {2}cases\/total +1 {2}1$/));
  expect(lines.at(-1)).toBe(`${lines.length - 2} figures, 0 differ`);
});

test("of a frozen edition it says whether it has its hash, and what differs stands out and fails", async () => {
  const report = crypto.randomUUID();
  const said = { kind: "end_of_operation" as const, audience: "participants" as const, title: "Final report" };
  await beginReport(scene.lead, aCommand({ id: report, ...said, from: null, to: null }));
  await freezeReport(scene.lead, aCommand({ report, reckoning: 1 }));
  await sealAll(world.app);
  const edition = ["--operation", "OMD", "--report", report, "--edition", "1"];
  const whole = await run(...edition);
  expect(whole).toMatchObject({ code: 0 });
  expect(whole.lines[0]).toBe("The stored figures have the stored hash.");
  await world.owner`update operation_report_editions
    set results = jsonb_set(results, '{figures,late,total}', '5') where report_id = ${report}`;
  const { code, lines } = await run(...edition);
  expect(code).toBe(1);
  expect(lines[0]).toBe("≠ The stored figures do NOT have the stored hash.");
  expect(lines.filter((line) => line.startsWith("≠ late"))).toEqual([
    expect.stringMatching(/^≠ late\/total +5 {2}0 {2}DIFFERS$/),
  ]);
  expect(lines.at(-1)).toMatch(/^\d+ figures, 1 differ$/);
});

test("what it cannot understand or find is told in one line", async () => {
  for (const args of [[], ["--operation", "OMD", "--edition", "1"], ["--operation", "OMD", "--report", "1"]])
    expect(await run(...args)).toMatchObject({ code: 1, said: expect.stringMatching(/^Usage: [^\n]+\n$/) });
  expect(await run("--operation", "NONE")).toMatchObject({ code: 1, said: "There is no operation NONE.\n" });
});
