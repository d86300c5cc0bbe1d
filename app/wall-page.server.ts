import { listCountries } from "#db/queries/reference.server.ts";
import type { BegunWall } from "#db/queries/walls.server.ts";
import type { WallBoard } from "./components/dashboards/wall-types.ts";
import { boardFor } from "./dashboard-board.server.ts";
import { localDateIn } from "./domain/local-date.ts";
import type { Locale } from "./messages/index.ts";
import type { House } from "./services/house.server.ts";
import { readWall } from "./services/walls.server.ts";

/** What a wall shows now: nothing at all where it is over, and no figures where somebody in the room reads none. */
export async function wallBoard(house: House, token: string, locale: Locale): Promise<WallBoard | null> {
  return readWall(house, token, async (tx, wall) => {
    const { self, dashboard } = wall;
    const about = aboutOf(wall);
    if (!self) return { ...about, seen: null };
    const board = await boardFor(tx, { house, self, panels: dashboard.panels, forRoom: true });
    const { participants } = wall.operation;
    const named = (await listCountries(tx, locale)).map(({ iso2, name }) => [iso2, name] as const);
    const names = Object.fromEntries([...named, ...participants.map(({ code, name }) => [code, name] as const)]);
    return { ...about, seen: { board, names, participants } };
  });
}

function aboutOf({ operation, dashboard, people, expiresAt }: BegunWall) {
  const at = new Date(operation.at);
  return {
    dashboard,
    people,
    expiresAt: expiresAt.toISOString(),
    at: at.toISOString(),
    today: localDateIn(operation.zone, at),
    operation: {
      code: operation.operation_code,
      name: operation.operation_name,
      edition: operation.edition,
      kind: operation.operation_kind,
      datesMovedDays: operation.dates_moved,
      handling: operation.handling,
      zone: operation.zone,
      startsOn: operation.starts_on,
      endsOn: operation.ends_on,
      followUpEndsOn: operation.follow_up_ends_on,
    },
  };
}
