import { v7 as uuid } from "uuid";
import type { Tx } from "#db/client.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import { findDashboard, listDashboards } from "#db/queries/dashboards.server.ts";
import { listViews } from "#db/queries/saved-views.server.ts";
import { boardFor } from "./dashboard-board.server.ts";
import { type Action, may } from "./domain/access.ts";
import { writeFactFilter } from "./domain/filter-address.ts";
import { Id } from "./domain/id.ts";
import { Problem } from "./domain/problem.ts";
import { filterOf } from "./domain/saved-view.ts";
import type { House } from "./services/house.server.ts";
import { memberOf, mustBeAllowed } from "./services/write.server.ts";

/** Dashboards that the reader may open, and what he may do here. */
export async function dashboardsPage(tx: Tx, self: Self) {
  const member = mustBeAllowed(self, "dashboard.read");
  return { dashboards: await listDashboards(tx, member), command: uuid(), ...rightsOf(self) };
}

/** One dashboard with its figures; to arrange it, the filters that are kept. */
export async function dashboardPage(tx: Tx, { house, self, id }: { house: House; self: Self; id: string | undefined }) {
  const member = mustBeAllowed(self, "dashboard.read");
  const known = Id.safeParse(id);
  const found = known.success ? await findDashboard(tx, member.operationId, known.data) : null;
  if (!found) throw new Problem("not-found", "dashboards.unknown");
  const { memberId, ...dashboard } = found;
  const own = memberId === member.id;
  return {
    dashboard: { ...dashboard, own },
    board: await boardFor(tx, { house, self, panels: found.panels }),
    filters: own ? await filtersToChoose(tx, self) : [],
    command: uuid(),
    ...rightsOf(self),
  };
}

function rightsOf(self: Self) {
  const member = memberOf(self);
  const allowed = (action: Action) => may(member, action, member.operation.state);
  return { keeps: allowed("dashboard.keep"), shares: allowed("dashboard.share"), starts: allowed("wall.start") };
}

/** The filters of the views that the reader may open: a panel takes the filter as it is then, and not the view. */
async function filtersToChoose(tx: Tx, self: Self) {
  const views = await listViews(tx, memberOf(self));
  return views.map(({ name, query }) => ({ name, query: writeFactFilter(filterOf(query).filter).toString() }));
}
