import fc from "fast-check";
import { expect, test } from "vitest";
import { csvOf } from "#app/domain/csv.ts";

/** The cells of one CSV text, read by the letter of RFC 4180. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  let [cell, quoted] = ["", false];
  const body = text.replace(/^\ufeff/, "");
  for (let at = 0; at < body.length; at++) {
    const letter = body.charAt(at);
    if (quoted && letter === '"' && body.charAt(at + 1) === '"') at += 1;
    else if (letter === '"') {
      quoted = !quoted;
      continue;
    }
    if (!quoted && (letter === "," || body.startsWith("\r\n", at))) {
      rows.at(-1)?.push(cell);
      cell = "";
      if (letter === ",") continue;
      at += 1;
      if (at < body.length - 1) rows.push([]);
      continue;
    }
    cell += letter;
  }
  return rows;
}

test.each([
  ["=1+1", "'=1+1"],
  ["+84 24", "'+84 24"],
  ["-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\t=1", "'\t=1"],
  ["\r=1", "'\r=1"],
  ["\n=1", "'\n=1"],
  ["  =1", "'  =1"],
  ["＝1", "'＝1"],
  ["%0A", "'%0A"],
])("%j cannot run in a spreadsheet", (text, written) => {
  expect(cellsOf(csvOf(["a"], [[text]]))[1]).toEqual([written]);
});

test.each([["-12.5"], ["-3"], ["0"], ["95.54"]])("%s stays a number", (text) => {
  expect(csvOf(["a"], [[text], [{ decimal: text }], [Number(text)]])).toBe(
    `\ufeffa\r\n${text}\r\n${text}\r\n${text}\r\n`,
  );
});

test("a decimal that is none is guarded like text", () => {
  expect(csvOf(["a"], [[{ decimal: "=1" }]])).toBe(`\ufeffa\r\n"'=1"\r\n`);
});

test("empty cells, commas, quotes and line breaks are kept", () => {
  const text = csvOf(
    ["a", "b"],
    [
      ['Hong Kong, China "HK"', null],
      ["two\r\nlines", "Việt Nam"],
    ],
  );
  expect(cellsOf(text)).toEqual([
    ["a", "b"],
    ['Hong Kong, China "HK"', ""],
    ["two\r\nlines", "Việt Nam"],
  ]);
});

test("whatever is written is read back, and no text cell begins with what runs", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string({ unit: "grapheme" }), { minLength: 2, maxLength: 2 }), { minLength: 1 }),
      (rows) => {
        const read = cellsOf(csvOf(["a", "b"], rows)).slice(1);
        expect(read.length).toBe(rows.length);
        rows.flat().forEach((text, at) => {
          const cell = read.flat()[at] ?? "";
          expect([text, `'${text}`]).toContain(cell);
          expect(/^\s*[=+@\t\r]/.test(cell)).toBe(false);
        });
      },
    ),
  );
});
