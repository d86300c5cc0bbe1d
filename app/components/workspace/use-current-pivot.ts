import { useMemo } from "react";
import type { FactFilter } from "#app/domain/fact-filter.ts";
import { writeAmount } from "#app/domain/figures/amounts.ts";
import { countPivot, type Pivot, type PivotCounts } from "#app/domain/figures/pivot.ts";
import { useLive } from "#app/live/live-context.tsx";
import { useVersion } from "./use-current.ts";

/** Cases crossed by two keys, as the server counted them for the first paint, then from the snapshot. */
export function useCurrentPivot(
  loaded: PivotCounts,
  filter: FactFilter,
  { rows, columns, measure, amount }: Pivot,
): PivotCounts {
  const { snapshot } = useLive();
  const version = useVersion(snapshot);
  // An amount is read anew out of the address each time.
  const said = amount && writeAmount(amount);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is inside the snapshot.
  return useMemo(
    () =>
      snapshot ? countPivot(snapshot.columns, snapshot.select(filter), { rows, columns, measure, amount }) : loaded,
    [snapshot, version, filter, rows, columns, measure, said, loaded],
  );
}
