import { useMemo, useSyncExternalStore } from "react";
import type { SeizureFact } from "#app/domain/fact.ts";
import type { FactFilter } from "#app/domain/fact-filter.ts";
import type { EvaluatedFigures, Today } from "#app/domain/figures/result.ts";
import { NO_FILTER } from "#app/domain/filter-address.ts";
import { useLive } from "#app/live/live-context.tsx";
import type { Snapshot } from "#app/live/snapshot.ts";

const still = () => () => {};
const zero = () => 0;

/** Grows with every fold of the snapshot. */
export function useVersion(snapshot: Snapshot | null): number {
  return useSyncExternalStore(snapshot?.watch ?? still, snapshot?.version ?? zero, zero);
}

/** The figures of a filter: as the server counted them for the first paint, then from the snapshot after every fold. */
export function useCurrentFigures<Name extends keyof EvaluatedFigures>(
  loaded: Pick<EvaluatedFigures, Name>,
  filter: FactFilter,
  today: Today,
): Pick<EvaluatedFigures, Name> {
  const { snapshot } = useLive();
  useVersion(snapshot);
  return snapshot ? snapshot.figures(filter, today) : loaded;
}

/** The facts of a filter, newest first; `loaded` until the snapshot has come. */
export function useCurrentFacts(
  loaded: readonly SeizureFact[],
  filter: FactFilter = NO_FILTER,
): readonly SeizureFact[] {
  const { snapshot } = useLive();
  const version = useVersion(snapshot);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is inside the snapshot.
  return useMemo(() => (snapshot ? newestFirst(snapshot.facts(filter)) : loaded), [snapshot, version, filter, loaded]);
}

/** The facts of a filter that were released last, newest first; `loaded` until the snapshot has come. */
export function useNewestFacts(loaded: readonly SeizureFact[], filter: FactFilter, count: number) {
  const { snapshot } = useLive();
  const version = useVersion(snapshot);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is inside the snapshot.
  return useMemo(
    () => (snapshot ? snapshot.newest(count, filter) : loaded),
    [snapshot, version, filter, count, loaded],
  );
}

/** Facts in the order of their release. */
export function newestFirst(facts: Iterable<SeizureFact>): SeizureFact[] {
  return [...facts].sort((left, right) => (left.releasedAt < right.releasedAt ? 1 : -1));
}
