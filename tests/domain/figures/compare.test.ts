import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  atLengthOfFirst,
  changeOf,
  coverageBeside,
  LEAST_BASE,
  missingShare,
  pairedRows,
} from "#app/domain/figures/compare.ts";

const WEEK = { first: 7, second: 7 };
const count = fc.integer({ min: 0, max: 100_000 });
const days = fc.integer({ min: 1, max: 400 });

describe("a count of two periods", () => {
  test("of the same length: difference and share of change", () => {
    expect(changeOf({ first: 30, second: 24 }, WEEK)).toEqual({
      ...{ first: 30, second: 24, per: "period", difference: 6, share: 0.25 },
    });
    expect(changeOf({ first: 0, second: 12 }, WEEK)).toMatchObject({ difference: -12, share: -1 });
  });

  test("has no percentage where the base is under ten cases", () => {
    expect(changeOf({ first: 12, second: 9 }, WEEK)).toMatchObject({ difference: 3, share: null });
    expect(changeOf({ first: 12, second: 10 }, WEEK).share).toBeCloseTo(0.2);
    expect(changeOf({ first: 12, second: 0 }, WEEK)).toMatchObject({ second: 0, difference: 12, share: null });
  });

  test("of different length is said per day", () => {
    const change = changeOf({ first: 28, second: 28 }, { first: 14, second: 28 });
    expect(change).toEqual({ first: 28, second: 28, per: "day", difference: 1, share: 1 });
  });

  test("is not known, and no zero, where the operation had no day of the period", () => {
    expect(changeOf({ first: 5, second: 0 }, { first: 7, second: 0 })).toEqual({
      ...{ first: 5, second: null, per: "day", difference: null, share: null },
    });
    expect(changeOf({ first: 0, second: 12 }, { first: 0, second: 7 }).first).toBeNull();
  });

  test("never has a percentage of a small base, and differences of one length are whole and turn round", () => {
    fc.assert(
      fc.property(count, count, days, days, (first, second, one, other) => {
        const change = changeOf({ first, second }, { first: one, second: other });
        expect(change.share === null).toBe(second < LEAST_BASE);
        expect(change.per).toBe(one === other ? "period" : "day");
        if (change.share !== null) expect(Math.sign(change.share)).toBe(Math.sign(change.difference ?? Number.NaN));
        if (one !== other) return;
        expect(change.difference).toBe(first - second);
        expect(changeOf({ first: second, second: first }, { first: one, second: one }).difference).toBe(second - first);
      }),
    );
  });

  test("draws its mark where the bar of the first would end if both went at one pace", () => {
    expect(atLengthOfFirst(28, { first: 14, second: 28 })).toBe(14);
    expect(atLengthOfFirst(5, { first: 7, second: 0 })).toBe(5);
    fc.assert(
      fc.property(count, count, days, days, (first, second, one, other) => {
        const { difference } = changeOf({ first, second }, { first: one, second: other });
        const mark = atLengthOfFirst(second, { first: one, second: other });
        if (Math.abs(first - mark) > 1e-6) expect(Math.sign(first - mark)).toBe(Math.sign(difference ?? Number.NaN));
      }),
    );
  });
});

const rows = fc.uniqueArray(fc.record({ key: fc.constantFrom(..."abcdefgh"), total: count }), {
  selector: ({ key }) => key,
});

test("rows of both periods stand once each, those of the first in their order, and nothing is lost", () => {
  fc.assert(
    fc.property(rows, rows, (first, second) => {
      const pairs = pairedRows(first, second);
      expect(pairs.flatMap((pair) => pair.first ?? [])).toEqual(first);
      expect(new Set(pairs.flatMap((pair) => pair.second ?? []))).toEqual(new Set(second));
      expect(pairs.map(({ key }) => key)).toHaveLength(new Set([...first, ...second].map(({ key }) => key)).size);
      for (const pair of pairs)
        expect([pair.first?.key ?? pair.key, pair.second?.key ?? pair.key]).toEqual([pair.key, pair.key]);
    }),
  );
});

describe("agency-days of two periods", () => {
  const told = (onRecord: number, missing: number) => ({ onRecord, nil: 0, missing, awaited: 3 });

  test("are apart when the missing shares differ by more than a tenth", () => {
    expect(coverageBeside(told(90, 10), told(80, 20))).toBe("alike");
    expect(coverageBeside(told(90, 10), told(79, 21))).toBe("apart");
    expect(coverageBeside(told(79, 21), told(90, 10))).toBe("apart");
  });

  test("are not known where none was due", () => {
    expect(missingShare(told(0, 0))).toBeNull();
    expect(missingShare(told(0, 4))).toBe(1);
    expect(coverageBeside(told(90, 0), told(0, 0))).toBe("unknown");
  });
});
