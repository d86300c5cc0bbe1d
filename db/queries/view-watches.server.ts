import { and, eq, sql } from "drizzle-orm";
import type { SeizureFact } from "../../app/domain/fact.ts";
import type { FactFilter } from "../../app/domain/fact-filter.ts";
import type { Id } from "../../app/domain/id.ts";
import type { Db, Tx } from "../client.server.ts";
import { viewCases, viewWatches } from "../schema.ts";
import { figureTables } from "./figure-fragments.server.ts";

export type WatchKey = { operationId: Id; viewId: Id };

/** Watches in whose operation something happened to a seizure since they were looked at. No reader is asked. */
export async function dueWatches(db: Db): Promise<WatchKey[]> {
  const rows = await db.execute<WatchKey>(
    sql`select operation_id as "operationId", view_id as "viewId" from due_watches()`,
  );
  return [...rows];
}

export type TakenWatch = {
  memberId: Id;
  threshold: number;
  days: number | null;
  looked: number;
  head: number;
  streamId: Id;
  query: string;
};

/** Null when another one has it, or it is gone. From here on a session with that hash is its maker's, in this transaction. */
export async function beginWatch(tx: Tx, { operationId, viewId }: WatchKey, hash: Buffer, proof: Buffer) {
  const [taken] = await tx.execute<TakenWatch>(sql`
    select member_id as "memberId", threshold, days, looked::float8 as looked, head::float8 as head,
      stream_id as "streamId", query
    from begin_watch(${operationId}::uuid, ${viewId}::uuid, ${hash}::bytea, ${proof}::bytea)`);
  return taken ?? null;
}

export type Looked = { upTo: number; waiting: readonly Id[]; notice: Id | null; cases: number };

export async function endWatch(tx: Tx, { operationId, viewId }: WatchKey, hash: Buffer, looked: Looked): Promise<void> {
  const { upTo, waiting, notice, cases } = looked;
  await tx.execute(sql`
    select end_watch(${operationId}::uuid, ${viewId}::uuid, ${hash}::bytea, ${upTo}::bigint,
      ${listOf(waiting)}::uuid[], ${notice}::uuid, ${cases}::int)`);
}

const listOf = (ids: readonly Id[]) => `{${ids.join(",")}}`;

/** What may have come to fit, or ceased to: seizures that events of the stretch speak of, and those that wait. */
export async function touchedOrWaiting(tx: Tx, key: WatchKey, stretch: { streamId: Id; after: number; upTo: number }) {
  const { streamId, after, upTo } = stretch;
  const rows = await tx.execute<{ id: Id }>(sql`
    select (b.body::jsonb ->> 'seizure')::uuid as id
    from events e join event_bodies b on b.event_id = e.id
    where e.stream_id = ${streamId}::uuid and e.seq > ${after}::bigint and e.seq <= ${upTo}::bigint
      and e.type like 'seizure.%'
    union select seizure_id from view_cases
    where operation_id = ${key.operationId}::uuid and view_id = ${key.viewId}::uuid and waits`);
  return rows.map(({ id }) => id);
}

/** Of these the facts that everybody counts who reads facts. */
export async function sharedFactsOf(tx: Tx, operationId: Id, ids: readonly Id[]): Promise<SeizureFact[]> {
  if (ids.length === 0) return [];
  const [row] = await tx.execute<{ facts: SeizureFact[] }>(
    sql`select facts_of(${operationId}::uuid, ${listOf(ids)}::uuid[], true) as facts`,
  );
  return row?.facts ?? [];
}

/** Cases that the watch tells no more, of those that these facts are messages of. */
export async function toldCases(tx: Tx, key: WatchKey, facts: readonly SeizureFact[]): Promise<Set<Id>> {
  const heads = facts.flatMap(({ joint }) => joint?.head ?? []);
  const rows = await tx.execute<{ id: Id }>(sql`
    select coalesce(f.joint, f.id) as id from seizure_facts f
    join view_cases c on c.operation_id = f.operation_id and c.seizure_id = f.id
    where f.operation_id = ${key.operationId}::uuid and f.ended_by is null and c.view_id = ${key.viewId}::uuid
      and not c.waits
      and (f.id = any (${listOf(facts.map(({ id }) => id))}::uuid[]) or f.joint = any (${listOf(heads)}::uuid[]))`);
  return new Set(rows.map(({ id }) => id));
}

export type NewWatch = WatchKey & { memberId: Id; threshold: number; days: number | null };

/** Begins a watch, or begins it anew, at the present end of the operation's stream. */
export async function setWatch(tx: Tx, { operationId, viewId, memberId, threshold, days }: NewWatch): Promise<void> {
  await tx.execute(sql`
    insert into view_watches (operation_id, view_id, member_id, threshold, days, looked)
    select ${operationId}::uuid, ${viewId}::uuid, ${memberId}::uuid, ${threshold}::int, ${days}::int, s.head
    from streams s where s.operation_id = ${operationId}::uuid and s.kind = 'operation'
    on conflict (operation_id, view_id) do update
      set threshold = excluded.threshold, days = excluded.days, looked = excluded.looked, since = clock_timestamp()`);
}

export async function findWatch(tx: Tx, { operationId, viewId }: WatchKey) {
  const { threshold, days } = viewWatches;
  const [row] = await tx
    .select({ threshold, days })
    .from(viewWatches)
    .where(and(eq(viewWatches.operationId, operationId), eq(viewWatches.viewId, viewId)));
  return row ?? null;
}

/** What fits already, by the rule of the figures; at most so many. */
const fittingNow = (operationId: Id, filter: FactFilter, limit: number) => sql`
  with ${figureTables(operationId, filter)}
  select id from fitting where standing = 'counted' and in_period limit ${limit}`;

/** Notes what fits already as known, so that it is not told. Answers how many there are, up to one more than `most`. */
export async function knowFitting(tx: Tx, key: WatchKey, of: { memberId: Id; filter: FactFilter; most: number }) {
  const { operationId, viewId } = key;
  await tx.delete(viewCases).where(
    and(
      eq(viewCases.operationId, operationId),
      eq(viewCases.viewId, viewId),
      // What was told stays told.
      sql`${viewCases.noticeId} is null`,
    ),
  );
  const [row] = await tx.execute<{ n: number }>(sql`
    with known as (${fittingNow(operationId, of.filter, of.most + 1)}),
      added as (
        insert into view_cases (operation_id, view_id, seizure_id, member_id, waits)
        select ${operationId}::uuid, ${viewId}::uuid, id, ${of.memberId}::uuid, false from known
        on conflict do nothing)
    select count(*)::int as n from known`);
  return row?.n ?? 0;
}
