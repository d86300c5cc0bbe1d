import fc from "fast-check";
import { expect, test } from "vitest";
import type { Comparable } from "#app/domain/duplicates/comparable.ts";
import { compareReports } from "#app/domain/duplicates/compare.ts";
import { Compared } from "#app/domain/duplicates/compared.ts";
import { findDuplicates, isWorthReview } from "#app/domain/duplicates/find.ts";
import { candidatePairs } from "#app/domain/duplicates/pairs.ts";
import { AnyReports, report } from "./reports.ts";

const allPairs = (reports: readonly Comparable[]) =>
  reports.flatMap((one, index) => reports.slice(index + 1).map((other) => [one, other] as const));
const names = (pairs: Iterable<readonly Comparable[]>) =>
  [...pairs]
    .map((pair) =>
      pair
        .map(({ id }) => id)
        .sort()
        .join(" "),
    )
    .sort();

test("blocks lose no pair that has any score or is certain, and give none twice", () => {
  let withScore = 0;
  fc.assert(
    fc.property(AnyReports, (reports) => {
      const scored = allPairs(reports).filter(([one, other]) => {
        const { certain, score } = compareReports(one, other);
        return certain || score > 0;
      });
      const candidates = names(candidatePairs(reports));
      expect(new Set(candidates).size).toBe(candidates.length);
      expect(candidates).toEqual(expect.arrayContaining(names(scored)));
      withScore += scored.length;
    }),
  );
  expect(withScore).toBeGreaterThan(1000);
});

test("what is found is what all pairs would give, the surest first", () => {
  let matches = 0;
  fc.assert(
    fc.property(AnyReports, (reports) => {
      const found = findDuplicates(reports);
      const wanted = allPairs(reports).filter(([one, other]) => isWorthReview(compareReports(one, other)));
      expect(found.map(({ ids }) => ids.join(" ")).sort()).toEqual(names(wanted));
      const ranks = found.map(({ certain, score }) => Number(certain) * 2 + score);
      expect(ranks).toEqual([...ranks].sort((left, right) => right - left));
      matches += found.length;
    }),
  );
  expect(matches).toBeGreaterThan(1000);
});

test("one by one, in any order, with changes and removals, gives what all at once give", () => {
  let matches = 0;
  fc.assert(
    fc.property(AnyReports, fc.infiniteStream(fc.nat()), (reports, numbers) => {
      const compared = new Compared();
      const number = () => Number(numbers.next().value);
      const at = () => reports[number() % reports.length];
      for (let turn = 0; turn < reports.length; turn++) {
        const [one, other] = [at(), at()];
        // As another version of it, which has everything of another report but its id.
        if (one && other) compared.add({ ...other, id: one.id });
        if (one && number() % 3 === 0) compared.remove(one.id);
      }
      for (const one of [...reports].sort(() => (number() % 2) * 2 - 1)) compared.add(one);
      const gone = at();
      if (gone) compared.remove(gone.id);
      const left = reports.filter(({ id }) => id !== gone?.id);
      expect(compared.size).toBe(left.length);
      expect(compared.matches()).toEqual(findDuplicates(left));
      matches += compared.matches().length;
    }),
  );
  expect(matches).toBeGreaterThan(1000);
});

test("both ways round give the same, and nothing leaves 0 to 1", () => {
  fc.assert(
    fc.property(AnyReports, (reports) => {
      for (const [one, other] of allPairs(reports).slice(0, 60)) {
        const there = compareReports(one, other);
        expect(compareReports(other, one)).toEqual(there);
        expect(there.score).toBeGreaterThanOrEqual(0);
        expect(there.score).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test("no report is paired with itself, nor with another version under its id", () => {
  const one = report({ id: "same" });
  expect(candidatePairs([one, { ...one, nationalCaseNo: "12/26" }])).toEqual([]);
});

test("a year of reports from many countries is compared in a fraction of all pairs", () => {
  const countries = ["VN", "TH", "LA", "KH", "MM", "CN", "AU", "ID", "MY", "PH"];
  const reports = Array.from({ length: 1000 }, (_, index) => {
    const country = countries[index % 10] ?? "VN";
    return { ...report({ route: [] }), reporter: country, place: { ...report().place, country } };
  }).map((one, index) => ({
    ...one,
    occurredOn: `2026-${String((index % 12) + 1).padStart(2, "0")}-${String((index % 28) + 1).padStart(2, "0")}`,
  }));
  expect(candidatePairs(reports).length).toBeLessThan((1000 * 999) / 2 / 20);
});
