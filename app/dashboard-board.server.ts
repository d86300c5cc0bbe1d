import type { Tx } from "#db/client.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import { placeNamesOf } from "#db/queries/place-names.server.ts";
import { listSeizures } from "#db/queries/seizures.server.ts";
import { casesOfRoom } from "#db/queries/walls.server.ts";
import type { BoardPart } from "./components/dashboards/board-types.ts";
import type { Panel } from "./domain/dashboard.ts";
import type { FactFilter } from "./domain/fact-filter.ts";
import type { Id } from "./domain/id.ts";
import { filterOf } from "./domain/saved-view.ts";
import type { House } from "./services/house.server.ts";
import { figuresFor } from "./services/kept-figures.server.ts";
import { memberOf } from "./services/write.server.ts";
import { agencyDaysSoFar } from "./tally-page.server.ts";

/** So many of the newest reports a panel shows. */
const NEWEST = 8;
/** Among so many of the newest a wall looks for those that it may list. */
const LOOKED_THROUGH = 40;

/** `forRoom`: on a wall, where single reports are listed that everybody in the room may open, and no others. */
type Asked = { house: House; self: Self; panels: readonly Panel[]; forRoom?: boolean };

/** The figures of each panel, counted by the service of all figures as this reader may count them. */
export async function boardFor(tx: Tx, { house, self, panels, forRoom = false }: Asked) {
  const member = memberOf(self);
  const all = await figuresFor(tx, { house, self });
  const parts: BoardPart[] = [];
  for (const { kind, query } of panels) {
    const { filter } = filterOf(query);
    const listed = kind === "latest" ? await newestOf(tx, member.operationId, { filter, forRoom }) : NONE;
    parts.push({ figures: await figuresFor(tx, { house, self, filter }), ...listed });
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

const NONE = { facts: [], unlisted: 0 };

/** The newest reports of a filter; for a room those that all in it may open, and how many of the newest are not. */
async function newestOf(tx: Tx, operationId: Id, { filter, forRoom }: { filter: FactFilter; forRoom: boolean }) {
  const limit = forRoom ? LOOKED_THROUGH : NEWEST;
  const { facts } = await listSeizures(tx, operationId, { filter, search: "", sort: "newest", cursor: null, limit });
  if (!forRoom) return { facts, unlisted: 0 };
  const open = await casesOfRoom(
    tx,
    facts.map(({ id }) => id),
  );
  const readable = facts.filter(({ id }) => open.has(id));
  return { facts: readable.slice(0, NEWEST), unlisted: facts.length - readable.length };
}

/** Places of the gazetteer that the filters speak of, by their ids. */
function placesIn(panels: readonly Panel[]): string[] {
  return panels.flatMap(({ query }) => {
    const { seizedIn, through, corridors } = filterOf(query).filter;
    const ends = corridors.flatMap((key) => key.split(/[>~]/).map((end) => end.slice(3)));
    return [...seizedIn, ...through, ...ends].filter((id) => /^[a-z]+:/.test(id));
  });
}
