import { dropDashboard, makeDashboard, nameDashboard } from "#app/services/dashboards.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { aCommand } from "#tests/support/world.ts";

/** A dashboard that is shared, changed and taken away. */
export async function shareDashboard(lead: Acting): Promise<void> {
  const dashboard = crypto.randomUUID();
  await makeDashboard(lead, aCommand({ id: dashboard, name: "Morning", shared: true }));
  await nameDashboard(lead, aCommand({ dashboard, base: 1, name: "Evening", shared: true }));
  await dropDashboard(lead, aCommand({ dashboard }));
}
