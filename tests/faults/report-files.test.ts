import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { diskStore } from "#app/attachments/store.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { closingReport } from "#tests/support/closing-world.ts";
import { aFolder } from "#tests/support/files.ts";
import { killedPrograms } from "#tests/support/killed-programs.ts";
import { askForFile, contentOf, reportFileOf } from "#tests/support/report-file-world.ts";
import { unpacked, wrongSums } from "#tests/support/unpacked.ts";
import { agencyOf, aWorld, type World } from "#tests/support/world.ts";

/** A dead worker's hold runs out after a quarter of a minute. */
const PATIENCE = { timeout: 90_000, interval: 20 };

let world: World;
let lead: Acting;
const folder = aFolder();
const workers = killedPrograms(new URL("../support/report-files-child.ts", import.meta.url));

beforeAll(async () => {
  world = await aWorld();
  lead = await world.join({ role: "lead", agency: agencyOf(world, "VN-CUS") });
  lead = { ...lead, house: { ...world.house, files: diskStore(folder) } };
});
afterEach(() => workers.killAll());
afterAll(() => world?.close());

const startWorker = () => workers.start(world.database.appUrl, world.database.proofKey, folder);

async function storedKeys(): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of lead.house.files.list()) keys.push(key);
  return keys;
}

test("a report whose server is killed while it is made is made whole after the restart, once", async () => {
  const report = await closingReport(lead);
  const id = await askForFile(lead, report, "zip");
  const first = await startWorker();
  await expect.poll(async () => (await reportFileOf(lead, id)).done, PATIENCE).toBeGreaterThan(0);
  await workers.kill(first);
  expect(await reportFileOf(lead, id)).toMatchObject({ state: "making", fileKey: null });

  await Promise.all([startWorker(), startWorker()]);
  await expect.poll(async () => (await reportFileOf(lead, id)).state, PATIENCE).toBe("done");
  const of = await reportFileOf(lead, id);
  expect(of).toMatchObject({ done: 7, expected: 7 });
  const files = await unpacked(await contentOf(lead, of));
  expect(wrongSums(files)).toEqual([]);
  expect([...files.keys()].filter((name) => /\.(pdf|docx|pptx|xlsx)$/.test(name))).toHaveLength(4);
  expect(await storedKeys()).toEqual([of.fileKey]);
  const [tokens] = await world.owner`
    select count(*)::int as open from tokens where label = ${`report file ${id}`} and revoked_at is null`;
  expect(tokens).toEqual({ open: 0 });
}, 300_000);
