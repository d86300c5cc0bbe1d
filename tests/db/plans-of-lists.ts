import { NO_FILTER } from "#app/domain/fact-filter.ts";
import type { Tx } from "#db/client.server.ts";
import type { Membership } from "#db/queries/acting.server.ts";
import { listSeizures, SORTS, type Wanted } from "#db/queries/seizures.server.ts";

type Query = (tx: Tx, member: Membership) => Promise<unknown>;

export const list =
  (over: Partial<Wanted> = {}): Query =>
  (tx, { operationId, readsFacts, unitId }) =>
    listSeizures(tx, operationId, {
      filter: NO_FILTER,
      search: "",
      sort: "newest",
      cursor: null,
      limit: 50,
      unitId: readsFacts ? null : unitId,
      ...over,
    });

const FILTERS: Record<string, Partial<typeof NO_FILTER>> = {
  period: { from: "2026-01-01", to: "2026-01-02" },
  "one that reports little": { reporters: ["LA"] },
  "mode and state": { modes: ["sea_container"], states: ["verified"] },
  "nothing that is": { modes: ["pipeline_other"] },
};

/** First pages of the list of seizures. */
export const OF_LISTS: Record<string, Query> = {
  ...Object.fromEntries(SORTS.map((sort) => [`list, ${sort}`, list({ sort })])),
  ...Object.fromEntries(
    Object.entries(FILTERS).map(([name, filter]) => [`list of ${name}`, list({ filter: { ...NO_FILTER, ...filter } })]),
  ),
  ...Object.fromEntries(
    ["zq", "quê", "yếu", "象牙", "牙", "งา", "งาช", "case/299999"].map((search) => [
      `list with ${search}`,
      list({ search }),
    ]),
  ),
};
