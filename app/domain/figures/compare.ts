import type { AgencyDay } from "../tally/agency-days.ts";

/** Days of the operation so far that each period holds. */
export type Lengths = { first: number; second: number };

/** Below so many cases a percentage says more than the numbers do. */
export const LEAST_BASE = 10;

/** Missing shares of tallies further apart than this make the counts themselves hard to compare. */
export const COVERAGE_APART = 0.1;

/** How a count moved from the second period, which is the base, to the first. */
export type Change = {
  first: number | null;
  second: number | null;
  /** Both for one day where the periods differ in length: totals of unlike stretches are no difference. */
  per: "period" | "day";
  /** First less second, in cases, or in cases a day. Null where either is not known. */
  difference: number | null;
  /** Of the base: 0.25 is a quarter more. Null where the base is not known or under `LEAST_BASE` cases. */
  share: number | null;
};

/** What is null is not known, and that is never a zero: nothing was counted on days that the operation has not had. */
export function changeOf(
  counts: { first: number; second: number },
  { first: days, second: baseDays }: Lengths,
): Change {
  const first = days > 0 ? counts.first : null;
  const second = baseDays > 0 ? counts.second : null;
  const per = days === baseDays ? "period" : "day";
  if (first === null || second === null) return { first, second, per, difference: null, share: null };
  const [now, base] = per === "day" ? [first / days, second / baseDays] : [first, second];
  return { first, second, per, difference: now - base, share: second < LEAST_BASE ? null : (now - base) / base };
}

/** A count of the second period at the length of the first: as long as its mark is drawn beside the bar of the first. */
export function atLengthOfFirst(second: number, { first: days, second: baseDays }: Lengths): number {
  return days === baseDays || baseDays === 0 ? second : (second * days) / baseDays;
}

export type Paired<Row> = { key: string; first: Row | null; second: Row | null };

/** Rows of both periods by their keys: those of the first in their order, then those that the second has alone. */
export function pairedRows<Row extends { key: string }>(first: readonly Row[], second: readonly Row[]): Paired<Row>[] {
  const bases = new Map(second.map((row) => [row.key, row]));
  const known = new Set(first.map(({ key }) => key));
  return [
    ...first.map((row) => ({ key: row.key, first: row, second: bases.get(row.key) ?? null })),
    ...second.filter(({ key }) => !known.has(key)).map((row) => ({ key: row.key, first: null, second: row })),
  ];
}

/** Of the agency-days that were due, the part of which nobody knows; null where none was due. */
export function missingShare({ onRecord, missing }: Pick<AgencyDay, "onRecord" | "missing">): number | null {
  return onRecord + missing === 0 ? null : missing / (onRecord + missing);
}

/** Whether so much more is missing of one period that a difference may be one of reporting. */
export type CoverageBeside = "alike" | "apart" | "unknown";

export function coverageBeside(first: AgencyDay, second: AgencyDay): CoverageBeside {
  const [one, other] = [missingShare(first), missingShare(second)];
  if (one === null || other === null) return "unknown";
  return Math.abs(one - other) > COVERAGE_APART ? "apart" : "alike";
}
