import { v7 as uuid } from "uuid";
import type { Tx } from "#db/client.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import { findDashboard } from "#db/queries/dashboards.server.ts";
import { listParticipants } from "#db/queries/operations.server.ts";
import { listWalls } from "#db/queries/walls.server.ts";
import { Id } from "./domain/id.ts";
import { Problem } from "./domain/problem.ts";
import { WallInput } from "./domain/wall.ts";
import { commandOf, parsed, textOf, wholeOf } from "./form.server.ts";
import type { Acting } from "./services/house.server.ts";
import { startWall, stopWall } from "./services/walls.server.ts";
import { mustBeAllowed, type Outcome } from "./services/write.server.ts";

/** From where a wall is started, with those that run. */
export async function wallStartPage(tx: Tx, self: Self, dashboardId: string | undefined) {
  const member = mustBeAllowed(self, "wall.start");
  const id = Id.safeParse(dashboardId);
  const dashboard = id.success ? await findDashboard(tx, member.operationId, id.data) : null;
  if (!dashboard) throw new Problem("not-found", "dashboards.unknown");
  const participants = (await listParticipants(tx, member.operationId)).filter(({ leftAt }) => leftAt === null);
  const administrations = new Map(participants.map((row) => [row.administrationId, row.officialName]));
  const walls = await listWalls(tx, member);
  return {
    dashboard: { id: dashboard.id, name: dashboard.name },
    administrations: [...administrations].map(([value, name]) => ({ value, name })),
    walls: walls.map(({ startedAt, expiresAt, administrations: among, ...wall }) => ({
      ...wall,
      administrations: among.map((one) => administrations.get(one) ?? ""),
      expiresAt: expiresAt.toISOString(),
    })),
    command: uuid(),
  };
}

export function startByForm(acting: Acting, form: FormData, dashboard: string | undefined): Promise<Outcome> {
  const several = (name: string) => form.getAll(name).filter((value) => typeof value === "string");
  const input = parsed(WallInput, {
    dashboard,
    label: textOf(form, "label"),
    hours: wholeOf(form, "hours"),
    administrations: several("administrations[]"),
    roles: several("roles[]"),
  });
  return startWall(acting, commandOf(form, input));
}

export function stopByForm(acting: Acting, form: FormData, address: string | undefined): Promise<Outcome> {
  const [wall, dashboard] = [Id.safeParse(textOf(form, "wall")), Id.safeParse(address)];
  if (!wall.success || !dashboard.success) throw new Problem("not-found", "wall.unknown");
  return stopWall(acting, commandOf(form, { wall: wall.data, dashboard: dashboard.data }));
}
