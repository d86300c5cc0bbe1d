import type { Tx } from "#db/client.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import { placeNamesOf } from "#db/queries/place-names.server.ts";
import { listSeizures } from "#db/queries/seizures.server.ts";
import type { BoardPart } from "./components/dashboards/board-types.ts";
import type { Panel } from "./domain/dashboard.ts";
import { filterOf } from "./domain/saved-view.ts";
import type { House } from "./services/house.server.ts";
import { figuresFor } from "./services/kept-figures.server.ts";
import { memberOf } from "./services/write.server.ts";
import { agencyDaysSoFar } from "./tally-page.server.ts";

/** So many of the newest reports a panel shows. */
const NEWEST = 8;

type Asked = { house: House; self: Self; panels: readonly Panel[] };

/** The figures of each panel, counted by the service of all figures as this reader may count them. */
export async function boardFor(tx: Tx, { house, self, panels }: Asked) {
  const member = memberOf(self);
  const all = await figuresFor(tx, { house, self });
  const parts: BoardPart[] = [];
  for (const { kind, query } of panels) {
    const { filter } = filterOf(query);
    const wanted = { filter, search: "", sort: "newest", cursor: null, limit: NEWEST } as const;
    const { facts } = kind === "latest" ? await listSeizures(tx, member.operationId, wanted) : { facts: [] };
    parts.push({ figures: await figuresFor(tx, { house, self, filter }), facts });
  }
  const ids = [...parts.flatMap(({ facts }) => facts.flatMap((fact) => fact.place.placeId ?? [])), ...placesIn(panels)];
  return {
    all: all.cases.total,
    parts,
    places: await placeNamesOf(tx, [...new Set(ids)]),
    agencyDays: await agencyDaysSoFar(tx, self),
    asOf: self.now.toISOString(),
  };
}

/** Places of the gazetteer that the filters speak of, by their ids. */
function placesIn(panels: readonly Panel[]): string[] {
  return panels.flatMap(({ query }) => {
    const { seizedIn, through, corridors } = filterOf(query).filter;
    const ends = corridors.flatMap((key) => key.split(/[>~]/).map((end) => end.slice(3)));
    return [...seizedIn, ...through, ...ends].filter((id) => /^[a-z]+:/.test(id));
  });
}
