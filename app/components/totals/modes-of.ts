import type { FactFilter } from "#app/domain/fact-filter.ts";
import type { EvaluatedFigures } from "#app/domain/figures/result.ts";

/** Modes of transport that a form of a filter offers: those that occur, and those that are asked for. */
export function modesOf({ byMode }: Pick<EvaluatedFigures, "byMode">, { modes }: FactFilter): string[] {
  return [...new Set([...byMode.flatMap((row) => row.key.mode ?? []), ...modes])].sort();
}
