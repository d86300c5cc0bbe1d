import type { PanelKind } from "#app/domain/dashboard.ts";
import type { Id } from "#app/domain/id.ts";
import type { Role } from "#app/domain/member.ts";
import type { WallInput } from "#app/domain/wall.ts";
import { makeDashboard, stepDashboard } from "#app/services/dashboards.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { startWall } from "#app/services/walls.server.ts";
import { wallBoard } from "#app/wall-page.server.ts";
import { aViewWorld } from "./view-world.ts";
import { aCommand, agencyOf } from "./world.ts";

export type Person = Acting & { memberId: Id; personId: Id; role: Role; agency: string };
export type WallWorld = Awaited<ReturnType<typeof aWallWorld>>;

/** The world of views, with a lead who starts walls of a dashboard of the headline and the newest reports. */
export async function aWallWorld() {
  const stage = await aViewWorld();
  const { world } = stage;

  const join = async (role: Role, agency: string): Promise<Person> => ({
    ...(await world.join({ role, agency: agencyOf(world, agency) })),
    role,
    agency,
  });
  const lead = await join("lead", "RILO");

  async function aDashboard(by: Acting, { shared = false, kinds = KINDS } = {}): Promise<Id> {
    const id = crypto.randomUUID();
    await makeDashboard(by, aCommand({ id, name: "Room", shared }));
    for (const [at, kind] of kinds.entries()) {
      const step = { do: "add" as const, panel: { kind, query: "", wide: false }, at: null };
      await stepDashboard(by, aCommand({ dashboard: id, base: at + 1, step }));
    }
    return id;
  }

  /** Of the Thai contact points' room, unless it is said otherwise. */
  async function aWall(by: Acting, over: Partial<WallInput> = {}) {
    const dashboard = over.dashboard ?? (await aDashboard(by));
    const room = { administrations: administrationsOf("TH-CUS"), roles: ["ncp" as const] };
    const { token = "", wall = "" } = await startWall(
      by,
      aCommand({ label: "Room 4", hours: 24, ...room, ...over, dashboard }),
    );
    return { token, wall, dashboard };
  }

  const administrationsOf = (...codes: string[]) => codes.map((code) => agencyOf(world, code).administrationId);
  const boardOf = (token: string) => wallBoard(world.house, token, "en");
  /** The reports that it lists, the newest first; null where it shows nothing. */
  const listOf = async (token: string) =>
    (await boardOf(token))?.seen?.board.parts[1]?.facts.map(({ id }) => id) ?? null;
  const close = () => world.close();
  return { ...stage, ...{ join, lead, aDashboard, aWall, administrationsOf, boardOf, listOf, close } };
}

const KINDS: readonly PanelKind[] = ["headline", "latest"];
