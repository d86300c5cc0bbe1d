import { dropDashboard, makeDashboard, nameDashboard } from "#app/services/dashboards.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { startWall, stopWall } from "#app/services/walls.server.ts";
import { read } from "#app/services/write.server.ts";
import { listParticipants } from "#db/queries/operations.server.ts";
import { aCommand } from "#tests/support/world.ts";

/** A dashboard that is shared, changed, shown in a room and taken away. */
export async function shareDashboard(lead: Acting): Promise<void> {
  const dashboard = crypto.randomUUID();
  await makeDashboard(lead, aCommand({ id: dashboard, name: "Morning", shared: true }));
  await nameDashboard(lead, aCommand({ dashboard, base: 1, name: "Evening", shared: true }));
  await showInRoom(lead, dashboard);
  await dropDashboard(lead, aCommand({ dashboard }));
}

async function showInRoom(lead: Acting, dashboard: string): Promise<void> {
  const taking = await read(lead, (tx) => listParticipants(tx, lead.operationId ?? ""));
  const administrations = taking.slice(0, 1).map(({ administrationId }) => administrationId);
  const room = { administrations, roles: ["ncp" as const] };
  const { wall = "" } = await startWall(lead, aCommand({ dashboard, label: "Hall", hours: 8, ...room }));
  await stopWall(lead, aCommand({ wall, dashboard }));
}
