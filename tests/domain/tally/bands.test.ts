import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toMicro } from "#app/domain/exact-decimal.ts";
import { implausibleTotals, type TallyBand } from "#app/domain/tally/bands.ts";
import { referenceMeasures } from "#seeds/reference-measures.server.ts";

const measures = referenceMeasures();
const HEROIN: TallyBand = { group: "D2", dimension: "mass", version: 3, low: "0.001", high: "100" };
const bands = [HEROIN, { group: "D2", dimension: "count", version: 1, low: null, high: "1000" }];

type Line = { quantity: string; unit: string };
const judged = (quantities: Line[], days = 1, group = "D2") =>
  implausibleTotals([{ group, cases: 1, quantities }], { measures, bands, days });
const kg = (quantity: string) => ({ quantity, unit: "kg" });

describe("a day's total", () => {
  test("within its band is not asked about, on the bound neither", () => {
    expect(judged([kg("100")])).toEqual([]);
    expect(judged([{ quantity: "1", unit: "g" }])).toEqual([]);
  });

  test("beyond it is asked about with the bound and its version, whatever unit was typed", () => {
    const found = { row: 0, line: 0, total: "1200", dimension: "mass", beyond: "100", bandVersion: 3 };
    expect(judged([kg("1200")])).toEqual([found]);
    expect(judged([{ quantity: "1.2", unit: "t" }])).toEqual([found]);
    expect(judged([{ quantity: "1200000", unit: "g" }])).toEqual([found]);
  });

  test("of several lines is their sum, and stands at the largest", () => {
    expect(judged([kg("40"), kg("61"), { quantity: "30", unit: "pcs" }])).toMatchObject([{ line: 1, total: "101" }]);
    expect(judged([kg("5000"), { quantity: "5000", unit: "pcs" }])).toMatchObject([
      { line: 0, dimension: "mass" },
      { line: 1, dimension: "count" },
    ]);
  });

  test("may be too small as well", () => {
    expect(judged([{ quantity: "1", unit: "mg" }])).toMatchObject([{ total: "0.000001", beyond: "0.001" }]);
  });

  test("of a week may come to seven days, and not to less than one", () => {
    expect(judged([kg("700")], 7)).toEqual([]);
    expect(judged([kg("701")], 7)).toMatchObject([{ beyond: "700" }]);
    expect(judged([{ quantity: "0.5", unit: "g" }], 7)).toMatchObject([{ beyond: "0.001" }]);
  });

  test("that no band speaks of, or that leads to no base unit, is not judged", () => {
    expect(judged([kg("1000000")], 1, "D3")).toEqual([]);
    expect(judged([{ quantity: "1000000", unit: "cartons" }])).toEqual([]);
    expect(judged([])).toEqual([]);
  });
});

test("it is the sum that is judged, however it is split over lines", () => {
  const grams = fc.array(fc.integer({ min: 1, max: 60_000 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(grams, fc.integer({ min: 1, max: 3 }), (parts, days) => {
      const sum = parts.reduce((total, part) => total + part, 0);
      const found = judged(
        parts.map((part) => ({ quantity: String(part), unit: "g" })),
        days,
      );
      expect(found.length).toBe(sum > 100_000 * days ? 1 : 0);
      for (const { line, total } of found) {
        expect(toMicro(total)).toBe(BigInt(sum) * 1000n);
        expect(parts[line]).toBe(Math.max(...parts));
      }
    }),
  );
});
