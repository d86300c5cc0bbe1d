import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginReport } from "#app/services/operation-reports.server.ts";
import type { Verified, Wanted } from "#realtime/verify/verify-report.ts";
import { aCommand, aWorld, type World } from "#tests/support/world.ts";
import { Deeds, Messages } from "./arbitrary-scene.ts";
import { AGENCIES, DEEDS, done, openScene, type Scene, tell } from "./deeds.ts";
import { codeOf, verifying, wrongIn } from "./verified.ts";

let world: World;
let verify: (wanted: Wanted) => Promise<Verified>;
beforeAll(async () => {
  const steps = Object.fromEntries(AGENCIES.map((code) => [code, 0]));
  world = await aWorld({ steps, startsOn: "2021-05-01", endsOn: "2021-05-31" });
  verify = verifying(world.database);
});
afterAll(() => world.close());

const SOME_MESSAGES = Messages({ minLength: 8, maxLength: 24 });
const SOME_DEEDS = Deeds({ minLength: 10, maxLength: 40 });

const RUNS = 20;

async function reportOfSomeDays({ lead }: Scene): Promise<string> {
  const id = crypto.randomUUID();
  const said = { kind: "situation" as const, audience: "restricted" as const, title: "Some days" };
  await beginReport(lead, aCommand({ id, ...said, from: "2021-05-06", to: "2021-05-20" }));
  return id;
}

test("every figure of random operations is the same when it is counted out of what was told", async () => {
  const did = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(SOME_MESSAGES, SOME_DEEDS, async (messages, deeds) => {
      const scene = await openScene(await world.another());
      for (const message of messages) await tell(scene, message);
      for (const deed of deeds) if (await done(scene, deed)) did.set(deed.kind, (did.get(deed.kind) ?? 0) + 1);
      const operation = await codeOf(scene.world);
      expect(wrongIn(await verify({ operation }))).toEqual([]);
      expect(wrongIn(await verify({ operation, report: await reportOfSomeDays(scene) }))).toEqual([]);
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  // What the services always refuse would be tried in vain.
  expect([...new Set(DEEDS)].filter((kind) => !did.has(kind))).toEqual([]);
}, 300_000);
