import { useMemo, useSyncExternalStore } from "react";
import { type MapSource, sourceOf } from "#app/components/map/map-data.ts";
import { useFrameValue } from "#app/components/map/use-frame-value.ts";
import type { SeizureFact } from "#app/domain/fact.ts";
import { type FactFilter, fitsFilter } from "#app/domain/fact-filter.ts";
import type { EvaluatedFigures, Today } from "#app/domain/figures/result.ts";
import { NO_FILTER } from "#app/domain/filter-address.ts";
import { useLive } from "#app/live/live-context.tsx";
import type { Snapshot } from "#app/live/snapshot.ts";

const still = () => () => {};
const zero = () => 0;

function useVersion(snapshot: Snapshot | null): number {
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

/** A hundred thousand cases are grouped anew four times a second at most, however many come. */
const MANY = 20_000;
const FOUR_A_SECOND = 250;

/** What a map of the filter is drawn from: the snapshot once it is there, until then what the page was loaded with. */
export function useMapSource(loaded: readonly SeizureFact[], filter: FactFilter): MapSource {
  const { snapshot } = useLive();
  const version = useFrameValue(useVersion(snapshot), (snapshot?.size ?? 0) > MANY ? FOUR_A_SECOND : 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is inside the snapshot.
  return useMemo(
    () => (snapshot ? sourceOfSnapshot(snapshot, filter) : sourceOf(loaded)),
    [snapshot, version, filter, loaded],
  );
}

export function sourceOfSnapshot(snapshot: Snapshot, filter: FactFilter): MapSource {
  const find = (id: string) => {
    const fact = snapshot.fact(id);
    return fact && fitsFilter(filter, fact) ? fact : null;
  };
  return { facts: snapshot.columns, select: () => snapshot.select(filter), factAt: snapshot.factAt, find };
}

/** Facts in the order of their release. */
export function newestFirst(facts: Iterable<SeizureFact>): SeizureFact[] {
  return [...facts].sort((left, right) => (left.releasedAt < right.releasedAt ? 1 : -1));
}
