import fc from "fast-check";
import { expect, test } from "vitest";
import { TextTable } from "#app/spreadsheet/text-table.server.ts";

const Texts = fc.array(fc.oneof(fc.string({ unit: "grapheme", maxLength: 40 }), fc.constant("")), { maxLength: 60 });

test("every text is found by its number, whatever lies in memory", () => {
  fc.assert(
    fc.property(Texts, fc.integer({ min: 0, max: 300_000 }), (texts, long) => {
      const table = new TextTable();
      const all = [...texts, "象".repeat(Math.floor(long / 3)), ...texts, "x".repeat(long), ...texts];
      for (const text of all) table.add(text);
      expect(all.map((_, at) => table.at(at) === all[at])).toEqual(all.map(() => true));
      table.close();
    }),
    { numRuns: 30 },
  );
});

test("much more than is kept in memory is found in any order, and a text across the end of a block is whole", () => {
  const table = new TextTable();
  const textOf = (at: number) => `${at} ${"ngà voi 象牙 ".repeat(at % 900)}`;
  const count = 8_000;
  for (let at = 0; at < count; at++) table.add(textOf(at));
  const wrong = [];
  for (let at = 0; at < count; at++) if (table.at(at) !== textOf(at)) wrong.push(at);
  for (let at = 0; at < count; at += 37)
    if (table.at((at * 7_919) % count) !== textOf((at * 7_919) % count)) wrong.push(at);
  expect(wrong).toEqual([]);
  table.close();
});

test("what is no number of a text is nothing", () => {
  const table = new TextTable();
  table.add("one");
  expect([-1, 0.5, 1, 1e9, Number.NaN].map((index) => table.at(index))).toEqual(["", "", "", "", ""]);
  expect(table.at(0)).toBe("one");
  table.close();
});
