import { describe, expect, test } from "vitest";
import { readCenMapping } from "#app/cen-mapping.server.ts";
import { CEN_LAYOUTS, type CenLayoutName } from "#app/domain/cen/mapping.ts";
import { messageLayout, messageRows } from "#app/domain/cen/message.ts";
import { type Naming, rowsOfCase } from "#app/domain/cen/out.ts";
import { caseOf } from "#app/domain/import/case.ts";
import type { ImportIndex } from "#app/domain/import/lists.ts";
import { readRow } from "#app/domain/import/row.ts";
import { type ImportContext, SheetEvidence } from "#app/domain/import/sheet.ts";
import { SeizureInput } from "#app/domain/seizure.ts";
import { someLists } from "../import/lists.ts";

const MAPPING = readCenMapping();
const INDEX = withCodes(someLists());
const CONTEXT: ImportContext = { index: INDEX, home: "VN", latest: "2026-12-31", mapping: MAPPING, checks: null };

/** The lists of the tests, with every code that the mapping names. */
function withCodes(index: ImportIndex): ImportIndex {
  const codes = new Map(index.codes);
  for (const [list, words] of Object.entries(MAPPING.codes))
    codes.set(list, new Map(Object.keys(words).map((code) => [code.replaceAll("_", " "), code])));
  codes.set("handling", new Map([["h2", "H2"]]));
  return { ...index, codes };
}

const NAMING: Naming = {
  country: INDEX.countryName,
  commodity: (code) => ({ "F1.pangolin_scales": "Pangolin scales", "D5.ketamine": "Ketamine" })[code] ?? code,
  taxon: (id) => INDEX.taxonById.get(id)?.scientificName ?? id,
  zone: INDEX.zoneOfPlace,
};

const TOLD: SeizureInput = SeizureInput.parse({
  id: "01890a5d-ac96-774b-bcce-b302099a8058",
  ...{ nationalCaseNo: "HP/2026/17", cenNo: "CEN-2026-000917", cencommNo: "OMD8-44" },
  ...{ eventKind: "controlled_delivery_takedown", occurredOn: "2026-05-17", occurredAt: "2026-05-16T23:30:00.000Z" },
  place: { country: "VN", placeId: "city:vn-haiphong", name: "Hải Phòng, gate 3", precision: "facility" },
  ...{ placeKind: "seaport", direction: "transit", mode: "sea_container" },
  ...{ carrier: "=Line +1", transportNo: "HP 042", containerNo: "CSQU3054383" },
  route: [
    { role: "origin", place: { country: "NA", name: "" }, sharePercent: "60", evidence: "documented" },
    {
      role: "origin",
      place: { country: "CD", name: "Goma", precision: "city" },
      sharePercent: "40",
      evidence: "assumed",
    },
    {
      role: "transit",
      place: { country: "AE", placeId: "city:ae-dubai", name: "Dubai", precision: "city" },
      opportunity: true,
      modeToNext: "sea_container",
    },
    {
      role: "discovery",
      place: { country: "VN", lat: 20.86, lon: 106.683, precision: "exact" },
      evidence: "documented",
    },
    { role: "destination", place: { country: "CN" }, evidence: "intelligence" },
  ],
  items: [
    {
      ...{ commodity: "F1.pangolin_scales", quantity: "2000.125", unit: "kg", qualifier: "approx" },
      ...{ secondQuantity: "80", secondUnit: "sachets", taxonId: "manis-javanica", specimen: "SCA", live: false },
      ...{ identification: "laboratory", description: "In 80 sacks" },
    },
    {
      ...{ commodity: "D5.ketamine", quantity: null, unit: null, taxonText: "", purityPercent: "81.5", brand: "555" },
      fieldCommodity: "F1.pangolin_scales",
    },
  ],
  detections: ["scanner", "international_warning"],
  ...{
    controlReasons: ["intelligence"],
    concealmentPlaces: ["cover_load", "structure"],
    concealmentMethods: ["hidden"],
  },
  ...{ concealmentText: "Behind cashew nuts", offences: ["smuggled", "no_cites_document"] },
  persons: {
    arrested: 3,
    identified: 4,
    nationalities: [
      { country: "VN", count: 2 },
      { country: "LA", count: 1 },
    ],
  },
  ...{
    custody: "confiscated",
    disposal: "evidence",
    narrative: "First line.\nSecond: line.",
    language: "vi",
    handling: "H2",
  },
});

