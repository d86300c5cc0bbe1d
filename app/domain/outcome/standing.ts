import type { Id } from "../id.ts";
import { OUTCOME_KINDS } from "./kinds.ts";
import type { OutcomeSaid } from "./said.ts";

/** A version of an outcome, with who answers for it. */
export type OutcomeVersion = {
  id: Id;
  version: number;
  said: OutcomeSaid;
  withdrawn: boolean;
  /** Why it was corrected or taken back. */
  reason: string;
  author: string | null;
  agency: string | null;
  at: string;
};

/** An outcome as it stands, with what was said of it before, the latest first. */
export type StandingOutcome = { now: OutcomeVersion; before: readonly OutcomeVersion[] };

/** The outcomes of a seizure by their own days, the first one first; those that were taken back keep their place. */
export function standingOutcomes(versions: readonly OutcomeVersion[]): StandingOutcome[] {
  const byOutcome = new Map<Id, OutcomeVersion[]>();
  for (const version of versions) byOutcome.set(version.id, [...(byOutcome.get(version.id) ?? []), version]);
  const standing = [...byOutcome.values()].flatMap((rows) => {
    const [now, ...before] = rows.sort((left, right) => right.version - left.version);
    return now ? [{ now, before }] : [];
  });
  return standing.sort((left, right) => (orderOf(left) < orderOf(right) ? -1 : 1));
}

/** By its day; on one day a charge comes before its verdict, and what was told first comes first. */
const orderOf = ({ now, before }: StandingOutcome) =>
  [now.said.on, OUTCOME_KINDS.indexOf(now.said.kind), (before.at(-1) ?? now).at, now.id].join(" ");
