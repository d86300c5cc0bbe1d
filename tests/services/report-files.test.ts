import { afterAll, describe, expect, test } from "vitest";
import { sweepFiles } from "#app/attachments/sweep.server.ts";
import { filesOfEdition } from "#app/report-files-page.server.ts";
import { eraseSeizure } from "#app/services/erasing.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { addErratum } from "#app/services/report-errata.server.ts";
import { forgetReportFiles } from "#app/services/report-files.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { read } from "#app/services/write.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { closingReport } from "#tests/support/closing-world.ts";
import { askForFile, contentOf, reportFileOf, workOnFiles } from "#tests/support/report-file-world.ts";
import { aCommand, agencyOf, aWorld } from "#tests/support/world.ts";

const world = await aWorld({ steps: { "TH-CUS": 0 } });
afterAll(() => world.close());

const lead = await world.join({ role: "lead", agency: agencyOf(world, "VN-CUS") });
const thai = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
const linesOf = (by: Acting, report: string) => read(by, (tx, self) => filesOfEdition(tx, self, { report, number: 1 }));

async function made(by: Acting, report: string) {
  const id = await askForFile(by, report);
  await workOnFiles(world.house);
  return reportFileOf(by, id);
}

describe("a frozen version as a file made in the background", () => {
  test("is listed for whoever asked, and for nobody else, until it can be taken", async () => {
    const report = await closingReport(lead);
    const id = await askForFile(thai, report, "zip");
    expect(await linesOf(thai, report)).toMatchObject([{ id, form: "zip", state: "making", done: 0, expected: 7 }]);
    expect(await linesOf(lead, report)).toEqual([]);
    await expect(reportFileOf(lead, id)).rejects.toThrow("no such file");
    const far: number[] = [];
    await workOnFiles(world.house, async () => {
      far.push((await reportFileOf(thai, id)).done);
    });
    expect(far).toEqual([0, 1, 2, 3, 4, 5, 6]);
    const of = await reportFileOf(thai, id);
    expect(await linesOf(thai, report)).toMatchObject([{ id, state: "done", done: 7, bytes: of.bytes }]);
    expect((await contentOf(thai, of)).length).toBe(of.bytes);
  });

  test("asked for twice while it is made is one file; made again it replaces the one before", async () => {
    const report = await closingReport(lead);
    const [first, again] = await Promise.all([askForFile(lead, report), askForFile(lead, report)]);
    expect(again).toBe(first);
    expect(await askForFile(lead, report)).toBe(first);
    expect(await askForFile(lead, report, "pdf")).not.toBe(first);
    await workOnFiles(world.house);
    const second = await made(lead, report);
    expect(second.id).not.toBe(first);
    expect(await reportFileOf(lead, first)).toMatchObject({ state: "replaced", fileKey: null });
    expect((await linesOf(lead, report)).map(({ form }) => form)).toEqual(["xlsx", "pdf"]);
  });

  test("is of published versions alone for those who do not write them", async () => {
    const report = await closingReport(lead, false);
    await expect(askForFile(thai, report)).rejects.toThrow();
    expect((await made(lead, report)).state).toBe("done");
  });

  test("is stopped where the person may not read any more", async () => {
    const report = await closingReport(lead);
    const analyst = await world.join({ role: "analyst", agency: agencyOf(world, "VN-CUS") });
    const id = await askForFile(analyst, report);
    await world.owner`update members set state = 'suspended' where id = ${analyst.memberId}`;
    await workOnFiles(world.house);
    const [row] = await world.owner`select state from report_files where id = ${id}`;
    expect(row).toEqual({ state: "stopped" });
  });

  test("is gone a week later, and from the store with it", async () => {
    const report = await closingReport(lead);
    const of = await made(lead, report);
    const days = (n: number) => new Date(Date.now() + n * 24 * 60 * 60_000);
    await forgetReportFiles(world.house.db, days(6));
    expect(await reportFileOf(lead, of.id)).toMatchObject({ state: "done" });
    await forgetReportFiles(world.house.db, days(8));
    expect(await linesOf(lead, report)).toEqual([]);
    await sweepFiles(world.house, days(1));
    await expect(contentOf(lead, of)).rejects.toThrow();
  });
});

describe("what changes in it afterwards", () => {
  test("an erratum belongs into every file: what is made is gone, what is in the making is begun anew", async () => {
    const report = await closingReport(lead);
    const of = await made(lead, report);
    const second = await askForFile(lead, report, "docx");
    await world.owner`update report_files set taken_by = ${second}, taken_until = now() + interval '1 minute' where id = ${second}`;
    const said = { section: "summary", said: "12 cases", correct: "11 cases", reason: "Counted twice" };
    await addErratum(lead, aCommand({ report, edition: 1, ...said }));
    expect(await reportFileOf(lead, of.id)).toMatchObject({ state: "stale", fileKey: null });
    await workOnFiles(world.house);
    expect(await reportFileOf(lead, second)).toMatchObject({ state: "done" });
  });

  test("what is erased is in no file that is held", async () => {
    const input = aSeizureInput({ nationalCaseNo: "TH-GONE" });
    await submitReport(thai, aCommand(input));
    const report = await closingReport(lead);
    const of = await made(lead, report);
    const order = { reference: "1/21", approver: "Judge" };
    await eraseSeizure(thai, aCommand({ seizure: input.id, base: 1, reason: "Court", order }), "TH-GONE");
    expect(await reportFileOf(lead, of.id)).toMatchObject({ state: "stale", fileKey: null });
  });
});