function tableOf(name: CenLayoutName): string[][] {
  const layout = MAPPING.layouts[name];
  const told = { input: TOLD, messageNo: "OMD8-VN-000123", agency: "VN-CUS", administration: "VN" };
  return [layout.columns.map(({ heading }) => heading), ...rowsOfCase(told, layout, MAPPING, NAMING)];
}

function readBack(table: readonly string[][]) {
  const evidence = new SheetEvidence(table, { mapping: MAPPING });
  for (const row of table.slice(evidence.headingRow + 1)) evidence.see(row);
  const sheet = evidence.reading("1900");
  const lines = table.slice(1).map((row, at) => ({ ...readRow(row, sheet, CONTEXT), row: at }));
  return { sheet, lines, told: caseOf(lines, {}) };
}

describe.each(CEN_LAYOUTS)("a case that goes out in the shape '%s'", (name) => {
  test("comes in again as it was, its numbers too", () => {
    const { sheet, lines, told } = readBack(tableOf(name));
    expect(sheet.layout).toBe(name);
    expect(lines.map(({ status }) => status)).toEqual(["ok", "ok"]);
    expect(told.open).toEqual([]);
    const read = SeizureInput.parse({ ...told.said, id: TOLD.id });
    expect(read).toEqual(TOLD);
  });

  test("is skipped where the table says that it was withdrawn", () => {
    const [headings = [], row = []] = tableOf(name);
    const at = MAPPING.layouts[name].columns.findIndex(({ field }) => field === "mark");
    const { lines } = readBack([headings, row.map((cell, column) => (column === at ? "Withdrawn" : cell))]);
    expect(lines).toMatchObject([{ status: "skip", notes: [{ key: "import.row.withdrawn" }] }]);
  });
});

test("a table with other headings is read as every file is", () => {
  const table = [
    ["Case no", "Date", "Place", "Commodity", "Quantity", "Unit", "Remarks"],
    ["1", "17/05/2021", "Bangkok", "Ketamine", "2.000", "kg", ""],
  ];
  const { sheet, lines } = readBack(table);
  expect(sheet.layout).toBeNull();
  expect(lines[0]?.questions).toEqual(["items.0.quantity"]);
});

const MESSAGE = `SEIZURE MESSAGE
CENcomm number: OMD8-51
Sender's reference: LA-2026-3
Seizure date: 2026-05-18
Seizure country: Lao People's Democratic Republic
Goods: Ketamine
Quantity: 12.5
Unit: kg
Goods: Pangolin scales
Quantity: 3
Unit: kg
Text: Found under the seats.
The driver said: nothing.
Informant: none

CENcomm number: OMD8-52
Sender's reference: LA-2026-4
Seizure date: 2026-05-19
Seizure country: Viet Nam
Goods: Ketamine
`;

describe("a pasted message", () => {
  test("becomes a row for each kind of goods of each seizure", () => {
    const layout = messageLayout(MESSAGE, MAPPING);
    expect(layout?.name).toBe("CENcomm");
    if (!layout) return;
    const { sheet, lines } = readBack(messageRows(MESSAGE, layout));
    expect(sheet.layout).toBe("cencomm");
    expect(lines.map(({ fields }) => [fields.nationalCaseNo, fields.cencommNo, fields.occurredOn])).toEqual([
      ["LA-2026-3", "OMD8-51", "2026-05-18"],
      ["LA-2026-3", "OMD8-51", "2026-05-18"],
      ["LA-2026-4", "OMD8-52", "2026-05-19"],
    ]);
    expect(lines[1]?.fields.items).toMatchObject([{ commodity: "F1.pangolin_scales", quantity: "3", unit: "kg" }]);
    expect(lines[0]?.fields.narrative).toBe("Found under the seats.\nThe driver said: nothing.\nInformant: none");
  });

  test.each(["Case no;Date;Place\n1;17/05/2021;Bangkok", "Dear colleague,\nplease see: the file.\nRegards", ""])(
    "is not seen in %j",
    (text) => expect(messageLayout(text, MAPPING)).toBeNull(),
  );
});
