import type { Comparison } from "#app/domain/compared-periods.ts";
import type { CaseCount, ExcludedCount } from "#app/domain/figures/result.ts";
import type { AgencyDay } from "#app/domain/tally/agency-days.ts";
import type { Marking } from "./markings.tsx";

/** What stands under every figure of a page: how many cases, as of when, what was left out, what the records are. */
export type Reckoning = {
  /** The operation's code, for names of files. */
  operation: string;
  /** The instant up to which events are counted. */
  asOf: string;
  cases: CaseCount;
  excluded: ExcludedCount;
  marking: Marking;
  /** Administrations with any case, of all that take part; and tallies of the period over all agencies. */
  behind?: { reporting: number; administrations: number; days: AgencyDay };
  /** The two periods, where the figure says both. */
  compared?: ComparedPeriods;
};

/** `behind`: tallies of the second period over all agencies; left out where it is not known. */
export type ComparedPeriods = Pick<Comparison, "first" | "second"> & { behind?: AgencyDay };
