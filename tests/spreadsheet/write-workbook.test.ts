import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { type SheetOut, writeWorkbook } from "#app/spreadsheet/write-workbook.server.ts";
import { openOffice } from "#tests/support/office-files.ts";

const SHEET: SheetOut = {
  ...{
    name: "Anna's",
    widths: [12, 21],
    headed: true,
    rows: [
      ["a", "b"],
      ["1", "ten words "],
      ["1", "x".repeat(50)],
    ],
  },
};

async function sheetOf(sheet: SheetOut) {
  const { part } = await openOffice(await buffer(writeWorkbook([sheet])));
  return { sheet: part("xl/worksheets/sheet1.xml"), book: part("xl/workbook.xml") };
}

test("a sheet is printed with all its columns on one page, its head and its marking on each", async () => {
  const { sheet, book } = await sheetOf({ ...SHEET, marking: "For A & B alone" });
  expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
  expect(sheet).toMatch(/<pageSetup [^>]*orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/);
  expect(sheet).toContain("<oddHeader>&amp;LFor A &amp;&amp; B alone</oddHeader>");
  expect(book).toContain("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'Anna''s'!$1:$1</definedName>");
  expect((await sheetOf({ ...SHEET, headed: false })).book).not.toContain("definedName");
});

test("a row is as high as its longest cell needs, where that is asked for", async () => {
  const heights = ({ sheet }: { sheet: string }) =>
    [...sheet.matchAll(/<row r="\d+"(?: ht="(\d+)" customHeight="1")?>/g)].map(([, height]) => height);
  expect(heights(await sheetOf({ ...SHEET, tall: true }))).toEqual([undefined, undefined, "45"]);
  const line = { text: "x".repeat(50), style: "line" } as const;
  expect(heights(await sheetOf({ ...SHEET, tall: true, rows: [[line]] }))).toEqual(["30"]);
  expect((await sheetOf({ ...SHEET, rows: [["a"], [line]] })).sheet).toContain(
    '<mergeCells count="1"><mergeCell ref="A2:B2"/>',
  );
  expect(heights(await sheetOf(SHEET))).toEqual([undefined, undefined, undefined]);
  // Chinese takes the room of two.
  expect(heights(await sheetOf({ ...SHEET, tall: true, rows: [["1", "国".repeat(20)]] }))).toEqual(["30"]);
});
