import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importPage } from "#app/import-page.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { importFile } from "#app/services/import-file.server.ts";
import { asBearer } from "#app/services/import-job.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { read } from "#app/services/write.server.ts";
import { findCase } from "#db/queries/seizures.server.ts";
import { aSeizureInput, aSeizureItem } from "#seeds/builders.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

let world: World;
let folder: string;
let contact: Acting;
beforeAll(async () => {
  world = await aWorld({ steps: { "VN-CUS": 0 } });
  contact = await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
  folder = mkdtempSync(join(tmpdir(), "naga-corrections-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await world.close();
});

let files = 0;
async function bringIn(text: string, corrects: boolean) {
  const path = join(folder, `file-${files++}.txt`);
  writeFileSync(path, text);
  return importFile(contact, { path, answers: { handling: "H1" }, mode: "good", corrects });
}

const HEADINGS = "Case no;Date;Place;Country;Commodity;Quantity;CEN number";

test("what is here stands beside what the file says, and a correction takes nothing that the file does not say", async () => {
  const told = aSeizureInput({
    ...{ nationalCaseNo: "K-1", carrier: "Line", transportNo: "HP 042", narrative: "As it was", handling: "H0" },
    items: [aSeizureItem({ brand: "Tiger", quantity: "12.5" })],
    persons: { arrested: 2, identified: 3, nationalities: [{ country: "VN", count: 2 }] },
    detections: ["dog", "scanner"],
  });
  await submitReport(contact, aCommand(told));
  const text = `${HEADINGS}\nK-1;2021-05-17;Haiphong;Viet Nam;Raw ivory;14 kg;CEN-917`;
  const offered = await bringIn(text, false);
  const page = await read(contact, (tx, self) => importPage(tx, self, offered, new URLSearchParams()));
  const [row] = page.grid.rows;
  expect(row?.standing).toBe("differs");
  expect(row?.differs?.before).toMatchObject({ cenNo: "", "items.0.quantity": "12.5", carrier: "Line" });
  expect(row?.differs?.after).toMatchObject({ cenNo: "CEN-917", "items.0.quantity": "14", carrier: "Line" });

  await bringIn(text, true);
  const kase = await asBearer(contact, (tx, { operationId }) => findCase(tx, operationId, told.id));
  expect(kase?.input).toMatchObject({
    ...{ narrative: "As it was", handling: "H0", placeKind: "seaport" },
    ...{ cenNo: "CEN-917", carrier: "Line", transportNo: "HP 042", detections: ["dog", "scanner"] },
    items: [{ brand: "Tiger", quantity: "14", unit: "kg" }],
    persons: told.persons,
    route: told.route,
  });
});

test("a pasted message becomes reports with their numbers", async () => {
  const message = [
    ["CENcomm number: OMD8-51", "Sender's reference: M-1", "Seizure date: 2021-05-18", "Seizure country: Viet Nam"],
    ["Seizure place: Haiphong", "Goods: Ketamine", "Quantity: 12.5", "Unit: kg", "Text: Found in tea.", ""],
    ["CENcomm number: OMD8-52", "Sender's reference: M-2", "Seizure date: 2021-05-19", "Seizure country: Viet Nam"],
    ["Goods: Heroin", "Quantity: 3", "Unit: kg"],
  ];
  const of = await bringIn(message.flat().join("\r\n"), false);
  expect(of).toMatchObject({ state: "done", rows: 2 });
  expect(of.sheet?.layout).toBe("cencomm");
  const rows = await world.owner`
    select national_case_no as no, input ->> 'cencommNo' as cencomm, input ->> 'narrative' as narrative,
      input #>> '{items,0,commodity}' as goods from seizures where national_case_no like 'M-%' order by 1`;
  expect([...rows]).toEqual([
    { no: "M-1", cencomm: "OMD8-51", narrative: "Found in tea.", goods: "D5" },
    { no: "M-2", cencomm: "OMD8-52", narrative: "", goods: "D2.heroin" },
  ]);
});
