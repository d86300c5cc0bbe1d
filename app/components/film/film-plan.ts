import type { ClockName } from "#app/components/known/clock-choice.tsx";
import type { FactFilter } from "#app/domain/fact-filter.ts";
import type { Snapshot } from "#app/live/snapshot.ts";

/** One picture of a film: the facts and the filter it is counted from, and what its clock says. */
export type FilmStep = { snapshot: Snapshot; filter: FactFilter; said: string };

/** A film as the bar under the map would play it, step by step. */
export type FilmPlan = {
  clock: ClockName;
  steps: number;
  /** What has to be said of all its pictures. */
  notes: readonly string[];
  /** Fetches what it is made of. Steps are asked for in their order; `whole` is all that there is to see, asked for first. */
  begin: () => Promise<{ whole: FilmStep; at: (step: number) => FilmStep }>;
};

/** More steps are no short video any more: five minutes. */
export const MOST_STEPS = 900;

/** Why there is no video. */
export const FILM_FAILURES = ["unsupported", "too_long", "taken_back", "failed"] as const;
export type FilmFailure = (typeof FILM_FAILURES)[number];

export class FilmProblem extends Error {
  constructor(readonly why: FilmFailure) {
    super(`No film: ${why}`);
  }
}
