import { expect, test } from "vitest";
import { textFor } from "#app/messages/all.server.ts";
import enCodes from "#app/messages/en/codes.ts";
import { en } from "#app/messages/en.ts";
import viCodes from "#app/messages/vi/codes.ts";
import { vi } from "#app/messages/vi.ts";
import { referenceFile } from "#seeds/reference-files.server.ts";

/** Every key that data put together: codes, coarser codes, commodities, units, rules, published lines. */
function keysOfData(): string[] {
  return [
    ...referenceFile("codes").map((row) => `code.${row.list}.${row.code}`),
    ...referenceFile("codes").flatMap((row) => (row.rollup ? `rollup.${row.list}.${row.rollup}` : [])),
    ...referenceFile("commodities").map((row) => `commodity.${row.code}`),
    ...referenceFile("units").flatMap((row) => [`unit.${row.code}`, `dimension.${row.dimension}`]),
    ...referenceFile("conversion_rules").flatMap((row) => [`rule.${row.id}`, `mark.${row.mark}`]),
    ...referenceFile("taxa").map((row) => `taxon.rank.${row.rank}`),
    ...referenceFile("taxon_listings").map((row) => `appendix.${row.appendix}`),
    ...referenceFile("published_figures").flatMap((row) => [
      `published.line.${row.line}`,
      `published.definition.${row.definition}`,
    ]),
  ];
}

test.each([
  ["English", en],
  ["Vietnamese", vi],
] as const)("every code of the reference data has a label in %s", (_language, catalogue) => {
  const known: Readonly<Record<string, string>> = catalogue;
  expect(keysOfData().filter((key) => !known[key])).toEqual([]);
});

test("both languages have the same labels, and no two codes of a list read alike", () => {
  expect(Object.keys(viCodes).sort()).toEqual(Object.keys(enCodes).sort());
  for (const catalogue of [enCodes, viCodes]) {
    const seen = new Map<string, string>();
    for (const [key, label] of Object.entries(catalogue).filter(([key]) => /^(code|commodity)\./.test(key))) {
      const list = key.startsWith("code.") ? key.slice(0, key.lastIndexOf(".")) : "commodity";
      expect(seen.get(`${list}:${label}`), key).toBeUndefined();
      seen.set(`${list}:${label}`, key);
    }
  }
});

test("units agree with their number, and a question names what it asks about", () => {
  const text = textFor("en");
  expect([text.label("unit.pcs", { n: 1 }), text.label("unit.pcs", { n: 2 })]).toEqual(["piece", "pieces"]);
  const values = { number: "CSQU3054384", expected: 3, corrected: "CSQU3054383" };
  expect(text.label("check.container_check_digit", values)).toBe(
    "The last digit of CSQU3054384 should be 3. Did you mean CSQU3054383?",
  );
});
