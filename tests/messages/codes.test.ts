import { expect, test } from "vitest";
import { textFor } from "#app/messages/all.server.ts";
import enCodes from "#app/messages/en/codes.ts";
import { en } from "#app/messages/en.ts";
import { km } from "#app/messages/km.ts";
import { lo } from "#app/messages/lo.ts";
import { my } from "#app/messages/my.ts";
import { th } from "#app/messages/th.ts";
import viCodes from "#app/messages/vi/codes.ts";
import { vi } from "#app/messages/vi.ts";
import { zh } from "#app/messages/zh.ts";
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

const LANGUAGES = { en, zh, vi, th, lo, km, my } as const;
/** Those into which all is translated; the others have what an officer needs. */
const WHOLE = ["en", "vi"];

test.each(Object.entries(LANGUAGES))("every code of the reference data has a label in %s", (language, catalogue) => {
  const known: Readonly<Record<string, string>> = catalogue;
  const needed = keysOfData().filter((key) => WHOLE.includes(language) || !/^(published|rule)\./.test(key));
  expect(needed.filter((key) => !known[key])).toEqual([]);
});

test("English and Vietnamese have the same labels, and no two codes of a list read alike in any language", () => {
  expect(Object.keys(viCodes).sort()).toEqual(Object.keys(enCodes).sort());
  for (const catalogue of Object.values(LANGUAGES)) {
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
