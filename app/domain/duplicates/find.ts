import type { Comparable } from "./comparable.ts";
import { type Comparison, compareFeatures } from "./compare.ts";
import { featuresOf } from "./features.ts";
import { pairsToCompare } from "./pairs.ts";
import { REVIEW_FROM } from "./weights.ts";

/** Two reports that may tell of one case, by their ids in order. */
export type Match = Comparison & { ids: [string, string] };

/** Pairs that are certain, or likely enough for the coordination unit to look at; the surest first. */
export function findDuplicates(reports: readonly Comparable[]): Match[] {
  const matches: Match[] = [];
  for (const [a, b] of pairsToCompare(reports.map(featuresOf))) {
    const comparison = compareFeatures(a, b);
    if (!isWorthReview(comparison)) continue;
    const [left, right] = [a.report.id, b.report.id];
    matches.push({ ...comparison, ids: left < right ? [left, right] : [right, left] });
  }
  return matches.sort(bySureness);
}

/** Certain, or likely enough for the coordination unit to look at. */
export function isWorthReview({ certain, score }: Pick<Comparison, "certain" | "score">): boolean {
  return certain || score >= REVIEW_FROM;
}

export function bySureness(left: Match, right: Match): number {
  const byIds = left.ids[0].localeCompare(right.ids[0]) || left.ids[1].localeCompare(right.ids[1]);
  return Number(right.certain) - Number(left.certain) || right.score - left.score || byIds;
}
