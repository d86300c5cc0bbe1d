import { expect, test } from "vitest";
import { readCsv } from "#seeds/csv.ts";

test("quoted fields keep commas, quotes and line breaks", () => {
  expect(readCsv('a,b,c\n1,"x, ""y""\nz",\n2,,last\n')).toEqual([
    { a: "1", b: 'x, "y"\nz', c: "" },
    { a: "2", b: "", c: "last" },
  ]);
});

test("a last line without a line break counts, plain and quoted", () => {
  expect(readCsv("a,b\n1,2")).toEqual([{ a: "1", b: "2" }]);
  expect(readCsv('a,b\n"1",')).toEqual([{ a: "1", b: "" }]);
});

test("what is no CSV is refused", () => {
  expect(() => readCsv('a\n"open')).toThrow(/Malformed/);
});
