import type { Comparable } from "#app/domain/duplicates/comparable.ts";
import { findDuplicates } from "#app/domain/duplicates/find.ts";
import { candidatePairs } from "#app/domain/duplicates/pairs.ts";
import { addDays } from "#app/domain/local-date.ts";
import type { Chance } from "#seeds/random.ts";
import { seedId } from "#seeds/seed-id.ts";
import { median } from "../live/figures.ts";
import { byCaseNumberAlone } from "./floor.ts";

const REPORTS = 10_000;
const TURNS = 5;

/** How long an operation of that many reports takes, floor and product in turn in one process. */
export function measureSpeed(reports: readonly Comparable[], roll: Chance): string[] {
  const year = aYearOf(reports, roll);
  const pairs = candidatePairs(year).length;
  const all = (REPORTS * (REPORTS - 1)) / 2;
  const [floor, product]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < TURNS; turn++) {
    floor.push(milliseconds(() => byCaseNumberAlone(year)));
    product.push(milliseconds(() => findDuplicates(year)));
  }
  const ratio = median(product.map((ms, turn) => ms / (floor[turn] ?? Number.NaN)));
  const count = (value: number) => value.toLocaleString("en");
  return [
    "",
    `${count(REPORTS)} reports of one year, drawn from the set: ${count(pairs)} pairs compared of ${count(all)}`,
    `(${((pairs / all) * 100).toFixed(2)} %); median of ${TURNS} turns: bare rule ${median(floor).toFixed(0)} ms, ` +
      `product ${median(product).toFixed(0)} ms, ${ratio.toFixed(0)} times as long`,
  ];
}

/** Reports of the set again and again, each on a day of one year, with a number of its own. */
function aYearOf(reports: readonly Comparable[], roll: Chance): Comparable[] {
  return Array.from({ length: REPORTS }, (_, index) => ({
    ...roll.pick(reports),
    id: seedId("bench", "year", index),
    occurredOn: addDays("2015-01-01", roll.between(0, 364)),
    nationalCaseNo: `N ${index}/15`,
  }));
}

function milliseconds(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}
