import type { Comparison, Span } from "#app/domain/compared-periods.ts";
import type { EvaluatedFigures } from "#app/domain/figures/result.ts";
import { type AgencyDays, agencyDaysIn } from "#app/domain/tally/agency-days.ts";
import type { ComparedPeriods } from "../charts/reckoning.ts";

/** What a page that compares two periods is given. */
export type Comparing = {
  /** The days of the operation so far. */
  span: Span;
  /** Null where the filter names no period. */
  comparison: Comparison | null;
  /** The figures of the second period, by the same filter. */
  figures: EvaluatedFigures;
};

export type Compared = { periods: ComparedPeriods; figures: EvaluatedFigures };

/** What the charts say of both periods: only of such as the operation has had a day of. */
export function comparedIn(comparing: Comparing | undefined, agencyDays: AgencyDays | null): Compared | undefined {
  const found = comparing?.comparison;
  if (!comparing || !found || found.first.days === 0 || found.second.days === 0) return undefined;
  const { first, second } = found;
  const behind = agencyDays ? { behind: agencyDaysIn(agencyDays, second) } : {};
  return { periods: { first, second, ...behind }, figures: comparing.figures };
}
