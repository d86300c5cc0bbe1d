import fc from "fast-check";
import { expect, test } from "vitest";
import type { Linkable } from "#app/domain/case-links/linkable.ts";
import { type Reason, reasonsBetween, suggestionOf } from "#app/domain/case-links/reasons.ts";
import { MINIMUM } from "#app/domain/case-links/rule.ts";
import { Commonnesses, Linkables } from "./linkables.ts";

const pointsOf = (reasons: readonly Reason[]) => reasons.reduce((sum, { points }) => sum + points, 0);

test("it is the same from both sides", () => {
  fc.assert(
    fc.property(Linkables, Linkables, Commonnesses, (one, other, common) => {
      expect(reasonsBetween(one, other, common)).toEqual(reasonsBetween(other, one, common));
    }),
  );
});

/** The same said in another order. */
function turned(one: Linkable): Linkable {
  const back = <T>(values: readonly T[]): T[] => [...values].reverse();
  return {
    ...one,
    way: { from: back(one.way.from), on: back(one.way.on) },
    commodities: back(one.commodities),
    hidden: back(one.hidden),
    case: one.case && { ...one.case, marks: back(one.case.marks), words: back(one.case.words) },
  };
}

test("the order in which a case says things changes nothing", () => {
  fc.assert(
    fc.property(Linkables, Linkables, Commonnesses, (one, other, common) => {
      const kinds = (reasons: Reason[]) => reasons.map(({ kind, points, carries }) => ({ kind, points, carries }));
      expect(kinds(reasonsBetween(turned(one), other, common))).toEqual(kinds(reasonsBetween(one, other, common)));
    }),
  );
});

/** Every way to know less of a case: a tier that may not be read, a field that is empty, one value of several. */
function lessKnown(one: Linkable): Linkable[] {
  const without = <T>(values: readonly T[]): (readonly T[])[] =>
    values.map((_, at) => values.filter((__, i) => i !== at));
  const kase = one.case;
  return [
    { ...one, case: null },
    { ...one, names: null },
    { ...one, day: null },
    { ...one, way: { from: [], on: one.way.on } },
    ...without(one.way.on).map((on) => ({ ...one, way: { from: one.way.from, on: [...on] } })),
    ...without(one.commodities).map((commodities) => ({ ...one, commodities })),
    ...without(one.hidden).map((hidden) => ({ ...one, hidden })),
    ...(kase ? without(kase.marks).map((marks) => ({ ...one, case: { ...kase, marks } })) : []),
    ...(kase ? without(kase.words).map((words) => ({ ...one, case: { ...kase, words } })) : []),
    ...(kase ? [{ ...one, case: { ...kase, container: "", transport: "" } }] : []),
  ];
}

test("who knows less is never given more: neither reasons nor points", () => {
  fc.assert(
    fc.property(Linkables, Linkables, Commonnesses, (one, other, common) => {
      const all = reasonsBetween(one, other, common);
      for (const less of lessKnown(one)) {
        const found = reasonsBetween(less, other, common);
        expect(pointsOf(found)).toBeLessThanOrEqual(pointsOf(all) + 1e-9);
        for (const reason of found) {
          const known = all.find(({ kind }) => kind === reason.kind);
          expect(known?.points ?? 0).toBeGreaterThanOrEqual(reason.points - 1e-9);
        }
        if (suggestionOf(less, other, common)) expect(suggestionOf(one, other, common)).not.toBeNull();
      }
    }),
  );
});

test("a suggestion has enough points, and a reason that carries it", () => {
  let made = 0;
  fc.assert(
    fc.property(Linkables, Linkables, Commonnesses, (one, other, common) => {
      const suggestion = suggestionOf(one, other, common);
      if (!suggestion) return;
      made++;
      expect(suggestion.points).toBeGreaterThanOrEqual(MINIMUM);
      expect(suggestion.points).toBeCloseTo(pointsOf(suggestion.reasons));
      expect(suggestion.reasons.some(({ carries }) => carries)).toBe(true);
    }),
    { numRuns: 400 },
  );
  expect(made).toBeGreaterThan(20);
});

test("what of a case may not be read is in no reason", () => {
  fc.assert(
    fc.property(Linkables, Linkables, Commonnesses, (one, other, common) => {
      const kinds = reasonsBetween({ ...one, case: null, names: null }, other, common).map(({ kind }) => kind);
      const open = ["hidden", "route", "commodity", "close"];
      expect(kinds.filter((kind) => !open.includes(kind))).toEqual([]);
    }),
  );
});
