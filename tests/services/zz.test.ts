import { test, beforeAll } from "vitest";
import { join } from "node:path";
import { plantedWorkbooks } from "#tests/support/planted-workbooks.ts";
import { writeWorkbook } from "#tests/spreadsheet/workbook-maker.ts";
import { aFolder } from "#tests/support/files.ts";
import { aWorld, agencyOf, aCommand } from "#tests/support/world.ts";
import { answerImport, receivePart, startImport } from "#app/services/imports.server.ts";
import { workOnImports } from "#app/services/import-work.server.ts";
import { asBearer } from "#app/services/import-job.server.ts";
import { rowsAfter } from "#db/queries/imports.server.ts";
import { readFileSync } from "node:fs";
const folder = aFolder();
test("x", async () => {
  const p = plantedWorkbooks();
  console.log([...p.books].map(([a,r])=>a+":"+r.length).join(" "), p.duplicates.length, p.mixed, p.countries);
  const world = await aWorld({ steps: Object.fromEntries([...p.books.keys()].map(c=>[c,0])) });
  const t0 = Date.now();
  for (const [code, rows] of p.books) {
    const agency = world.agencies[code] ?? await world.agency(code);
    const by = await world.join({ role: "ncp", agency });
    const path = join(folder, code + ".xlsx");
    await writeWorkbook(path, { rows });
    const content = readFileSync(path);
    const id = crypto.randomUUID();
    await receivePart(by, { id, fileName: code + ".xlsx", fileBytes: content.length, place: 0, content });
    await workOnImports(world.house, { id: crypto.randomUUID(), pause: async () => {}, isOver: () => false });
    const lines = await asBearer(by, (tx, { operationId }) => rowsAfter(tx, { operationId, id }, -1, 10000));
    for (const l of lines) if (l.status !== "ok") console.log(code, l.status, l.caseNo, JSON.stringify(l.notes.filter(n=>l.questions.includes(n.field)||l.status==="error")), JSON.stringify(l.written).slice(0,200));
    if (lines.length===0) console.log(code, await world.owner`select state, refusal from imports where id=${id}`);
  }
  console.log(Date.now()-t0);
  await world.close();
}, 120000);
