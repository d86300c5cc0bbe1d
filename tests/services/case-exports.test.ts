import { createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CenLayoutName } from "#app/domain/cen/mapping.ts";
import type { Id } from "#app/domain/id.ts";
import type { SeizureInput } from "#app/domain/seizure.ts";
import { fileOfExport } from "#app/services/case-export-file.server.ts";
import { beginExport, continueExport, dropExport } from "#app/services/case-exports.server.ts";
import { eraseSeizure } from "#app/services/erasing.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { importFile } from "#app/services/import-file.server.ts";
import { asBearer } from "#app/services/import-job.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { amendSeizure, holdSeizure, withdrawSeizure } from "#app/services/seizures.server.ts";
import { openTable } from "#app/spreadsheet/open-table.server.ts";
import { Zip } from "#app/spreadsheet/zip.server.ts";
import { type CaseExport, exportRows, findExport, listExports } from "#db/queries/case-exports.server.ts";
import { findCase } from "#db/queries/seizures.server.ts";
import { aSeizureInput, aSeizureItem } from "#seeds/builders.ts";
import { copyCases } from "#tests/support/copied-cases.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

let folder: string;
let worlds: World[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "naga-exports-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await Promise.all(worlds.map((world) => world.close()));
  worlds = [];
});

/** An operation of this test's own, with a contact point of Viet Nam customs that releases at once. */
async function aGround() {
  const world = await aWorld({ steps: { "VN-CUS": 0, "TH-CUS": 0 } });
  worlds.push(world);
  const contact = await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
  return { world, contact };
}

async function release(who: Acting, over: Partial<SeizureInput> = {}) {
  const input = aSeizureInput(over);
  await submitReport(who, aCommand(input));
  return input;
}

async function hand(who: Acting, scope: "changed" | "all" = "changed", layout: CenLayoutName = "cen") {
  const exportId = crypto.randomUUID();
  await beginExport(who, aCommand({ exportId, layout, scope }));
  return current(who, exportId);
}

async function current(who: Acting, id: Id): Promise<CaseExport> {
  const of = await asBearer(who, (tx, { operationId }) => findExport(tx, { operationId, id }));
  if (!of) throw new Error("no export");
  return of;
}

const rowsOf = (who: Acting, of: CaseExport) =>
  asBearer(who, (tx) => exportRows(tx, of, { mark: null, after: -1, limit: 5_000 }));
const marksOf = async (who: Acting, of: CaseExport) =>
  Object.fromEntries((await rowsOf(who, of)).map(({ caseNo, mark, changed }) => [caseNo, [mark, ...changed]]));

let files = 0;
async function fileOf(who: Acting, of: CaseExport): Promise<string> {
  const path = join(folder, `export-${files++}.xlsx`);
  await pipeline(fileOfExport(who, of), createWriteStream(path));
  return path;
}

async function tableOf(path: string): Promise<string[][]> {
  const table = await openTable(path);
  const rows: string[][] = [];
  for await (const row of table.rows()) rows.push(row);
  table.close();
  return rows;
}

async function amend(who: Acting, input: SeizureInput, over: Partial<SeizureInput>, versions: number) {
  const base = { facts: versions, case: versions, nominal: 0 };
  const seizure = { ...input, ...over };
  await amendSeizure(who, aCommand({ seizure, base, kind: "own_error", reason: "A slip" }));
  return seizure;
}

