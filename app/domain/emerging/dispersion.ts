import type { CellDay, CorridorTally } from "./tally.ts";
import { casesOn, casesUpTo } from "./tally.ts";

/** What is taken for given before an operation has told: of so many cases' weight. */
const USUAL = { excess: 0.2, weight: 40 };

/**
 * How much more often cases of one cell fall on one day than chance lets them: 0 when never. By moments of the negative
 * binomial whose variance is (1 + excess) times its mean, over all cells and days up to `day` together.
 */
export function excessOf(tally: CorridorTally, day: number): number {
  const all = casesUpTo(tally, day);
  let [paired, cases] = [USUAL.excess * USUAL.weight, USUAL.weight];
  for (const { days } of tally.cells.values()) {
    const own = casesOn(days, day);
    if (own < 2) continue;
    const part = own / all;
    for (const one of days) {
      if (one.day > day) break;
      const usual = part * (tally.perDay.get(one.day) ?? 0);
      paired += one.cases * (one.cases - 1) - usual * one.cases;
      cases += one.cases;
    }
  }
  return Math.max(0, paired / cases);
}

/**
 * How many separate occurrences the cases of a day weigh as. Two of a quiet corridor on one day are mostly one find told
 * twice over, and weigh little more than one; of a busy one they weigh as two.
 */
export function occurrences({ cases }: CellDay, usual: number, excess: number, times: number): number {
  if (cases < 2 || excess <= 0) return cases;
  const size = usual / excess;
  let sum = 0;
  for (let before = 0; before < cases; before++)
    sum += Math.log((times * size + before) / (size + before)) / Math.log(times);
  return sum;
}
