import type { Tx } from "#db/client.server.ts";
import type { Membership } from "#db/queries/acting.server.ts";
import {
  countHandable,
  exportRows,
  handableAfter,
  handableAmong,
  handedAfter,
  lastHanded,
  listExports,
  openExport,
} from "#db/queries/case-exports.server.ts";
import type { World } from "#tests/support/world.ts";

/** Two workbooks of every agency with 5,000 cases in each. */
export async function handOutBefore({ owner, operationId }: World): Promise<void> {
  await owner`
    insert into case_exports (operation_id, id, agency_id, layout, number, scope, made_by, person_id, shape, state, counts)
    select distinct on (m.agency_id, n) m.operation_id, gen_random_uuid(), m.agency_id, 'cen', n, 'all', m.id, m.person_id,
      '{"headings": ["No"]}', 'done', '{}'
    from members m cross join generate_series(1, 2) n where m.operation_id = ${operationId}`;
  await owner`
    insert into case_export_rows
      (operation_id, export_id, place, agency_id, seizure_id, version, mark, case_no, changed, cells)
    select e.operation_id, e.id, s.place, e.agency_id, s.id, 1, 'new', s.national_case_no, '[]', '[["1"]]'
    from case_exports e cross join lateral (
      select id, national_case_no, row_number() over (order by id) as place from seizures
      where operation_id = e.operation_id and agency_id = e.agency_id and ended_by is null order by id limit 5000) s`;
  await owner`analyze case_exports, case_export_rows`;
}

/** What the pages of exports ask, and each step of making one. */
export const OF_EXPORTS = {
  "workbooks that were handed out": async (tx: Tx, owner: Membership) => {
    const [one] = await listExports(tx, owner, 100);
    const key = { operationId: owner.operationId, id: one?.id ?? owner.operationId };
    await exportRows(tx, key, { mark: null, after: 4_000, limit: 50 });
    await exportRows(tx, key, { mark: "new", after: 10, limit: 50 });
    await openExport(tx, owner, "cen");
  },
  "cases to hand out": async (tx: Tx, owner: Membership) => {
    const first = await handableAfter(tx, owner, "", 1_000);
    await handableAfter(tx, owner, first.at(-1)?.caseNo ?? "", 1_000);
  },
  "how many cases there are to hand out": (tx: Tx, owner: Membership) => countHandable(tx, owner),
  "what was handed out of some cases": async (tx: Tx, owner: Membership) => {
    const first = await handableAfter(tx, owner, "", 1_000);
    const ids = first.map(({ id }) => id);
    await lastHanded(tx, owner, "cen", ids);
  },
  "cases that are handed out no longer": async (tx: Tx, owner: Membership) => {
    const first = await handedAfter(tx, owner, "cen", "", 1_000);
    const ids = first.map(({ id }) => id);
    await handedAfter(tx, owner, "cen", ids.at(-1) ?? "", 1_000);
    await handableAmong(tx, owner, ids);
  },
};
