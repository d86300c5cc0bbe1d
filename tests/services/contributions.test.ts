import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { contributionsPage } from "#app/contributions-page.server.ts";
import type { Id } from "#app/domain/id.ts";
import type { ContributionForm } from "#app/domain/operation-report/report-forms.ts";
import type { SeizureInput } from "#app/domain/seizure.ts";
import type { Acting } from "#app/services/house.server.ts";
import { importFile } from "#app/services/import-file.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { amendSeizure, withdrawSeizure } from "#app/services/seizures.server.ts";
import { openWorkbook } from "#app/spreadsheet/workbook.server.ts";
import { aSeizureInput, aSeizureItem } from "#seeds/builders.ts";
import { closingReport } from "#tests/support/closing-world.ts";
import { aFolder } from "#tests/support/files.ts";
import { askForFile, contentOf, reportFileOf, workOnFiles } from "#tests/support/report-file-world.ts";
import { aCommand, agencyOf, aWorld } from "#tests/support/world.ts";

const world = await aWorld({ steps: { "VN-CUS": 0, "TH-CUS": 0 } });
afterAll(() => world.close());
const folder = aFolder();

const lead = await world.join({ role: "lead", agency: agencyOf(world, "RILO") });
const viet = await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
const thai = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });

async function release(who: Acting, over: Partial<SeizureInput> = {}) {
  const input = aSeizureInput(over);
  await submitReport(who, aCommand(input));
  return input;
}

async function fileOf(who: Acting, report: Id, form: ContributionForm): Promise<string> {
  const id = await askForFile(who, report, form);
  await workOnFiles(world.house);
  const path = join(folder, `${id}.xlsx`);
  writeFileSync(path, await contentOf(who, await reportFileOf(who, id)));
  return path;
}

async function sheetsOf(path: string): Promise<string[][][]> {
  const book = await openWorkbook(path);
  const sheets: string[][][] = [];
  for (const sheet of book.sheets) {
    const rows: string[][] = [];
    for await (const row of sheet.rows()) rows.push(row);
    sheets.push(rows);
  }
  book.close();
  return sheets;
}

const IVORY = { commodity: "F2.raw_ivory", taxonId: "loxodonta-africana", specimen: "TUS" };

describe("cases of the own agency out of a frozen version", () => {
  test("are as they were known then, without what is gone since, and without those of others", async () => {
    const kept = await release(viet, {
      nationalCaseNo: "VN-KEPT",
      items: [aSeizureItem({ ...IVORY, quantity: "95.54", unit: "kg" })],
    });
    const gone = await release(viet, {
      nationalCaseNo: "VN-GONE",
      items: [aSeizureItem({ ...IVORY, quantity: "1", unit: "kg" })],
    });
    await release(thai, { nationalCaseNo: "TH-1", items: [aSeizureItem({ ...IVORY, quantity: "2", unit: "kg" })] });
    const report = await closingReport(lead);
    const seizure = { ...kept, items: [aSeizureItem({ ...IVORY, quantity: "500", unit: "kg" })] };
    await amendSeizure(
      viet,
      aCommand({ seizure, base: { facts: 1, case: 1, nominal: 0 }, kind: "own_error", reason: "A slip" }),
    );
    await withdrawSeizure(viet, aCommand({ seizure: gone.id, base: 1, reason: "Not ours" }));
    await release(viet, { nationalCaseNo: "VN-LATER", items: [aSeizureItem({ ...IVORY, quantity: "7", unit: "kg" })] });

    const [table = [], issues = [], about = []] = await sheetsOf(await fileOf(viet, report, "cites"));
    const [headings = [], ...rows] = table;
    const at = (heading: string) => headings.indexOf(heading);
    expect(rows.map((row) => [row[at("Seizure number")], row[at("Quantity")], row[at("Unit")]])).toEqual([
      ["VN-KEPT", "95.54", "kg"],
    ]);
    expect(issues[0]).toEqual(["Row", "Case", "Column", "Why"]);
    const told = about.flat().join("\n");
    expect(told).toContain("a contribution to the Party's yearly report");
    expect(told).toContain("withdrawn, held back or erased since are not in it");
  });

  test("are shown with what to look at before the file is made", async () => {
    const report = await closingReport(lead);
    const page = await contributionsPage(thai, { report, number: 1 });
    expect(page?.lines.map(({ form, rows, cases }) => [form, rows, cases])).toEqual([
      ["cites", 1, 1],
      ["drugs", 0, 0],
      ["case_sheet", 1, 1],
    ]);
    const [cites] = page?.lines ?? [];
    expect(cites?.issues).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ row: 2, caseNo: "TH-1", heading: "Method of detection", why: "empty" }),
      ]),
    );
    expect(cites?.allIssues).toBe(cites?.issues.length);
  });

  test("are for whoever hands out the agency's cases, and of published versions", async () => {
    const report = await closingReport(lead);
    const [analyst, partner, observer] = await Promise.all([
      world.join({ role: "analyst", agency: agencyOf(world, "VN-CUS") }),
      world.join({ role: "partner", agency: agencyOf(world, "RILO") }),
      world.join({ role: "observer", agency: agencyOf(world, "RILO") }),
    ]);
    for (const who of [analyst, partner]) {
      expect(await contributionsPage(who, { report, number: 1 })).toBeNull();
      await expect(askForFile(who, report, "cites")).rejects.toMatchObject({ kind: "forbidden" });
    }
    await expect(contributionsPage(observer, { report, number: 1 })).rejects.toMatchObject({ kind: "not-found" });
    const draft = await closingReport(lead, false);
    await expect(contributionsPage(viet, { report: draft, number: 1 })).rejects.toMatchObject({ kind: "not-found" });
  });
});

test("the case sheet comes in again and changes nothing", async () => {
  await release(thai, { nationalCaseNo: "TH-BACK", narrative: "Two kinds,\nin one container." });
  const report = await closingReport(lead);
  const path = await fileOf(thai, report, "case_sheet");
  const rows = () =>
    world.owner`select id, version, input from seizures where operation_id = ${world.operationId} order by id, version`;
  const before = await rows();
  const of = await importFile(thai, { path, answers: {}, mode: "good", corrects: true });
  expect(of).toMatchObject({ state: "done", rows: 2 });
  expect(of.sheet?.layout).toBe("cen");
  expect([...(await rows())]).toEqual([...before]);
});
