import { and, asc, count, desc, eq, isNull, or, sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { Tx } from "../client.server.ts";
import { agencies, members, persons, savedViews, viewNotices, viewWatches } from "../schema.ts";

type Keeper = { operationId: Id; id: Id };

const { id, name, page, query, shared, version, memberId } = savedViews;

/** What the reader may open: the own views, and those of others that are shared; with the own watch on each. */
export async function listViews(tx: Tx, { operationId, id: reader }: Keeper) {
  const rows = await tx
    .select({
      ...{ id, name, page, query, shared, version },
      own: sql<boolean>`${memberId} = ${reader}::uuid`,
      maker: persons.name,
      agency: agencies.name,
      threshold: viewWatches.threshold,
      days: viewWatches.days,
    })
    .from(savedViews)
    .leftJoin(members, and(eq(members.operationId, savedViews.operationId), eq(members.id, memberId)))
    .leftJoin(persons, eq(persons.id, members.personId))
    .leftJoin(agencies, eq(agencies.id, savedViews.agencyId))
    .leftJoin(viewWatches, and(eq(viewWatches.operationId, savedViews.operationId), eq(viewWatches.viewId, id)))
    .where(and(eq(savedViews.operationId, operationId), or(eq(memberId, reader), eq(shared, true))))
    .orderBy(sql`lower(${name})`, asc(id));
  return rows.map(({ threshold, days, ...row }) => ({
    ...row,
    watch: row.own && threshold !== null ? { threshold, days } : null,
  }));
}

/** One view that the reader may open. */
export async function findView(tx: Tx, operationId: Id, view: Id) {
  const [row] = await tx
    .select({ id, name, page, query, shared, version, memberId })
    .from(savedViews)
    .where(and(eq(savedViews.operationId, operationId), eq(id, view)));
  return row ?? null;
}

export async function countOwnViews(tx: Tx, { operationId, id: reader }: Keeper) {
  const [row] = await tx
    .select({ views: count(), watches: count(viewWatches.viewId) })
    .from(savedViews)
    .leftJoin(viewWatches, and(eq(viewWatches.operationId, savedViews.operationId), eq(viewWatches.viewId, id)))
    .where(and(eq(savedViews.operationId, operationId), eq(memberId, reader)));
  return row ?? { views: 0, watches: 0 };
}

/** What was told of the reader's views, the latest first; of a notice of one case, which one, if it is read still. */
export async function listNotices(tx: Tx, { operationId, id: reader }: Keeper, { unread = false, limit = 50 } = {}) {
  const { cases, firstAt, at, readAt } = viewNotices;
  return tx
    .select({
      id: viewNotices.id,
      ...{ cases, firstAt, at, readAt },
      viewId: viewNotices.viewId,
      query: viewNotices.query,
      view: savedViews.name,
      page: savedViews.page,
      seizures: sql<Id[]>`array(select f.id from view_cases c join seizure_facts f
        on f.operation_id = c.operation_id and f.id = c.seizure_id and f.ended_by is null
          and f.shared and f.state in ('submitted', 'verified')
        where c.operation_id = ${viewNotices.operationId} and c.notice_id = ${viewNotices.id}
        order by f.id limit 2)`,
    })
    .from(viewNotices)
    .innerJoin(
      savedViews,
      and(eq(savedViews.operationId, viewNotices.operationId), eq(savedViews.id, viewNotices.viewId)),
    )
    .where(
      and(
        eq(viewNotices.operationId, operationId),
        eq(viewNotices.memberId, reader),
        unread ? isNull(readAt) : undefined,
      ),
    )
    .orderBy(desc(at), desc(viewNotices.id))
    .limit(limit);
}

export async function countUnread(tx: Tx, { operationId, id: reader }: Keeper): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(viewNotices)
    .where(and(eq(viewNotices.operationId, operationId), eq(viewNotices.memberId, reader), isNull(viewNotices.readAt)));
  return row?.n ?? 0;
}
