import type { Id } from "../id.ts";
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
  return standing.sort((left, right) => orderOf(left) - orderOf(right) || (left.now.id < right.now.id ? -1 : 1));
}

const orderOf = ({ now }: StandingOutcome) => Date.parse(`${now.said.on}T00:00:00Z`);
