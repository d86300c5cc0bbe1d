import { useDelayWords } from "#app/components/charts/band-name.ts";
import { useFlowName } from "#app/components/charts/flow-name.ts";
import { useCountryNames } from "#app/components/workspace/use-workspace.ts";
import type { Behind } from "#app/domain/figures/behind.ts";

/** What of a list stands behind one number, in words. */
export function useBehindName(): (behind: Behind) => string {
  const delayWords = useDelayWords();
  const countries = useCountryNames();
  const flowName = useFlowName((code) => countries[code] ?? code);
  return (behind) => (behind.kind === "delay" ? delayWords(behind.band) : flowName(behind.flow));
}
