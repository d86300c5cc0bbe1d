import type { Finding } from "./verification.ts";

/** A delay as a distribution: how many it rests on, the middle one, and the one that nine in ten stay below. */
export type Spread = { n: number; median: number; ninetieth: number };

/** Null where there is nothing to speak of. */
export function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((left, right) => left - right);
  return { n: sorted.length, median: quantile(sorted, 0.5), ninetieth: quantile(sorted, 0.9) };
}

/** The value at a share of a sorted list, between its neighbours where it falls between two. */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return low + (high - low) * (at - Math.floor(at));
}

export type FrequentFinding = { check: string; cases: number };

/** In how many cases each check found something, the most frequent first. */
export function frequentFindings(cases: readonly (readonly Finding[])[]): FrequentFinding[] {
  const counts = new Map<string, number>();
  for (const findings of cases) {
    for (const check of new Set(findings.map((finding) => finding.check))) {
      counts.set(check, (counts.get(check) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([check, n]) => ({ check, cases: n }))
    .sort((left, right) => right.cases - left.cases || (left.check < right.check ? -1 : 1));
}
