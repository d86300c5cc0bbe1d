import { useMemo } from "react";
import type { FactFilter } from "#app/domain/fact-filter.ts";
import { filterOfAmount } from "#app/domain/figures/amounts.ts";
import { type ChartChoice, type ChosenFigure, pivotOf } from "#app/domain/figures/chart-choice.ts";
import { countPivot, type PivotCounts } from "#app/domain/figures/pivot.ts";
import { useLive } from "#app/live/live-context.tsx";
import { useVersion } from "./use-current.ts";

export type ChosenCounts = Partial<Record<ChosenFigure, PivotCounts>>;

/** What the reader chose for single charts: as the server counted it for the first paint, then from the snapshot. */
export function useChosenCharts(
  loaded: ChosenCounts,
  filter: FactFilter,
  choices: readonly ChartChoice[],
): ChosenCounts {
  const { snapshot } = useLive();
  const version = useVersion(snapshot);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is inside the snapshot.
  return useMemo(() => {
    if (!snapshot) return loaded;
    const counted = choices.map((choice) => {
      const selection = snapshot.select(filterOfAmount(filter, choice.amount));
      return [choice.figure, countPivot(snapshot.columns, selection, pivotOf(choice))] as const;
    });
    return Object.fromEntries(counted);
  }, [snapshot, version, filter, choices, loaded]);
}
