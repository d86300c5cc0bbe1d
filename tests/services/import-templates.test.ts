import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { csvOf } from "#app/domain/csv.ts";
import type { ImportContext } from "#app/domain/import/sheet.ts";
import { TEMPLATE_NAMES, TEMPLATES } from "#app/domain/import-templates.ts";
import { loadImportIndex } from "#app/spreadsheet/import-index.server.ts";
import { openTable } from "#app/spreadsheet/open-table.server.ts";
import { readRecords, readTable } from "#app/spreadsheet/read-rows.server.ts";
import { writeWorkbook } from "#app/spreadsheet/write-workbook.server.ts";
import { aWorld, type World } from "#tests/support/world.ts";

let world: World;
let folder: string;
let context: ImportContext;
beforeAll(async () => {
  world = await aWorld();
  folder = mkdtempSync(join(tmpdir(), "naga-templates-"));
  context = {
    index: await loadImportIndex(world.house.db),
    home: "TH",
    latest: "2021-12-31",
    checks: null,
    mapping: world.house.cen,
  };
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await world.close();
});

test.each(TEMPLATE_NAMES)("the template '%s', filled with a row, is read without a question", async (name) => {
  const columns = TEMPLATES[name];
  const path = join(folder, `${name}.csv`);
  const headings = columns.map(({ heading }) => heading);
  writeFileSync(path, csvOf(headings, [columns.map(({ example }) => example)]));
  const table = await openTable(path);
  const sheet = await readTable(table, world.house.cen);
  expect(sheet.columns).toEqual(columns.map(({ holds }) => holds));
  const rows = [];
  for await (const { reading } of readRecords(table, sheet, context)) rows.push(reading);
  expect(rows.map(({ status, questions, notes }) => ({ status, questions, notes }))).toEqual([
    { status: "ok", questions: [], notes: expect.anything() },
  ]);
});

test.each(TEMPLATE_NAMES)("the template '%s' as a workbook has the same columns", async (name) => {
  const path = join(folder, `${name}.xlsx`);
  const headings = TEMPLATES[name].map(({ heading }) => heading);
  const rows = [headings, TEMPLATES[name].map(({ example }) => example)];
  const workbook = writeWorkbook([{ name: "Seizures", widths: [], headed: true, rows }]);
  await pipeline(workbook, createWriteStream(path));
  const table = await openTable(path);
  const sheet = await readTable(table, world.house.cen);
  expect(sheet.columns).toEqual(TEMPLATES[name].map(({ holds }) => holds));
  const read = [];
  for await (const { reading } of readRecords(table, sheet, context)) read.push(reading.status);
  expect(read).toEqual(["ok"]);
  table.close();
});
