import { useMemo } from "react";
import type { FactFilter } from "#app/domain/fact-filter.ts";
import { countPivot, type Pivot, type PivotCounts } from "#app/domain/figures/pivot.ts";
import { useLive } from "#app/live/live-context.tsx";
import { useVersion } from "./use-current.ts";

/** Cases crossed by two keys, as the server counted them for the first paint, then from the snapshot. */
export function useCurrentPivot(
  loaded: PivotCounts,
  filter: FactFilter,
  { rows, columns, measure }: Pivot,
): PivotCounts {
  const { snapshot } = useLive();
  const version = useVersion(snapshot);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is inside the snapshot.
  return useMemo(
    () => (snapshot ? countPivot(snapshot.columns, snapshot.select(filter), { rows, columns, measure }) : loaded),
    [snapshot, version, filter, rows, columns, measure, loaded],
  );
}
