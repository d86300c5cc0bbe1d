import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import type { Paper } from "#app/domain/operation-report/paper.ts";
import { editionFile } from "#app/operation-report-files/edition-file.server.ts";
import { refuseHighlight, takeBackClearance } from "#app/services/highlights.server.ts";
import { openWorkbook } from "#app/spreadsheet/workbook.server.ts";
import { aFolder } from "#tests/support/files.ts";
import { aCommand } from "#tests/support/world.ts";
import { aHighlightStage, type Stage } from "./highlights-world.ts";

const CHOSEN = 10;
/** Not answered, refused, and taken back. */
const OPEN = [2, 5, 8];
/** A word for each of the ten, no one within another. */
const markOf = (at: number) => `Quillmark${"abcdefghij"[at]}`;

let stage: Stage;
let report: Id;
let printed: Paper | null = null;
const folder = aFolder();
beforeAll(async () => {
  stage = await aHighlightStage();
  report = await stage.report();
  for (let at = 0; at < CHOSEN; at += 1) {
    const seizure = await stage.release({ handling: at === 4 ? "H2" : "H0" });
    const words = `${markOf(at)}, =1+1 <b>ivory</b> งาช้าง`;
    await stage.choose(report, seizure, words);
    if (at === 2) continue;
    if (at === 5) await refuseHighlight(stage.thai, aCommand({ report, seizure, version: 1, reason: "No" }));
    else await stage.clear(report, seizure, { words });
    if (at === 8) await takeBackClearance(stage.thai, aCommand({ report, seizure, version: 1, reason: "" }));
  }
  await stage.freeze(report);
});
afterAll(() => stage.world.close());

type Form = "pdf" | "xlsx" | "html" | "csv";

/** The file; of the PDF the paper that it is set from is kept, too: in it every word that is printed stands plain. */
async function made(form: Form, locale: "en" | "vi" | "zh" = "en"): Promise<Buffer> {
  const house = {
    ...stage.analyst.house,
    typeset: (paper: Paper) => {
      printed = paper;
      return stage.analyst.house.typeset(paper);
    },
  };
  const answer = await editionFile({ ...stage.analyst, house }, { report, number: 1 }, { form, locale });
  return Buffer.from(await answer.arrayBuffer());
}

function expectTheCleared(words: string) {
  for (let at = 0; at < CHOSEN; at += 1) {
    if (OPEN.includes(at)) expect(words, markOf(at)).not.toContain(markOf(at));
    else expect(words, markOf(at)).toContain(markOf(at));
  }
}

test("three of ten are not cleared and are in no file", async () => {
  expect((await stage.edition(report))?.highlights).toHaveLength(CHOSEN - OPEN.length);
  for (const locale of ["en", "vi", "zh"] as const) {
    expect((await made("pdf", locale)).subarray(0, 5).toString()).toBe("%PDF-");
    expectTheCleared(JSON.stringify(printed));
    expectTheCleared((await made("html", locale)).toString("utf8"));
    expectTheCleared((await made("csv", locale)).toString("utf8"));
    expectTheCleared(await cellsOf(await made("xlsx", locale)));
  }
});

test("what is said of a case runs no formula and no markup", async () => {
  const html = (await made("html")).toString("utf8");
  expect(html).toContain(`${markOf(0)}, =1+1 &lt;b&gt;ivory&lt;/b&gt; งาช้าง`);
  expect((await made("csv")).toString("utf8")).not.toMatch(/(^|,|\n)=/);
});

test("the handling of the strictest case marks every file", async () => {
  await made("pdf");
  expect(printed?.marking).toMatch(/ · H2: .* · Tier B/);
  for (const form of ["html", "csv"] as const) expect((await made(form)).toString("utf8")).toMatch(/H2: Not passed on/);
  expect(await cellsOf(await made("xlsx"))).toMatch(/H2: Not passed on/);
});

async function cellsOf(workbook: Uint8Array): Promise<string> {
  const path = join(folder, `${crypto.randomUUID()}.xlsx`);
  writeFileSync(path, workbook);
  const book = await openWorkbook(path);
  const cells: string[] = [];
  for (const sheet of book.sheets) for await (const row of sheet.rows()) cells.push(...row);
  book.close();
  return cells.join("\n");
}
