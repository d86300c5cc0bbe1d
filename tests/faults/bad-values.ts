import fc from "fast-check";
import type { Id } from "#app/domain/id.ts";

/** Where ids of other kinds, and of another operation, are found. */
export type Foreign = Record<string, Id>;

/** What no field was made for: of each, some field somewhere is made wrong by it. */
export function badTexts(foreign: Foreign): Record<string, string> {
  return {
    ...IN_ANY_FIELD,
    ...Object.fromEntries(Object.entries(foreign).map(([what, id]) => [`the id of ${what}`, id])),
  };
}

const IN_ANY_FIELD: Record<string, string> = {
  "nothing at all": "",
  "blanks alone": " \t\u00a0\u2003 ",
  "most of a megabyte": "x".repeat(900_000),
  "many long words": "heroin ".repeat(20_000),
  "four bytes to a letter": "𠀀🐘".repeat(40),
  NUL: "before\u0000after",
  "a control character": "a\u0007b\u007f",
  "letters from the right": "مخدرات",
  "a turned direction": "\u202egnp.exe",
  "half a letter": "\ud800",
  "a letter in pieces": "ệ".repeat(30),
  "beyond every number": "1e309",
  "minus nothing": "-0",
  "a wide digit": "２",
  "two with a thousands mark": "2.000",
  "less than nothing": "-1",
  "a number too long": "9".repeat(40),
  "no number": "NaN",
  "no end": "Infinity",
  "another base": "0x10",
  "beyond a column": "2147483648",
  "30 February": "2021-02-30",
  "year 0": "0000-01-01",
  "year 9999": "9999-12-31",
  "a year of five digits": "10000-01-01",
  "a month too many": "2021-13-01",
  "a time that is none": "2021-05-17T25:61",
  "an id of nobody": "00000000-0000-0000-0000-000000000000",
  "an id in capitals": "3F2504E0-4F89-41D3-9A0C-0305E82C3301",
  "no id": "not-an-id",
  "a word of the language": "constructor",
  "another word of the language": "__proto__",
  SQL: "'); drop table events; --",
  HTML: '"><script>alert(1)</script>',
  "a path": "../../../etc/passwd",
  "a sign of the address": "%00%2e%2e/",
  JSON: '{"$ne":null}',
};

/** The same for JSON, which has more kinds of wrong. */
export function badJson(foreign: Foreign): Record<string, unknown> {
  return {
    ...badTexts(foreign),
    null: null,
    yes: true,
    "a fraction": 1.5,
    "minus one": -1,
    "more than a whole number holds": 2 ** 60,
    "a number beyond a column": 2_147_483_648,
    "an empty list": [],
    "a list in a list": [[["a"]]],
    "a long list": Array.from({ length: 5_000 }, () => ({})),
    "an empty object": {},
    "a deep object": deep(2_000),
  };
}

function deep(levels: number): unknown {
  let value: unknown = "bottom";
  for (let level = 0; level < levels; level++) value = { a: value };
  return value;
}

/** Always the same ones, and other ones for each subject. */
export function chosen<T>(all: readonly T[], count: number, subject: string): T[] {
  const seed = [...subject].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7);
  return fc.sample(fc.constantFrom(...all), { seed, numRuns: count });
}