describe("what is handed out", () => {
  test("is the agency's own released cases, and what changed since the last time is marked", async () => {
    const { world, contact } = await aGround();
    const thai = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
    const [a, b, c] = [
      await release(contact, { nationalCaseNo: "A" }),
      await release(contact, { nationalCaseNo: "B" }),
      await release(contact, { nationalCaseNo: "C" }),
    ];
    await release(thai, { nationalCaseNo: "T" });
    const first = await hand(contact);
    expect(first).toMatchObject({ state: "done", number: 1, seen: 3, expected: 3 });
    expect(await marksOf(contact, first)).toEqual({ A: ["new"], B: ["new"], C: ["new"] });

    await amend(contact, a, { items: [aSeizureItem({ quantity: "13" })] }, 1);
    await withdrawSeizure(contact, aCommand({ seizure: b.id, base: 1, reason: "Not ours" }));
    await holdSeizure(contact, aCommand({ seizure: c.id, base: 1, reason: "Court" }));
    await release(contact, { nationalCaseNo: "D" });
    const second = await hand(contact);
    expect(await marksOf(contact, second)).toEqual({
      A: ["changed", "Quantity"],
      B: ["withdrawn"],
      C: ["withdrawn"],
      D: ["new"],
    });

    const third = await hand(contact);
    expect(third.counts).toEqual({ new: 0, changed: 0, unchanged: 2, withdrawn: 0 });
    expect(await rowsOf(contact, third)).toEqual([]);
    const all = await hand(contact, "all");
    expect(await marksOf(contact, all)).toEqual({ A: ["unchanged"], D: ["unchanged"] });
    // The other shape has a history of its own.
    expect(await marksOf(contact, await hand(contact, "changed", "cencomm"))).toEqual({ A: ["new"], D: ["new"] });
  });

  test("is not changed by the number that the other system gave", async () => {
    const { contact } = await aGround();
    const input = await release(contact, { nationalCaseNo: "N" });
    await hand(contact);
    const numbered = await amend(contact, input, { cenNo: "CEN-1", cencommNo: "OMD-7" }, 1);
    expect((await hand(contact)).counts).toMatchObject({ changed: 0, unchanged: 1 });
    const all = await hand(contact, "all");
    const [headings = [], row = []] = await tableOf(await fileOf(contact, all));
    const cell = (heading: string) => row[headings.indexOf(heading)];
    expect([cell("CEN number"), cell("CENcomm number"), cell("National case number")]).toEqual(["CEN-1", "OMD-7", "N"]);
    expect(numbered.cenNo).toBe("CEN-1");
  });

  test("holds no names, and no text in it is a formula", async () => {
    const { contact } = await aGround();
    const nominal = {
      persons: [{ name: "Quillmarkname", document: "", note: "" }],
      ...{ registration: "QUILLPLATE", waybill: "", note: "", recipients: [] },
    };
    await release(contact, {
      nationalCaseNo: "=1+1",
      narrative: '=HYPERLINK("x")\n@SUM(A1)',
      carrier: "+A & <B>",
      nominal,
    });
    const path = await fileOf(contact, await hand(contact));
    const [headings = [], row = []] = await tableOf(path);
    expect(row[headings.indexOf("National case number")]).toBe("=1+1");
    expect(row[headings.indexOf("Carrier")]).toBe("+A & <B>");
    expect(row.join(" ")).not.toMatch(/Quillmarkname|QUILLPLATE/);
    const zip = await Zip.open(path);
    const parts = await Promise.all(zip.names().map((name) => zip.whole(name)));
    zip.close();
    expect(zip.names()).toContain("xl/worksheets/sheet2.xml");
    expect(parts.join("")).not.toMatch(/<f[ >]/);
    expect(parts.join("")).toContain('quotePrefix="1"');
  });

  test("is the same file each time, whatever became of the cases since; an erased one is gone from it", async () => {
    const { contact } = await aGround();
    const input = await release(contact, { nationalCaseNo: "E-QX", narrative: "Quillmarkerased" });
    await release(contact, { nationalCaseNo: "F" });
    const of = await hand(contact);
    const before = readFileSync(await fileOf(contact, of));
    await amend(contact, input, { narrative: "Another" }, 1);
    expect(readFileSync(await fileOf(contact, of)).equals(before)).toBe(true);
    const order = { reference: "Court 1", approver: "Judge" };
    await eraseSeizure(contact, aCommand({ seizure: input.id, base: 1, reason: "Order", order }), "E-QX");
    expect(await tableOf(await fileOf(contact, of))).toHaveLength(2);
    expect(await marksOf(contact, await hand(contact))).toEqual({});
  });
});

