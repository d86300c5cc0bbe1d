import { listParticipants } from "#db/queries/operations.server.ts";
import { listCountries } from "#db/queries/reference.server.ts";
import type { BegunWall } from "#db/queries/walls.server.ts";
import { boardFor } from "./dashboard-board.server.ts";
import { localDateIn } from "./domain/local-date.ts";
import type { Locale } from "./messages/index.ts";
import type { House } from "./services/house.server.ts";
import { readWall } from "./services/walls.server.ts";

export type WallBoard = NonNullable<Awaited<ReturnType<typeof wallBoard>>>;

/** What a wall shows now: nothing at all where it is over, and no figures where somebody in the room reads none. */
export async function wallBoard(house: House, token: string, locale: Locale) {
  return readWall(house, token, async (tx, wall) => {
    const { self, dashboard } = wall;
    const about = aboutOf(wall);
    if (!self) return { ...about, seen: null };
    const board = await boardFor(tx, { house, self, panels: dashboard.panels, forRoom: true });
    const taking = (await listParticipants(tx, wall.operation.operation_id)).filter((row) => row.leftAt === null);
    const countries = await listCountries(tx, locale);
    const own = taking.map((row): [string, string] => [row.administrationCode, row.officialName]);
    const names = Object.fromEntries([...countries.map(({ iso2, name }): [string, string] => [iso2, name]), ...own]);
    const reporting = taking.filter((row) => row.administrationKind !== "organisation");
    const participants = [...new Map(reporting.map((row) => [row.administrationCode, row.officialName]))];
    return { ...about, seen: { board, names, participants: participants.map(([code, name]) => ({ code, name })) } };
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
