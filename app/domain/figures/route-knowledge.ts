import type { RouteKnowledge } from "../route.ts";
import type { FactColumns } from "./columns.ts";

/** How many cases lack an end of their route. They are counted like all others; only their lines are missing. */
export function routeKnowledge({ routes }: FactColumns, cases: Uint32Array): RouteKnowledge {
  const byEnds = [0, 0, 0, 0];
  for (const row of cases) {
    const ends = routes.ends[row] ?? 0;
    byEnds[ends] = (byEnds[ends] ?? 0) + 1;
  }
  const [lackBoth = 0, lackDestination = 0, lackOrigin = 0, known = 0] = byEnds;
  return { total: cases.length, known, lackOrigin, lackDestination, lackBoth };
}
