/** Whose word the headline goes by: case reports, or the daily tallies of the agencies. */
export const TOTALS_BY = ["cases", "tallies"] as const;
export type TotalsBy = (typeof TOTALS_BY)[number];

export function readTotalsBy(params: URLSearchParams): TotalsBy {
  return params.get("by") === "tallies" ? "tallies" : "cases";
}
