import fc from "fast-check";
import { expect, test } from "vitest";
import { coverageOf, type Standing, TALLY_MARKS } from "#app/domain/tally/mark.ts";

const several = (n: number, mark: Standing["mark"], owed = true): Standing[] => Array(n).fill({ mark, owed });

test("the figures of an evening after the deadline: 20 of 22 due", () => {
  const evening = [
    ...several(14, "reported"),
    ...several(5, "nil"),
    ...several(2, "missing"),
    ...several(1, "late"),
    ...several(1, "not_due", false),
  ];
  expect(coverageOf(evening)).toEqual({
    ...{ reported: 14, nil: 5, missing: 2, late: 1, not_due: 1 },
    ...{ due: 22, onRecord: 20, awaited: 0 },
  });
});

test("before the deadline those who owe a tally are awaited, and nobody is missing", () => {
  const noon = [...several(6, "reported"), ...several(3, "not_due"), ...several(2, "not_due", false)];
  expect(coverageOf(noon)).toMatchObject({ due: 9, onRecord: 6, awaited: 3, missing: 0 });
});

test("nobody is counted twice or left out, and who owes nothing is not due", () => {
  const standing = fc.record({ mark: fc.constantFrom(...TALLY_MARKS), owed: fc.boolean() });
  fc.assert(
    fc.property(fc.array(standing), (standings) => {
      const counted = coverageOf(standings);
      expect(counted.due + counted.not_due - counted.awaited).toBe(standings.length);
      expect(counted.due).toBe(counted.onRecord + counted.missing + counted.awaited);
    }),
  );
});