describe("who hands out", () => {
  test("are contact points, leads and the coordination unit, their own agency's cases alone", async () => {
    const { world, contact } = await aGround();
    await release(contact, { nationalCaseNo: "A" });
    const [vn, th] = [agencyOf(world, "VN-CUS"), agencyOf(world, "TH-CUS")];
    const [lead, ocu, officer, analyst, thai] = await Promise.all([
      world.join({ role: "lead", agency: vn }),
      world.join({ role: "ocu", agency: agencyOf(world, "RILO") }),
      world.join({ role: "reporter", agency: vn }),
      world.join({ role: "analyst", agency: vn }),
      world.join({ role: "ncp", agency: th }),
    ]);
    expect((await hand(lead)).counts).toMatchObject({ new: 1 });
    expect((await hand(ocu)).counts).toMatchObject({ new: 0 });
    await expect(hand(officer)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(hand(analyst)).rejects.toMatchObject({ kind: "forbidden" });
    const list = (who: Acting) =>
      asBearer(who, (tx, { operationId }) => listExports(tx, { operationId, agencyId: vn.id }, 10));
    expect(await list(contact)).toHaveLength(1);
    for (const who of [officer, analyst, thai, ocu]) expect(await list(who)).toEqual([]);
  });

  test("ask twice and get one; a step that was done is not done again", async () => {
    const { contact } = await aGround();
    const input = await release(contact, { nationalCaseNo: "A" });
    await copyCases(worlds.at(-1) as World, input.id, 1_200);
    const command = aCommand({ exportId: crypto.randomUUID(), layout: "cen" as const, scope: "all" as const });
    await beginExport(contact, command);
    await beginExport(contact, command);
    const begun = await current(contact, command.input.exportId);
    expect(begun).toMatchObject({ state: "cases", seen: 1_000, expected: 1_201 });
    const other = aCommand({ ...command.input, exportId: crypto.randomUUID() });
    await expect(beginExport(contact, other)).rejects.toMatchObject({ message: "export.open" });
    const step = { exportId: begun.id, state: begun.state, after: begun.after };
    await continueExport(contact, aCommand(step));
    await continueExport(contact, aCommand(step));
    const done = await current(contact, begun.id);
    expect(done).toMatchObject({ state: "done", seen: 1_201 });
    expect(await rowsOf(contact, done)).toHaveLength(1_201);
  });

  test("may discard what is half made: nothing of it counts", async () => {
    const { contact } = await aGround();
    const input = await release(contact, { nationalCaseNo: "A" });
    await copyCases(worlds.at(-1) as World, input.id, 1_000);
    const half = await hand(contact);
    expect(half.state).toBe("cases");
    await dropExport(contact, aCommand({ exportId: half.id }));
    await dropExport(contact, aCommand({ exportId: half.id }));
    expect((await current(contact, half.id)).state).toBe("dropped");
    expect((await hand(contact)).counts.new).toBe(1_000);
  });
});

test("a workbook that went out comes into another operation as the same cases, numbers and all", async () => {
  const { world, contact } = await aGround();
  const told = await release(contact, {
    ...{ nationalCaseNo: "HP-1", cenNo: "CEN-9", cencommNo: "OMD-44", narrative: "Two kinds,\nin one container." },
    ...{ occurredAt: "2021-05-16T23:30:00.000Z", carrier: "Line", containerNo: "CSQU3054383", handling: "H1" },
    items: [
      aSeizureItem({ quantity: "12.125", qualifier: "approx", secondQuantity: "7", secondUnit: "pcs" }),
      aSeizureItem({ commodity: "F1.pangolin_scales", taxonText: "pangolin of unknown kind", specimen: "SCA" }),
    ],
    ...{ detections: ["dog", "scanner"], concealmentPlaces: ["cover_load"], offences: ["smuggled"] },
    persons: { arrested: 2, identified: null, nationalities: [{ country: "VN", count: 2 }] },
  });
  const path = await fileOf(contact, await hand(contact));
  const other = await world.another();
  const there = await other.join({ role: "ncp", agency: agencyOf(other, "VN-CUS") });
  const of = await importFile(there, { path, answers: {}, mode: "good", corrects: false });
  expect(of).toMatchObject({ state: "done", rows: 2 });
  expect(of.sheet?.layout).toBe("cen");
  const [made] = await other.owner<{ id: Id }[]>`
    select id from seizures where operation_id = ${other.operationId} and national_case_no = 'HP-1'`;
  const found = made && (await asBearer(there, (tx, { operationId }) => findCase(tx, operationId, made.id)));
  const { id: _, origin: __, ...read } = found?.input ?? told;
  const { id: ___, origin: ____, ...was } = told;
  expect(found?.input).toBeDefined();
  expect(read).toEqual(was);
});
