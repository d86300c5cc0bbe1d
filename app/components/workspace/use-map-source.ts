import { useMemo } from "react";
import { type MapSource, sourceOf } from "#app/components/map/map-data.ts";
import { useFrameValue } from "#app/components/map/use-frame-value.ts";
import type { SeizureFact } from "#app/domain/fact.ts";
import { type FactFilter, fitsFilter } from "#app/domain/fact-filter.ts";
import { useLive } from "#app/live/live-context.tsx";
import type { Snapshot } from "#app/live/snapshot.ts";
import { useVersion } from "./use-current.ts";

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
