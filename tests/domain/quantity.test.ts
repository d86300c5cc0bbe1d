import fc from "fast-check";
import { expect, test } from "vitest";
import { toMicro } from "#app/domain/decimal.ts";
import { equivalents, ivoryClass, normalise, rawIvoryEquivalent, sumByDimension } from "#app/domain/quantity.ts";
import { referenceMeasures } from "#seeds/reference-measures.server.ts";

const MEASURES = referenceMeasures();

const of = (quantity: string, unit: string, commodity: string) => normalise({ quantity, unit, commodity }, MEASURES);

test.each([
  ["33", "kg", "F2.raw_ivory", "33", "mass", "mass"],
  ["400", "g", "D2.heroin", "0.4", "mass", "mass"],
  ["250", "mg", "D2.heroin", "0.00025", "mass", "mass"],
  ["108", "t", "P1", "108000", "mass", "mass"],
  ["3", "lb", "D2.heroin", "1.360777", "mass", "mass"],
  ["1000000", "oz", "D2.heroin", "28349.523125", "mass", "mass"],
  ["750", "ml", "P1.acetic_anhydride", "0.75", "volume", "volume"],
  ["2000000", "tablets", "D1.meth_tablets", "2000000", "count", "count"],
  ["1221", "plants", "L3", "1221", "count", "count"],
  ["4", "pairs", "F6", "8", "count", "count"],
  ["999", "m3", "L1", "999", "timber_volume", "timber_volume"],
  ["25000", "cm2", "F6.reptile_skins", "2.5", "area", "area"],
  ["12", "cartons", "O1.cigarettes", "2400", "count", "cigarettes_carton"],
])("%s %s of %s is %s in the base unit", (quantity, unit, commodity, normalised, dimension, rule) => {
  expect(of(quantity, unit, commodity)).toMatchObject({ normalised, dimension, rule, ruleVersion: 1 });
});

test("what is usual but no definition is marked as approximate", () => {
  expect(of("1", "kg", "D2.heroin")?.approximate).toBe(false);
  expect(of("1", "packs", "O1.cigarettes")).toMatchObject({ normalised: "20", approximate: true });
});

test.each([
  ["5", "cartons", "F8"],
  ["5000", "usd", "O2.cash"],
  ["5", "furlongs", "L1"],
])("%s %s of %s has no base unit to go to", (quantity, unit, commodity) => {
  expect(of(quantity, unit, commodity)).toBeNull();
});

test("two million yaba tablets stay tablets, and are about 180 kg by the rule named", () => {
  const pills = { quantity: "2000000", unit: "tablets", commodity: "D1.meth_tablets" };
  expect(normalise(pills, MEASURES)).toMatchObject({ normalised: "2000000", dimension: "count" });
  expect(equivalents(pills, MEASURES)).toEqual([
    { low: "180", high: "180", dimension: "mass", rule: "yaba_tablet", ruleVersion: 1 },
    { low: "180", high: "600", dimension: "mass", rule: "ats_tablet", ruleVersion: 1 },
  ]);
});

test("a litre of a drug is about a kilogram; a litre of a precursor is not", () => {
  expect(equivalents({ quantity: "2", unit: "l", commodity: "D3.cocaine_liquid" }, MEASURES)).toMatchObject([
    { low: "2", dimension: "mass", rule: "drug_liquid" },
  ]);
  expect(equivalents({ quantity: "2", unit: "l", commodity: "P1.acetic_anhydride" }, MEASURES)).toEqual([]);
});

test("pangolin scales give a band of animals and no single number", () => {
  expect(equivalents({ quantity: "712", unit: "kg", commodity: "F1.pangolin_scales" }, MEASURES)).toMatchObject([
    { low: "197.777778", high: "1424", dimension: "count", rule: "pangolin_scales_animals" },
  ]);
});

test("timber never turns from cubic metres into kilograms, nor pieces of ivory into weight", () => {
  expect(equivalents({ quantity: "999", unit: "m3", commodity: "L1.rosewood" }, MEASURES)).toEqual([]);
  expect(equivalents({ quantity: "440", unit: "pcs", commodity: "F2.raw_ivory" }, MEASURES)).toEqual([]);
});

test("33 kg of ivory are 33 kg raw or 47.1 kg raw-ivory equivalent if worked, between 10 and 100 kg", () => {
  expect(rawIvoryEquivalent("33", "0", MEASURES)).toBe("33");
  expect(rawIvoryEquivalent("0", "33", MEASURES)).toBe("47.142857");
  expect([ivoryClass("9.999999"), ivoryClass("33"), ivoryClass("100")]).toEqual([
    "under_10",
    "10_to_100",
    "100_and_over",
  ]);
});

test("parcels with 33 kg of ivory and 1,221 plants have two sums and no total", () => {
  const parts = [of("33", "kg", "F2"), of("1221", "plants", "L3")].filter((part) => part !== null);
  expect([...sumByDimension(parts)]).toEqual([
    ["mass", "33"],
    ["count", "1221"],
  ]);
});

const micros = fc.bigInt({ min: 1n, max: 10n ** 15n }).map((micro) => {
  const digits = micro.toString().padStart(7, "0");
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
});

test("a heavier quantity is never lighter after normalising, and the exact result is met to half a millionth", () => {
  const scaled = MEASURES.units.filter((unit) => unit.factor !== null);
  fc.assert(
    fc.property(micros, micros, fc.constantFrom(...scaled), (one, other, unit) => {
      const [less, more] = toMicro(one) <= toMicro(other) ? [one, other] : [other, one];
      const [low, high] = [of(less, unit.code, "O4"), of(more, unit.code, "O4")];
      if (!low || !high) throw new Error(`no rule for ${unit.code}`);
      expect(toMicro(low.normalised)).toBeLessThanOrEqual(toMicro(high.normalised));
      const factor = BigInt(Math.round(Number(unit.factor) * 1e12));
      const off = toMicro(low.normalised) * 10n ** 12n - toMicro(less) * factor;
      expect(off <= 5n * 10n ** 11n && off >= -5n * 10n ** 11n).toBe(true);
    }),
  );
});
