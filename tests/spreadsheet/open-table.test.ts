import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { rowsOfText } from "#app/spreadsheet/delimited.server.ts";
import { openTable } from "#app/spreadsheet/open-table.server.ts";
import { FileRefusal } from "#app/spreadsheet/refusal.ts";
import { type MadeCell, writeWorkbook } from "./workbook-maker.ts";

const folder = mkdtempSync(join(tmpdir(), "naga-tables-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
function file(bytes: Uint8Array | string): string {
  const path = join(folder, `${made++}.dat`);
  writeFileSync(path, bytes);
  return path;
}

async function rowsIn(path: string): Promise<string[][]> {
  const table = await openTable(path);
  try {
    const rows: string[][] = [];
    for await (const row of table.rows()) rows.push(row);
    return rows;
  } finally {
    table.close();
  }
}

async function workbook(
  rows: MadeCell[][],
  more: Omit<Parameters<typeof writeWorkbook>[1], "rows"> = {},
): Promise<string> {
  const path = join(folder, `${made++}.xlsx`);
  await writeWorkbook(path, { rows, ...more });
  return path;
}

const refusalOf = (path: string) =>
  rowsIn(path).then(
    () => "read",
    (error: unknown) => (error instanceof FileRefusal ? error.key : String(error)),
  );

const TEXT = "Số vụ,Nơi\n1,Hải Phòng\n2,São Paulo\n";
const ROWS = [
  ["Số vụ", "Nơi"],
  ["1", "Hải Phòng"],
  ["2", "São Paulo"],
];

describe("text in columns", () => {
  const utf16 = (text: string, big: boolean, mark: boolean) => {
    const bytes = Buffer.from(`${mark ? "\ufeff" : ""}${text}`, "utf16le");
    return big ? bytes.swap16() : bytes;
  };

  test("is read in UTF-8 with and without a mark, and in UTF-16 in both orders", async () => {
    for (const bytes of [
      TEXT,
      `\ufeff${TEXT}`,
      utf16(TEXT, false, true),
      utf16(TEXT, true, true),
      utf16(TEXT, false, false),
    ]) {
      expect(await rowsIn(file(bytes))).toEqual(ROWS);
    }
  });

  test("is read in Windows-1252 and in GB18030", async () => {
    const western = Buffer.from("Place,Note\nS\xe3o Paulo,\x93caf\xe9\x94\nM\xfcnchen,x\n", "latin1");
    expect(await rowsIn(file(western))).toEqual([
      ["Place", "Note"],
      ["São Paulo", "“café”"],
      ["München", "x"],
    ]);
    const chinese = Buffer.from("c8d5c6da2cb5d8b5e30a323031382c cfe3b8db0a".replace(" ", ""), "hex");
    expect(await rowsIn(file(chinese))).toEqual([
      ["日期", "地点"],
      ["2018", "香港"],
    ]);
  });

  test.each([";", "\t", "|", ","])(
    "parted by %j, with quotes, line breaks and the mark itself in cells",
    async (mark) => {
      const text = `a${mark}b\r\n"one${mark}two"${mark}"say ""x""\nand y"\r\n3${mark}4\r\n`;
      expect(await rowsIn(file(text))).toEqual([
        ["a", "b"],
        [`one${mark}two`, 'say "x"\nand y'],
        ["3", "4"],
      ]);
    },
  );

  test("pasted cells are read as they come from a spreadsheet", async () => {
    const rows: string[][] = [];
    for await (const row of rowsOfText("Case\tPlace\n1\tHa Noi, old town")) rows.push(row);
    expect(rows).toEqual([
      ["Case", "Place"],
      ["1", "Ha Noi, old town"],
    ]);
  });
});

describe("workbooks", () => {
  test("dates are read by their style, numbers without the noise of floats, texts of both kinds", async () => {
    const path = await workbook(
      [
        ["Date", "Weight", "Text"],
        [{ number: "44333", style: 1 }, { number: "0.30000000000000004" }, { xml: '<c r="@" t="s"><v>0</v></c>' }],
        [{ number: "44333.604166666664", style: 2 }, { number: "12" }, { xml: '<c r="@" t="b"><v>1</v></c>' }],
      ],
      {
        extra: {
          "xl/sharedStrings.xml": "<sst><si><r><t>Hải </t></r><r><t>Phòng</t></r><rPh><t>x</t></rPh></si></sst>",
        },
      },
    );
    expect(await rowsIn(path)).toEqual([
      ["Date", "Weight", "Text"],
      ["2021-05-17", "0.3", "Hải Phòng"],
      ["2021-05-17 14:30", "12", "TRUE"],
    ]);
  });

  test("days count from 1904 where the workbook says so", async () => {
    expect(await rowsIn(await workbook([[{ number: "42871", style: 1 }]], { date1904: true }))).toEqual([
      ["2021-05-17"],
    ]);
  });

  test("a formula is its stored value and is never run", async () => {
    const cell = { xml: '<c r="@"><f>HYPERLINK("http://x")</f><v>7</v></c>' };
    expect(await rowsIn(await workbook([["n", cell]]))).toEqual([["n", "7"]]);
  });

  test("of several sheets the one with the headings is read, and the others that hold anything are named", async () => {
    const sheets = ["Guide", "Cases", "Lists", "Secret", "Empty"];
    const row = (cells: string[]) =>
      `<worksheet><sheetData><row r="1">${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join("")}</row></sheetData></worksheet>`;
    const part = (at: number) => `xl/worksheets/sheet${at + 1}.xml`;
    const parts = [
      row(["Fill in the next sheet"]),
      row(["Case no", "Date", "Quantity"]),
      row(["kg"]),
      row(["Date"]),
      row([]),
    ];
    const extra = Object.fromEntries(parts.map((xml, at) => [part(at), xml]));
    const entry = (name: string, at: number) =>
      `<sheet name="${name}" sheetId="${at + 1}" ${name === "Secret" ? 'state="hidden" ' : ""}r:id="rId${at + 1}"/>`;
    const target = (_: string, at: number) =>
      `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`;
    const path = await workbook([], {
      extra: {
        ...extra,
        "xl/workbook.xml": `<workbook xmlns:r="r"><sheets>${sheets.map(entry).join("")}</sheets></workbook>`,
        "xl/_rels/workbook.xml.rels": `<Relationships>${sheets.map(target).join("")}</Relationships>`,
      },
    });
    expect(await rowsIn(path)).toEqual([["Case no", "Date", "Quantity"]]);
    const table = await openTable(path);
    table.close();
    expect(table.of).toEqual({ read: "Cases", others: ["Guide", "Lists"] });
    const named = await openTable(path, { sheet: "Lists" });
    named.close();
    expect(named.of).toBeUndefined();
  });

  test("gaps between cells and rows stay gaps", async () => {
    const sheet = `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>3</v></c></row>
      <row r="4"><c r="B4"><v>2</v></c></row></sheetData></worksheet>`;
    expect(await rowsIn(await workbook([], { sheet }))).toEqual([["1", "", "3"], [], [], ["", "2"]]);
  });
});

describe("what is refused in words", () => {
  const declared = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>';

  test("macros, document types, damaged parts, a sheet that is missing", async () => {
    expect(await refusalOf(await workbook([["a"]], { extra: { "xl/vbaProject.bin": "x" } }))).toBe(
      "import.file.macros",
    );
    const entities = `${declared}<worksheet><sheetData><row r="1"><c r="A1"><v>&a;</v></c></row></sheetData></worksheet>`;
    expect(await refusalOf(await workbook([], { sheet: entities }))).toBe("import.file.broken_workbook");
    expect(await refusalOf(await workbook([], { sheet: "<worksheet><sheetData><row" }))).toBe(
      "import.file.broken_workbook",
    );
    expect(await refusalOf(await workbook([], { sheet: "<worksheet></other>" }))).toBe("import.file.broken_workbook");
    expect(
      await refusalOf(await workbook([], { extra: { "xl/workbook.xml": "<workbook><sheets/></workbook>" } })),
    ).toBe("import.file.no_sheet");
  });

  test("a million columns, and a million rows in one number", async () => {
    const columns = `<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>`;
    expect(await refusalOf(await workbook([], { sheet: columns }))).toBe("import.file.many_columns");
    const rows = `<worksheet><sheetData><row r="99999999"><c><v>1</v></c></row></sheetData></worksheet>`;
    expect(await refusalOf(await workbook([], { sheet: rows }))).toBe("import.file.many_rows");
    expect(await refusalOf(file(`${",".repeat(100_000)}\n`))).toBe("import.file.many_columns");
  });

  test("a part that unpacks to more than a thousand times its size", async () => {
    const sheet = `<worksheet><sheetData>${" ".repeat(8 * 1024 * 1024)}</sheetData></worksheet>`;
    expect(await refusalOf(await workbook([], { sheet }))).toBe("import.file.bomb");
  });

  test("files of other kinds, empty ones, and cells that never end", async () => {
    expect(await refusalOf(file(""))).toBe("import.file.empty");
    expect(await refusalOf(file("%PDF-1.7 ..."))).toBe("import.file.no_table");
    expect(await refusalOf(file(Buffer.from([1, 2, 0, 4, 0, 0, 7, 0, 0, 0])))).toBe("import.file.no_table");
    expect(await refusalOf(file(Buffer.from("d0cf11e0a1b11ae1", "hex")))).toBe("import.file.old_workbook");
    expect(await refusalOf(file("PK\u0003\u0004 nothing"))).toBe("import.file.broken_workbook");
    expect(await refusalOf(join(folder, "nowhere.csv"))).toBe("import.file.missing");
    expect(await refusalOf(file(`a,b\n"${"x".repeat(20_000_000)}`))).toBe("import.file.broken_text");
  });
});
