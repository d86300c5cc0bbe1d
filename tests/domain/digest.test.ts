import fc from "fast-check";
import { expect, test } from "vitest";
import { frequentFindings, spreadOf } from "#app/domain/digest.ts";
import type { Finding } from "#app/domain/verification.ts";

test("the middle and the ninetieth of a hundred", () => {
  const values = Array.from({ length: 101 }, (_, n) => n).reverse();
  expect(spreadOf(values)).toEqual({ n: 101, median: 50, ninetieth: 90 });
  expect(spreadOf([4, 2])).toEqual({ n: 2, median: 3, ninetieth: 3.8 });
  expect(spreadOf([7])).toEqual({ n: 1, median: 7, ninetieth: 7 });
  expect(spreadOf([])).toBeNull();
});

test("the middle is never above the ninetieth, and both lie among the values", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1 }), (values) => {
      const spread = spreadOf(values);
      if (!spread) throw new Error("no spread");
      expect(spread.median).toBeLessThanOrEqual(spread.ninetieth);
      expect(spread.median).toBeGreaterThanOrEqual(Math.min(...values));
      expect(spread.ninetieth).toBeLessThanOrEqual(Math.max(...values));
    }),
  );
});

test("a check counts once in each case, the most frequent first", () => {
  const finding = (check: string): Finding => ({ check, about: "other", values: {}, weight: 1 });
  const cases = [[finding("late"), finding("late")], [finding("late"), finding("thousand")], []];
  expect(frequentFindings(cases)).toEqual([
    { check: "late", cases: 2 },
    { check: "thousand", cases: 1 },
  ]);
});
