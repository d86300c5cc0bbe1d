import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { editionFile } from "#app/operation-report-files/edition-file.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { beginReport, freezeReport, publishReport, writeSection } from "#app/services/operation-reports.server.ts";
import { addErratum, withdrawErratum } from "#app/services/report-errata.server.ts";
import { askSignatures, signFigures } from "#app/services/report-signing.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { read } from "#app/services/write.server.ts";
import { openWorkbook } from "#app/spreadsheet/workbook.server.ts";
import { newestRequest } from "#db/queries/report-signing.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aFolder } from "#tests/support/files.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

const folder = aFolder();
let world: World;
let lead: Acting;
let report: string;
let signer = "";
beforeAll(async () => {
  world = await aWorld({ steps: { "TH-CUS": 0 } });
  lead = await world.join({ role: "lead", agency: agencyOf(world, "RILO") });
  const thai = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
  const [row] = await world.owner<{ name: string }[]>`select name from persons where id = ${thai.personId}`;
  signer = String(row?.name);
  await submitReport(thai, aCommand(aSeizureInput()));
  report = crypto.randomUUID();
  const begun = { id: report, kind: "end_of_operation" as const, audience: "participants" as const, title: "Report" };
  await beginReport(lead, aCommand({ ...begun, from: null, to: null }));
  const body = { type: "paragraph" as const, content: [{ type: "text" as const, text: "In short" }] };
  const text = { type: "doc" as const, content: [body] };
  await writeSection(lead, aCommand({ report, section: "summary", base: 0, text }));
  const [th, vn] = ["TH-CUS", "VN-CUS"].map((code) => agencyOf(world, code).administrationId);
  await askSignatures(lead, aCommand({ report, administrations: [th ?? "", vn ?? ""], sections: ["summary"] }));
  const of = { operationId: world.operationId, report, administration: th ?? "" };
  const asked = await read(thai, (tx) => newestRequest(tx, of));
  await signFigures(thai, aCommand({ report, request: asked?.id ?? "", hash: asked?.hash ?? "" }));
  await freezeReport(lead, aCommand({ report, reckoning: 1 }));
  await publishReport(lead, aCommand({ report, edition: 1 }));
});
afterAll(() => world.close());

async function made(form: "html" | "xlsx" | "pdf" | "csv", locale: "en" | "vi" | "zh" = "en"): Promise<Buffer> {
  const answer = await editionFile(lead, { report, number: 1 }, { form, locale });
  return Buffer.from(await answer.arrayBuffer());
}

async function sheetNamed(name: string): Promise<string[][]> {
  const path = join(folder, `${crypto.randomUUID()}.xlsx`);
  writeFileSync(path, await made("xlsx"));
  const book = await openWorkbook(path);
  const rows: string[][] = [];
  for await (const row of book.sheets.find((sheet) => sheet.name === name)?.rows() ?? []) rows.push(row);
  book.close();
  return rows;
}

const annex = async (letter: string) => {
  const html = (await made("html")).toString("utf8");
  return html.slice(html.indexOf(`<h2 id="s${letter}">`));
};

describe("signatures in files of a version", () => {
  test("stand by name; who has not signed is a number, though a lead asks", async () => {
    const said = await annex("A");
    expect(said).toContain(signer);
    expect(said).toContain("Executive summary");
    expect(said).toContain("Not signed: 1 administration");
    expect(said).not.toContain("Viet Nam");
  });

  test("stand in the workbook on a sheet of their own", async () => {
    const rows = await sheetNamed("A Signatures");
    expect(rows[1]?.[1]).toContain(signer);
    expect(rows.flat()).toContain("Not signed: 1 administration");
  });

  test.each(["en", "vi", "zh"] as const)("are set in type in %s", async (locale) => {
    expect((await made("pdf", locale)).subarray(0, 5).toString()).toBe("%PDF-");
  });
});

test("errata stand in files made after them, as an annex and on the cover, and leave the figures' lines as they are", async () => {
  const before = (await made("csv")).toString("utf8");
  expect(await annex("B")).not.toContain("Errata");
  const said = { section: "summary", said: "<b>12</b> cases", correct: "11 cases", reason: "Counted twice" };
  const { erratum = "" } = await addErratum(lead, aCommand({ report, edition: 1, ...said }));
  await withdrawErratum(lead, aCommand({ report, edition: 1, erratum, reason: "It was right" }));
  const written = await annex("B");
  expect(written).toContain("Errata to version 1");
  expect(written).toContain("&lt;b&gt;12&lt;/b&gt; cases");
  expect(written).toContain("It was right");
  expect((await made("html")).toString("utf8")).toContain("1 erratum, as of");
  expect((await sheetNamed("B Errata to version 1")).flat()).toContain("11 cases");
  const lines = (csv: string) => csv.split("\r\n").filter((line) => line.includes("/"));
  expect(lines((await made("csv")).toString("utf8"))).toEqual(lines(before));
  for (const locale of ["en", "vi", "zh"] as const)
    expect((await made("pdf", locale)).subarray(0, 5).toString()).toBe("%PDF-");
});
