import { sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { Reach } from "../../app/domain/narrowing.ts";
import type { Tx } from "../client.server.ts";

type Listed = { kind: string; readers: Reach["readers"]; coordination: Reach["coordination"] };

/**
 * Whom a list of readers reaches now: agencies that take part and persons who are members today. Its owner is left out,
 * whose records need no list.
 */
export async function reachOf(tx: Tx, operationId: Id, audienceId: Id, owner: Id): Promise<Reach> {
  const [row] = await tx.execute<Listed>(sql`
    with present as (
      select p.agency_id, a.name from participants p join agencies a on a.id = p.agency_id
      where p.operation_id = ${operationId}::uuid and p.left_at is null and p.agency_id <> ${owner}::uuid),
    people as (
      select m.id, m.role, m.agency_id, r.name || ', ' || p.name as name from members m
      join present p using (agency_id)
      join persons r on r.id = m.person_id
      join operation_plans n on n.operation_id = m.operation_id and n.ended_by is null
      where m.operation_id = ${operationId}::uuid and m.state = 'active'
        and (now() at time zone n.zone)::date between m.from_day and coalesce(m.to_day, 'infinity')),
    listed as (
      select reader_id from audience_readers
      where operation_id = ${operationId}::uuid and audience_id = ${audienceId}::uuid),
    readers as (
      select agency_id as id, name, agency_id from present where agency_id in (select reader_id from listed)
      union all
      select id, name, agency_id from people where id in (select reader_id from listed))
    select kind,
      (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'agencyId', agency_id) order by name), '[]')
        from readers) as readers,
      (select coalesce(json_agg(json_build_object('id', agency_id, 'name', name) order by name), '[]')
        from present where agency_id in (select agency_id from people where role = 'ocu')) as coordination
    from audiences where operation_id = ${operationId}::uuid and id = ${audienceId}::uuid`);
  const { kind, readers, coordination } = row ?? { kind: "all", readers: [], coordination: [] };
  return { kind: kind === "members" ? "members" : "agencies", readers, coordination };
}

/** Whether somebody stands on a list of readers who does not on the one that comes in its place. */
export async function isNarrower(tx: Tx, operationId: Id, now: Id, before: Id): Promise<boolean> {
  const of = (list: Id) => sql`
    select reader_id from audience_readers where operation_id = ${operationId}::uuid and audience_id = ${list}::uuid`;
  const [row] = await tx.execute<{ narrower: boolean }>(
    sql`select exists (${of(before)} except ${of(now)}) as narrower`,
  );
  return row?.narrower ?? false;
}
