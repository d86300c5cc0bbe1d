import type { Id } from "#app/domain/id.ts";
import type { ViewInput } from "#app/domain/saved-view.ts";
import type { Acting } from "#app/services/house.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { saveView } from "#app/services/saved-views.server.ts";
import { watchView } from "#app/services/view-notices.server.ts";
import { workOnWatches } from "#app/services/view-watching.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { countUnread, listNotices, listViews } from "#db/queries/saved-views.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { seal } from "./webhook-world.ts";
import { aCommand, agencyOf, aWorld } from "./world.ts";

export type ViewWorld = Awaited<ReturnType<typeof aViewWorld>>;

/** An analyst of Viet Nam's customs who keeps views, and a Thai contact point whose reports are released at once. */
export async function aViewWorld() {
  const world = await aWorld({ steps: { "VN-CUS": 0, "TH-CUS": 0 } });
  const analyst = await world.join({ role: "analyst", agency: agencyOf(world, "VN-CUS") });
  const thai = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });

  /** A view of the statistics by sea, unless it is said otherwise. */
  async function keep(by: Acting, over: Partial<ViewInput> = {}): Promise<Id> {
    const view = { id: crypto.randomUUID(), name: "Sea", page: "statistics" as const, query: "mode=sea_container" };
    await saveView(by, aCommand({ ...view, shared: false, ...over }));
    return over.id ?? view.id;
  }

  async function watch(by: Acting, over: { query?: string; threshold?: number; days?: number | null } = {}) {
    const { query, threshold = 1, days = null } = over;
    const view = await keep(by, query === undefined ? {} : { query });
    await watchView(by, aCommand({ view, threshold, days }));
    return view;
  }

  async function release(over: Parameters<typeof aSeizureInput>[0] = {}, by: Acting = thai): Promise<Id> {
    const seizure = aSeizureInput(over);
    await submitReport(by, aCommand(seizure));
    await seal(world);
    return seizure.id;
  }

  /** What is due now is looked at. */
  async function work(): Promise<void> {
    await seal(world);
    await workOnWatches(world.house, () => false);
    await seal(world);
  }

  const noticesOf = (by: Acting) => read(by, async (tx, self) => listNotices(tx, memberOf(self)));
  const unreadOf = (by: Acting) => read(by, async (tx, self) => countUnread(tx, memberOf(self)));
  const viewsOf = (by: Acting) => read(by, async (tx, self) => listViews(tx, memberOf(self)));
  return { ...{ world, analyst, thai, keep, watch, release, work, noticesOf, unreadOf, viewsOf } };
}

/** So many days before now, as the operation's zone has it. */
export function daysAgo({ now }: { now: Date }, days: number): string {
  return new Date(now.getTime() - days * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10);
}
