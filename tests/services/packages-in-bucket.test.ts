import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sweepFiles } from "#app/attachments/sweep.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { closingReport } from "#tests/support/closing-world.ts";
import { archiveOf, packageOf, packed, recordsIn } from "#tests/support/package-world.ts";
import { askForFile, contentOf, reportFileOf, workOnFiles } from "#tests/support/report-file-world.ts";
import { aBucket } from "#tests/support/s3-server.ts";
import { wrongSums } from "#tests/support/unpacked.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

let world: World;
let s3: Awaited<ReturnType<typeof aBucket>>;
let contact: Acting;
beforeAll(async () => {
  [world, s3] = await Promise.all([aWorld({ steps: { "TH-CUS": 0 } }), aBucket()]);
  contact = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
  contact = { ...contact, house: { ...world.house, files: s3.bucket } };
});
afterAll(async () => {
  await s3.close();
  await world.close();
});

async function keysOf(): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of s3.bucket.list()) keys.push(key);
  return keys.sort();
}

const soon = () => new Date(Date.now() + 2 * 60 * 60_000);

test("a package is written to a bucket whole, read from it byte for byte, and swept once it is replaced", async () => {
  const input = aSeizureInput({ nationalCaseNo: "TH-1" });
  await submitReport(contact, aCommand(input));
  const { of, files } = await packed(contact);
  const archive = await archiveOf(contact, of);
  expect(archive.length).toBe(of.bytes);
  expect(createHash("sha256").update(archive).digest("hex")).toBe(of.sha256);
  expect(wrongSums(files)).toEqual([]);
  expect(recordsIn(files, "cases.json").map(({ id }) => id)).toEqual([input.id]);
  const { of: second } = await packed(contact);
  expect(await packageOf(contact, of.id)).toMatchObject({ state: "replaced", fileKey: null });
  expect(await sweepFiles(contact.house, soon())).toBe(1);
  expect(await keysOf()).toEqual([second.fileKey]);
});

test("so is a file of a report", async () => {
  const lead = await world.join({ role: "lead", agency: agencyOf(world, "VN-CUS") });
  const report = await closingReport(lead);
  const id = await askForFile(contact, report, "xlsx");
  await workOnFiles(contact.house);
  const of = await reportFileOf(contact, id);
  const content = await contentOf(contact, of);
  expect(content.length).toBe(of.bytes);
  expect(content.subarray(0, 2).toString()).toBe("PK");
  await sweepFiles(contact.house, soon());
  expect(await keysOf()).toContain(of.fileKey);
});
