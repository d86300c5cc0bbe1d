import type { Tx } from "#db/client.server.ts";
import type { Membership } from "#db/queries/acting.server.ts";
import { countOwnDashboards, findDashboard, listDashboards } from "#db/queries/dashboards.server.ts";
import { countOwnViews, countUnread, findView, listNotices, listViews } from "#db/queries/saved-views.server.ts";
import { findWatch, sharedFactsOf, toldCases, touchedOrWaiting } from "#db/queries/view-watches.server.ts";
import type { World } from "#tests/support/world.ts";

/** Twenty views of every member, every tenth shared and every fifth watched, with what the watches know and told. */
export async function keepManyViews({ owner, operationId }: World): Promise<void> {
  await owner`
    insert into saved_views (operation_id, id, member_id, agency_id, name, page, query, shared)
    select operation_id, gen_random_uuid(), id, agency_id, 'View ' || n, 'statistics', 'slot=I', n % 10 = 0
    from members cross join generate_series(1, 20) n where operation_id = ${operationId}`;
  await owner`
    insert into view_watches (operation_id, view_id, member_id, threshold, looked)
    select operation_id, id, member_id, 1, 0 from saved_views where name like '%5' or name like '%0'`;
  await owner`
    insert into view_notices (operation_id, id, view_id, member_id, cases, first_at, query, read_at)
    select operation_id, gen_random_uuid(), view_id, member_id, 1, now(), 'slot=I', case when n > 3 then now() end
    from view_watches cross join generate_series(1, 10) n`;
  await owner`
    insert into view_cases (operation_id, view_id, seizure_id, member_id, waits, notice_id)
    select w.operation_id, w.view_id, s.id, w.member_id, s.n = 1, null
    from (select * from view_watches order by view_id limit 40) w cross join (
      select id, row_number() over (order by id) as n from seizure_facts
      where operation_id = ${operationId} and ended_by is null order by id limit 2000) s`;
  await owner`
    insert into dashboards (operation_id, id, member_id, agency_id, name, panels, shared)
    select operation_id, gen_random_uuid(), member_id, agency_id, name, '[]', shared from saved_views`;
  await owner`analyze dashboards, saved_views, view_watches, view_notices, view_cases`;
}

/** What the pages of views ask, and each step of looking at a watch. */
export const OF_VIEWS = {
  "views that one may open": (tx: Tx, member: Membership) => listViews(tx, member),
  "own views and watches": (tx: Tx, member: Membership) => countOwnViews(tx, member),
  "notices of one's views": async (tx: Tx, member: Membership) => [
    await listNotices(tx, member),
    await listNotices(tx, member, { unread: true }),
    await countUnread(tx, member),
  ],
  "dashboards that one may open": async (tx: Tx, member: Membership) => {
    const dashboard = (await listDashboards(tx, member))[0]?.id ?? member.operationId;
    await findDashboard(tx, member.operationId, dashboard);
    await countOwnDashboards(tx, member);
  },
  "a view": async (tx: Tx, member: Membership) => {
    const viewId = (await listViews(tx, member))[0]?.id ?? member.operationId;
    await findView(tx, member.operationId, viewId);
    await findWatch(tx, { operationId: member.operationId, viewId });
  },
  "what a watch looks through": async (tx: Tx, member: Membership) => {
    const { operationId } = member;
    const own = (await listViews(tx, member)).find(({ watch }) => watch !== null);
    const key = { operationId, viewId: own?.id ?? operationId };
    const ids = await touchedOrWaiting(tx, key, { streamId: operationId, after: 1_000, upTo: 1_500 });
    const facts = await sharedFactsOf(tx, operationId, ids.length > 0 ? ids : [operationId]);
    await toldCases(tx, key, facts);
  },
};
