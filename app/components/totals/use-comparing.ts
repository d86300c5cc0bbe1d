import { useMemo } from "react";
import { comparisonOf, type Than } from "#app/domain/compared-periods.ts";
import type { FactFilter } from "#app/domain/fact-filter.ts";
import type { EvaluatedFigures, Today } from "#app/domain/figures/result.ts";
import type { LocalDate } from "#app/domain/local-date.ts";
import { useLive } from "#app/live/live-context.tsx";
import { useCurrentFigures } from "../workspace/use-current.ts";
import { useWorkspace } from "../workspace/use-workspace.ts";
import type { Comparing } from "./comparing.ts";

type Asked = { than: Than | null | undefined; filter: FactFilter; day: LocalDate; today: Today };
type Loaded = { first: EvaluatedFigures; second: EvaluatedFigures | null };

/** The second period of the page as of now: counted here from what is held, and as the server counted it before that. */
export function useComparing({ than, filter, day, today }: Asked, loaded: Loaded): Comparing | undefined {
  const { startsOn, endsOn } = useWorkspace().operation.plan;
  const span = useMemo(() => ({ startsOn, endsOn, today: day }), [startsOn, endsOn, day]);
  const comparison = useMemo(() => (than ? comparisonOf(filter, than, span) : null), [than, filter, span]);
  const { snapshot } = useLive();
  const figures = useCurrentFigures(loaded.second ?? loaded.first, comparison?.filter ?? filter, today);
  if (!than) return undefined;
  // Without a snapshot nothing is counted here: what the server has not counted is not shown.
  return { span, comparison: snapshot || loaded.second ? comparison : null, figures };
}
