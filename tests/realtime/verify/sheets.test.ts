import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginReport, freezeReport } from "#app/services/operation-reports.server.ts";
import type { Verified, Wanted } from "#realtime/verify/verify-report.ts";
import { aCommand, aWorld, type World } from "#tests/support/world.ts";
import { Deeds, Messages } from "./arbitrary-scene.ts";
import { AGENCIES, done, openScene, type Scene, tell } from "./deeds.ts";
import { codeOf, sealAll, verifying, wrongIn } from "./verified.ts";

let world: World;
let verify: (wanted: Wanted) => Promise<Verified>;
beforeAll(async () => {
  const steps = Object.fromEntries(AGENCIES.map((code) => [code, 0]));
  world = await aWorld({ steps, startsOn: "2021-05-01", endsOn: "2021-05-31" });
  verify = verifying(world.database);
});
afterAll(() => world.close());

const SOME_MESSAGES = Messages({ minLength: 8, maxLength: 20 });
const SOME_DEEDS = Deeds({ minLength: 5, maxLength: 25 });

const SHEETS = [
  { kind: "country_sheet", subject: "TH", audience: "participants" },
  { kind: "country_sheet", subject: "VN", audience: "public" },
  { kind: "commodity_sheet", subject: "D1", audience: "participants" },
  { kind: "commodity_sheet", subject: "F2", audience: "public" },
  { kind: "press_sheet", subject: null, audience: "public" },
  { kind: "end_of_operation", subject: null, audience: "public" },
] as const;

async function begun({ lead }: Scene, sheet: (typeof SHEETS)[number]): Promise<string> {
  const report = crypto.randomUUID();
  await beginReport(lead, aCommand({ id: report, ...sheet, title: "Sheet", from: null, to: null }));
  return report;
}

const RUNS = 5;

test("every figure of sheets of random operations is the same when it is counted out of what was told, and marked alike", async () => {
  let marks = 0;
  await fc.assert(
    fc.asyncProperty(SOME_MESSAGES, SOME_DEEDS, async (messages, deeds) => {
      const scene = await openScene(await world.another());
      for (const message of messages) await tell(scene, message);
      for (const deed of deeds) await done(scene, deed);
      const operation = await codeOf(scene.world);
      for (const sheet of SHEETS) {
        const verified = await verify({ operation, report: await begun(scene, sheet) });
        expect(wrongIn(verified), sheet.kind).toEqual([]);
        marks += verified.lines.filter(({ stands }) => stands?.startsWith("<")).length;
      }
    }),
    { numRuns: RUNS },
  );
  expect(marks).toBeGreaterThan(RUNS);
}, 240_000);

test("a frozen sheet is counted again by its own subject and its own rule", async () => {
  const scene = await openScene(await world.another());
  const persons = { arrested: 2, identified: null, nationalities: [] };
  await tell(scene, { agency: "TH-CUS", said: { persons }, hours: [30, 2] });
  await tell(scene, { agency: "VN-CUS", said: {}, hours: [30, 2] });
  await sealAll(world.app);
  const report = await begun(scene, { kind: "country_sheet", subject: "VN", audience: "public" });
  await freezeReport(scene.lead, aCommand({ report, reckoning: 1 }));
  await sealAll(world.app);
  const verified = await verify({ operation: await codeOf(scene.world), report, edition: 1 });
  expect(verified).toMatchObject({ kind: "frozen", hashHolds: true, moved: null });
  expect(verified.lines).toContainEqual({ line: "cases/total", stands: "1", again: "1" });
  expect(wrongIn(verified)).toEqual([]);
});
