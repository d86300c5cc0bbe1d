import fc from "fast-check";
import { expect, test } from "vitest";
import { cellOf, type RoutedCase } from "#app/domain/emerging/cell.ts";
import { findEmerging } from "#app/domain/emerging/emerging.ts";
import { chanceOfAtMost, evidenceOf } from "#app/domain/emerging/evidence.ts";
import { MINIMUM } from "#app/domain/emerging/rule.ts";
import { tallyOf } from "#app/domain/emerging/tally.ts";

const CELLS = ["KE", "NG", "ZA"].flatMap((from) =>
  ["TH", "VN"].flatMap((to) => ["F2", "F3"].map((group) => cellOf(from, to, "travelled", group))),
);
const LAST_DAY = 120;

const Cases: fc.Arbitrary<RoutedCase[]> = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    day: fc.oneof(fc.integer({ min: 1, max: LAST_DAY }), fc.integer({ min: 100, max: LAST_DAY })),
    cells: fc.uniqueArray(fc.constantFrom(...CELLS), { minLength: 1, maxLength: 2 }),
  }),
  { minLength: 80, maxLength: 260, size: "large", selector: ({ id }) => id },
);

test("whatever happens, nothing is said below the minimum, and the numbers are those of a recount", () => {
  let said = 0;
  fc.assert(
    fc.property(Cases, fc.integer({ min: 90, max: LAST_DAY }), (cases, today) => {
      for (const { cell, from, seen, past, kind, shift } of findEmerging(tallyOf(cases), today).findings) {
        said++;
        const until = cases.filter(({ day }) => day <= today);
        const [since, before] = [until.filter(({ day }) => day >= from), until.filter(({ day }) => day < from)];
        const own = (all: RoutedCase[]) => all.filter(({ cells }) => cells.includes(cell));
        expect(seen).toEqual({ cases: own(since).length, among: since.length });
        expect(past).toEqual({ cases: own(before).length, among: before.length });
        expect(seen.cases).toBeGreaterThanOrEqual(past.cases === 0 ? MINIMUM.fresh : MINIMUM.rising);
        expect(new Set(own(since).map(({ day }) => day)).size).toBeGreaterThanOrEqual(MINIMUM.days);
        expect(past.among).toBeGreaterThanOrEqual(MINIMUM.past);
        expect(kind === "shifted").toBe(shift !== null);
      }
    }),
  );
  expect(said).toBeGreaterThan(0);
});

test("the order in which reports come, and what lies after the day, change nothing", () => {
  fc.assert(
    fc.property(Cases, fc.integer({ min: 90, max: LAST_DAY }), (cases, today) => {
      const { leftOut: _, ...now } = findEmerging(tallyOf(cases), today);
      const known = cases.filter(({ day }) => day <= today).reverse();
      const { leftOut: __, ...then } = findEmerging(tallyOf(known), today);
      expect(now).toEqual(then);
    }),
  );
});

const Known = fc.record({
  cases: fc.double({ min: 0.5, max: 40, noNaN: true }),
  among: fc.integer({ min: 40, max: 900 }),
});

test("where nothing changed, evidence for a rise is one in the mean: it cannot be made by looking", () => {
  fc.assert(
    fc.property(Known, fc.integer({ min: 1, max: 200 }), (known, among) => {
      let [mean, before] = [0, 0];
      for (let cases = 0; cases <= 400 && before < 1 - 1e-12; cases++) {
        const upTo = chanceOfAtMost(known, { cases, among });
        mean += (upTo - before) * Math.exp(evidenceOf(known, { cases, among }, 3));
        before = upTo;
      }
      expect(mean).toBeLessThan(1.001);
    }),
  );
});

test("more cases are more evidence, more knowledge that they are usual is less", () => {
  fc.assert(
    fc.property(Known, fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 200 }), (known, cases, among) => {
      const evidence = evidenceOf(known, { cases, among }, 3);
      expect(evidenceOf(known, { cases: cases + 1, among }, 3)).toBeGreaterThan(evidence);
      expect(evidenceOf({ ...known, cases: known.cases + 1 }, { cases, among }, 3)).toBeLessThan(evidence);
    }),
  );
});
