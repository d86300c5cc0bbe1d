import type { Operation, Pattern } from "./traffic.ts";
import { judge, type Sum, sumOf } from "./watch.ts";

/**
 * What is usual, as a measure: a CUSUM that is told the true part of every cell, takes each case for itself, and whose
 * threshold is the lowest with under one false alarm a month on these very operations. Nobody has such knowledge.
 */
export function bareRule(patterns: readonly Pattern[], operations: readonly Operation[]): Sum {
  const parts = partsOf(patterns);
  const standing = operations.map((operation) => ({ operation, days: sumsOf(operation, parts) }));
  for (let threshold = LEAST; ; threshold += 0.25) {
    const above = (days: Sums[]) => (_: unknown, today: number) =>
      (days[today] ?? []).filter(({ sum }) => sum >= threshold).map(({ key }) => [key]);
    const sum = sumOf(standing.map(({ operation, days }) => judge(operation, above(days))));
    if (sum.falseAlarms < sum.months) return sum;
  }
}

const LEAST = 2;
const TIMES = 3;

/** The cells whose sum stands high on a day. */
type Sums = { key: string; sum: number }[];

function sumsOf({ setting, cases }: Operation, parts: ReadonlyMap<string, number>): Sums[] {
  return Array.from({ length: setting.days }, (_, today) => {
    const told = cases.filter((one) => one.told <= today);
    const all = new Array<number>(today + 1).fill(0);
    const perDay = new Map<string, Map<number, number>>();
    for (const { day, cells } of told) {
      all[day] = (all[day] ?? 0) + 1;
      for (const { key } of cells) {
        const days = perDay.get(key) ?? new Map<number, number>();
        perDay.set(key, days.set(day, (days.get(day) ?? 0) + 1));
      }
    }
    const standing = [...perDay].map(([key, days]) => ({ key, sum: standingOf(days, all, parts.get(key) ?? 0) }));
    return standing.filter(({ sum }) => sum >= LEAST);
  });
}

function standingOf(days: ReadonlyMap<number, number>, all: readonly number[], part: number): number {
  return all.reduce(
    (sum, cases, day) => Math.max(0, sum + (days.get(day) ?? 0) * Math.log(TIMES) - (TIMES - 1) * part * cases),
    0,
  );
}

function partsOf(patterns: readonly Pattern[]): Map<string, number> {
  const all = patterns.reduce((sum, { records }) => sum + records, 0);
  const parts = new Map<string, number>();
  for (const { cells, records } of patterns)
    for (const { key } of cells) parts.set(key, (parts.get(key) ?? 0) + records / all);
  return parts;
}
