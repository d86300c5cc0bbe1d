import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { figureLines } from "#app/domain/operation-report/lines.ts";
import { REPORT_FORMS, type TakenForm } from "#app/domain/operation-report/report-forms.ts";
import { editionFile, nameOfFile } from "#app/operation-report-files/edition-file.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { beginReport, freezeReport, publishReport, writeSection } from "#app/services/operation-reports.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { read } from "#app/services/write.server.ts";
import { openWorkbook } from "#app/spreadsheet/workbook.server.ts";
import { findEdition } from "#db/queries/operation-reports.server.ts";
import { aSeizureInput, aSeizureItem } from "#seeds/builders.ts";
import { aFolder } from "#tests/support/files.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

let world: World;
let lead: Acting;
let thai: Acting;
let report: string;
const folder = aFolder();
const WORDS = 'Ivory <b>&amp;</b> "tusks", =1+1, 深圳 Đà Nẵng งาช้าง';
beforeAll(async () => {
  world = await aWorld({ steps: { "VN-CUS": 0, "TH-CUS": 0 } });
  lead = await world.join({ role: "lead", agency: agencyOf(world, "VN-CUS") });
  thai = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
  for (const quantity of ["12.5", "3"])
    await submitReport(thai, aCommand(aSeizureInput({ items: [aSeizureItem({ quantity })] })));
  report = crypto.randomUUID();
  const begun = { id: report, kind: "end_of_operation" as const, audience: "participants" as const, title: WORDS };
  await beginReport(lead, aCommand({ ...begun, from: null, to: null }));
  const content = [
    {
      type: "paragraph" as const,
      content: [
        { type: "text" as const, text: `${WORDS}: ` },
        { type: "figure" as const, attrs: { line: "cases/total" } },
      ],
    },
  ];
  await writeSection(lead, aCommand({ report, section: "summary", base: 0, text: { type: "doc", content } }));
  await freezeReport(lead, aCommand({ report, reckoning: 1 }));
});
afterAll(() => world.close());

type Form = Parameters<typeof editionFile>[2]["form"];

async function made(form: Form, by: Acting = lead, locale: "en" | "vi" | "zh" = "en") {
  const answer = await editionFile(by, { report, number: 1 }, { form, locale });
  return { type: answer.headers.get("Content-Type"), bytes: Buffer.from(await answer.arrayBuffer()) };
}

function onDisk(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

async function unpacked(archive: Buffer): Promise<Map<string, Buffer>> {
  const zip = await promisify<Buffer, { lazyEntries: boolean }, ZipFile>(fromBuffer)(archive, { lazyEntries: true });
  const files = new Map<string, Buffer>();
  return new Promise((resolve, reject) => {
    zip.on("error", reject).on("end", () => resolve(files));
    zip.on("entry", (entry: Entry) =>
      zip.openReadStream(entry, async (error, stream) => {
        if (error) return reject(error);
        files.set(entry.fileName, await buffer(stream));
        zip.readEntry();
      }),
    );
    zip.readEntry();
  });
}

describe("a frozen version as a file", () => {
  test("as HTML asks nothing of anybody, and says every word as it was written", async () => {
    const html = (await made("html")).bytes.toString("utf8");
    expect(html).not.toMatch(/(src|href)="(?!#|data:)|url\(|@import|<script/);
    expect(html).toContain("Ivory &lt;b&gt;&amp;amp;&lt;/b&gt; &quot;tusks&quot;");
    expect(html).toMatch(/งาช้าง: <\/strong>2<|งาช้าง: 2</);
  });

  test("as a workbook holds every value as a number under its own name", async () => {
    const book = await openWorkbook(onDisk("report.xlsx", (await made("xlsx")).bytes));
    const names = book.sheets.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const rows: string[][] = [];
    for await (const row of book.sheets.at(-1)?.rows() ?? []) rows.push(row);
    book.close();
    const edition = await read(lead, (tx) => findEdition(tx, world.operationId, report, 1));
    const lines = edition ? figureLines(edition.results) : [];
    expect(rows.slice(1).map(([line, , value]) => `${line} ${Number(value)}`)).toEqual(
      lines.map(({ line, value }) => `${line} ${Number(value)}`),
    );
  });

  test("as CSV has the same lines, and runs no formula", async () => {
    const csv = (await made("csv")).bytes.toString("utf8");
    expect(csv).toMatch(/\r\ncases\/total,[^\r]*,2\r\n/);
    expect(csv).not.toMatch(/(^|,|\n)=/);
  });

  test("all together are one archive with the sum of each", async () => {
    const files = await unpacked((await made("zip")).bytes);
    const sums = files.get("SHA256SUMS")?.toString("utf8").trim().split("\n") ?? [];
    expect(sums.map((line) => line.split(".").at(-1))).toEqual([
      "pdf",
      "docx",
      "xlsx",
      "pptx",
      "html",
      "csv",
      "geojson",
    ]);
    for (const line of sums) {
      const [sum = "", name = ""] = line.split("  ");
      expect(name).toMatch(/-v1-en\.\w+$/);
      expect(
        createHash("sha256")
          .update(files.get(name) ?? "")
          .digest("hex"),
      ).toBe(sum);
    }
  });

  test("has a name of its own in each language; rows for other reports have one language", () => {
    const name = (form: TakenForm, locale: string) => nameOfFile("OMD", { report, number: 1 }, { form, locale });
    expect(name("pdf", "vi")).toBe(`omd-report-${report.slice(0, 8)}-v1-vi.pdf`);
    expect(name("cites", "vi")).toBe(`omd-report-${report.slice(0, 8)}-v1-cites.xlsx`);
  });

  test.each(["en", "vi", "zh"] as const)("as PDF is set in %s", async (locale) => {
    const { type, bytes } = await made("pdf", lead, locale);
    expect(type).toBe("application/pdf");
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
  });

  test("is for those it is published for", async () => {
    for (const form of REPORT_FORMS) await expect(made(form, thai)).rejects.toMatchObject({ kind: "not-found" });
    await publishReport(lead, aCommand({ report, edition: 1 }));
    expect((await made("csv", thai)).bytes.length).toBeGreaterThan(100);
  });
});
