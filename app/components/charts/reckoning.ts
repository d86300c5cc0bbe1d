import type { CaseCount, ExcludedCount } from "#app/domain/figures/result.ts";
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
};
