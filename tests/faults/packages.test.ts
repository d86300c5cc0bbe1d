import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { diskStore } from "#app/attachments/store.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { copyCases } from "#tests/support/copied-cases.ts";
import { aFolder } from "#tests/support/files.ts";
import { killedPrograms } from "#tests/support/killed-programs.ts";
import { archiveOf, ask, packageOf, recordsIn } from "#tests/support/package-world.ts";
import { unpacked, wrongSums } from "#tests/support/unpacked.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

const CASES = 3_000;
/** A dead worker's hold runs out after a quarter of a minute. */
const PATIENCE = { timeout: 90_000, interval: 100 };

let world: World;
let contact: Acting;
const folder = aFolder();
const workers = killedPrograms(new URL("../support/packages-child.ts", import.meta.url));

beforeAll(async () => {
  world = await aWorld({ steps: { "TH-CUS": 0 } });
  contact = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
  contact = { ...contact, house: { ...world.house, files: diskStore(folder) } };
  const input = aSeizureInput({ nationalCaseNo: "FIRST" });
  await submitReport(contact, aCommand(input));
  await copyCases(world, input.id, CASES - 1);
}, 120_000);
afterEach(() => workers.killAll());
afterAll(() => world?.close());

const startWorker = () => workers.start(world.database.appUrl, world.database.proofKey, folder);

async function storedKeys(): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of contact.house.files.list()) keys.push(key);
  return keys;
}

test("a package whose server is killed in the middle is made whole after the restart, once", async () => {
  const id = await ask(contact);
  const first = await startWorker();
  await expect.poll(async () => (await packageOf(contact, id)).done, PATIENCE).toBeGreaterThan(0);
  await workers.kill(first);
  expect(await packageOf(contact, id)).toMatchObject({ state: "making", fileKey: null });

  await Promise.all([startWorker(), startWorker()]);
  await expect.poll(async () => (await packageOf(contact, id)).state, PATIENCE).toBe("done");
  const of = await packageOf(contact, id);
  const archive = await archiveOf(contact, of);
  expect(createHash("sha256").update(archive).digest("hex")).toBe(of.sha256);
  const files = await unpacked(archive);
  expect(wrongSums(files)).toEqual([]);
  const cases = recordsIn(files, "cases.json");
  expect(new Set(cases.map((one) => one.id)).size).toBe(CASES);
  expect(cases).toHaveLength(CASES);
  expect(await storedKeys()).toEqual([of.fileKey]);
  const [tokens] = await world.owner`
    select count(*)::int as open from tokens where label = ${`package ${id}`} and revoked_at is null`;
  expect(tokens).toEqual({ open: 0 });
}, 300_000);
