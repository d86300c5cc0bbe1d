import { type SQL, sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { Tx } from "../client.server.ts";

export type Owner = { operationId: Id; agencyId: Id };
/** The next records after one, each as JSON that PostgreSQL made: no number passes through a float. */
type Paged = (owner: Owner, after: string) => SQL;

const person = (id: SQL) => sql`(
  select p.name from members m join persons p on p.id = m.person_id
  where m.operation_id = (select current_operation()) and m.id = ${id})`;

const AT_ONCE = 200;

/**
 * Each kind of record that an agency owns, page by page. Every statement names the owner: what others shared with it is
 * theirs to take home.
 */
export const OWN_RECORDS = {
  cases: ({ operationId, agencyId }, after) => sql`
    select one.id::text as key, jsonb_build_object('id', one.id,
      'messageNo', (select f.message_no from seizure_facts f
        where f.operation_id = ${operationId}::uuid and f.id = one.id and f.ended_by is null),
      'state', (select f.state from seizure_facts f
        where f.operation_id = ${operationId}::uuid and f.id = one.id and f.ended_by is null),
      'versions', (select jsonb_agg(jsonb_build_object('version', s.version, 'stands', s.ended_by is null, 'at', s.at,
          'by', ${person(sql`s.author_id`)}, 'changeKind', s.change_kind, 'changeReason', s.change_reason,
          'handling', s.handling, 'receipt', s.receipt, 'record', s.input,
          'order', (select jsonb_build_object('reference', o.reference, 'approver', o.approver) from seizure_orders o
            where o.operation_id = s.operation_id and o.seizure_id = s.id and o.version = s.version)) order by s.version)
        from seizures s where s.operation_id = ${operationId}::uuid and s.id = one.id and s.agency_id = ${agencyId}::uuid),
      'names', (select coalesce(jsonb_agg(jsonb_build_object('version', n.version, 'stands', n.ended_by is null,
          'names', n.nominal) order by n.version), '[]')
        from seizure_nominal n
        where n.operation_id = ${operationId}::uuid and n.id = one.id and n.agency_id = ${agencyId}::uuid),
      'approvals', (select coalesce(jsonb_agg(jsonb_build_object('step', c.step, 'decision', c.decision, 'note', c.note,
          'reference', c.reference, 'approver', c.approver, 'at', c.at, 'by', ${person(sql`c.member_id`)}) order by c.at), '[]')
        from clearances c
        where c.operation_id = ${operationId}::uuid and c.seizure_id = one.id and c.agency_id = ${agencyId}::uuid),
      'summaries', (select coalesce(jsonb_agg(jsonb_build_object('language', n.language, 'version', n.version,
          'aboutVersion', n.about_version, 'text', n.text, 'at', n.at) order by n.language, n.version), '[]')
        from narrative_summaries n where n.operation_id = ${operationId}::uuid and n.seizure_id = one.id),
      'outcomes', (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'version', o.version, 'said', o.said,
          'withdrawn', o.withdrawn, 'reason', o.reason, 'at', o.at, 'by', ${person(sql`o.author_id`)}) order by o.id, o.version), '[]')
        from seizure_outcomes o where o.operation_id = ${operationId}::uuid and o.seizure_id = one.id),
      'merges', (select coalesce(jsonb_agg(jsonb_build_object('kind', d.kind, 'state', d.state,
          'with', case d.kept when one.id then d.dropped else d.kept end, 'counts', d.kept = one.id,
          'proposedAt', d.proposed_at, 'closedAt', d.closed_at) order by d.proposed_at), '[]')
        from duplicates d where d.operation_id = ${operationId}::uuid and one.id in (d.kept, d.dropped)))::text as json
    from (select s.id from seizures s where s.operation_id = ${operationId}::uuid and s.agency_id = ${agencyId}::uuid
        and s.ended_by is null and s.id > ${after === "" ? NONE : after}::uuid order by s.id limit ${AT_ONCE}) one
    order by one.id`,
  drafts: ({ operationId, agencyId }, after) => sql`
    select r.id::text as key, jsonb_build_object('id', r.id, 'state', r.state, 'step', r.step, 'steps', r.steps,
      'onHold', r.on_hold, 'form', r.form, 'record', r.input, 'note', r.note, 'by', ${person(sql`r.author_id`)},
      'createdAt', r.created_at, 'updatedAt', r.updated_at, 'submittedAt', r.submitted_at)::text as json
    from seizure_reports r
    where r.operation_id = ${operationId}::uuid and r.agency_id = ${agencyId}::uuid
      and r.state in ('draft', 'in_clearance', 'returned', 'discarded')
      and r.id > ${after === "" ? NONE : after}::uuid order by r.id limit ${AT_ONCE}`,
  entered_for_posts: ({ operationId, agencyId }, after) => sql`
    select b.seizure_id::text as key, (to_jsonb(b) - 'operation_id' - 'agency_id')::text as json from on_behalf b
    where b.operation_id = ${operationId}::uuid and b.agency_id = ${agencyId}::uuid
      and b.seizure_id > ${after === "" ? NONE : after}::uuid order by b.seizure_id limit ${AT_ONCE}`,
  tallies: ({ operationId, agencyId }, after) => sql`
    select t.day || '/' || lpad(t.version::text, 9, '0') as key, jsonb_build_object('day', t.day, 'version', t.version,
      'stands', t.ended_by is null, 'nil', t.nil, 'arrested', t.arrested, 'containers', t.containers,
      'parcels', t.parcels, 'passengers', t.passengers, 'vehicles', t.vehicles, 'remark', t.remark, 'at', t.at,
      'by', ${person(sql`t.author_id`)},
      'groups', (select coalesce(jsonb_agg(jsonb_build_object('group', g.group_code, 'cases', g.cases,
          'quantities', (select coalesce(jsonb_agg(jsonb_build_object('quantity', q.quantity::text, 'unit', q.unit,
              'normalised', q.normalised::text, 'dimension', q.dimension, 'rule', q.rule) order by q.line), '[]')
            from tally_quantities q where q.operation_id = g.operation_id and q.agency_id = g.agency_id
              and q.day = g.day and q.version = g.version and q.group_code = g.group_code)) order by g.position), '[]')
        from tally_groups g where g.operation_id = t.operation_id and g.agency_id = t.agency_id and g.day = t.day
          and g.version = t.version))::text as json
    from tallies t
    where t.operation_id = ${operationId}::uuid and t.agency_id = ${agencyId}::uuid
      and (t.day, t.version) > (${after === "" ? "-infinity" : after.slice(0, 10)}::date,
        ${after === "" ? 0 : Number(after.slice(11))}::int)
    order by t.day, t.version limit ${AT_ONCE}`,
  questions: ({ operationId, agencyId }, after) => sql`
    select q.id::text as key, jsonb_build_object('id', q.id, 'case', q.seizure_id, 'field', q.field,
      'question', q.question, 'askedAt', q.asked_at, 'answer', q.answer, 'answeredAt', q.answered_at,
      'answeredBy', ${person(sql`q.answered_by`)})::text as json
    from questions q
    where q.operation_id = ${operationId}::uuid and q.agency_id = ${agencyId}::uuid
      and q.id > ${after === "" ? NONE : after}::uuid order by q.id limit ${AT_ONCE}`,
  said_to_press: ({ operationId, agencyId }, after) => sql`
    select p.key, p.json::text as json from (
      select 'known/' || k.id as key, jsonb_build_object('kind', 'known', 'id', k.id, 'case', k.seizure_id,
        'outlet', k.outlet, 'source', k.source, 'day', k.day, 'at', k.at, 'by', ${person(sql`k.said_by`)},
        'takenBackAt', k.taken_back_at) as json
      from media_known k where k.operation_id = ${operationId}::uuid and k.agency_id = ${agencyId}::uuid
      union all
      select 'open/' || b.id, jsonb_build_object('kind', 'open', 'id', b.id, 'case', b.seizure_id, 'why', b.kind,
        'reason', b.reason, 'until', b.until, 'at', b.opened_at, 'by', ${person(sql`b.opened_by`)},
        'liftedAt', b.lifted_at, 'liftedBy', ${person(sql`b.lifted_by`)})
      from media_blackouts b where b.operation_id = ${operationId}::uuid and b.agency_id = ${agencyId}::uuid
      union all
      select 'picture/' || c.id, jsonb_build_object('kind', 'picture', 'id', c.id, 'case', c.seizure_id,
        'photo', c.attachment_id, 'caption', c.caption, 'masks', c.masks, 'sha256', c.sha256, 'at', c.masked_at,
        'by', ${person(sql`c.masked_by`)}, 'clearedAt', c.cleared_at, 'clearedBy', c.cleared_name, 'note', c.note,
        'withdrawnAt', c.withdrawn_at,
        'releases', (select coalesce(jsonb_agg(jsonb_build_object('title', r.title, 'releaseAt', r.release_at,
            'releasedAt', r.released_at) order by r.release_at, r.id), '[]')
          from media_releases r where r.operation_id = c.operation_id and c.id = any(r.pictures)))
      from media_pictures c where c.operation_id = ${operationId}::uuid and c.agency_id = ${agencyId}::uuid) p
    where p.key > ${after} order by p.key limit ${AT_ONCE}`,
  tally_questions: ({ operationId, agencyId }, after) => sql`
    select q.id::text as key, jsonb_build_object('id', q.id, 'day', q.day, 'group', q.group_code, 'measure', q.measure,
      'said', q.said, 'seen', q.seen, 'askedAt', q.asked_at, 'closedAt', q.closed_at, 'closedAs', q.closed_as,
      'answer', q.answer)::text as json
    from tally_questions q
    where q.operation_id = ${operationId}::uuid and q.agency_id = ${agencyId}::uuid
      and q.id > ${after === "" ? NONE : after}::uuid order by q.id limit ${AT_ONCE}`,
  watch_log: ({ operationId, agencyId }, after) => sql`
    select e.id::text as key, jsonb_build_object('id', e.id, 'kind', e.kind, 'about', e.about, 'text', e.text,
      'at', e.at, 'by', ${person(sql`e.author_id`)})::text as json
    from watch_entries e
    where e.operation_id = ${operationId}::uuid and e.agency_id = ${agencyId}::uuid
      and e.id > ${after === "" ? NONE : after}::uuid order by e.id limit ${AT_ONCE}`,
} satisfies Record<string, Paged>;

const NONE = "00000000-0000-0000-0000-000000000000";

export type OwnRecords = keyof typeof OWN_RECORDS;

/** All records of one kind, a page at a time. */
export async function* ownRecords(tx: Tx, kind: OwnRecords, owner: Owner): AsyncGenerator<string[]> {
  for (let after = ""; ; ) {
    const rows = await tx.execute<{ key: string; json: string }>(OWN_RECORDS[kind](owner, after));
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(({ json }) => json);
    after = last.key;
  }
}

/** Who of other agencies had the own records before them. */
export async function ownReadings(tx: Tx): Promise<string[]> {
  const rows = await tx.execute<{ json: string }>(sql`
    select jsonb_build_object('case', seizure_id, 'agency', agency, 'persons', persons, 'first', first_at,
      'last', last_at, 'kinds', to_jsonb(kinds))::text as json from own_readings()`);
  return rows.map(({ json }) => json);
}

export type OwnFile = {
  id: Id;
  seizureId: Id;
  kind: string;
  mediaType: string;
  at: string;
  key: string;
  name: string | null;
  bytes: number;
  sha256: string | null;
};

/** The next photos and documents of the agency, as they came. */
export async function ownFiles(tx: Tx, { operationId, agencyId }: Owner, after: Id | null): Promise<OwnFile[]> {
  return [
    ...(await tx.execute<OwnFile>(sql`
      select a.id, a.seizure_id as "seizureId", a.kind, a.media_type as "mediaType", to_json(a.at) #>> '{}' as at,
        coalesce(o.key, a.view_key) as key, o.name, coalesce(o.bytes, a.view_bytes) as bytes, o.sha256
      from attachments a
      left join attachment_originals o on o.operation_id = a.operation_id and o.id = a.id
      where a.operation_id = ${operationId}::uuid and a.agency_id = ${agencyId}::uuid
        and a.id > ${after ?? NONE}::uuid order by a.id limit ${AT_ONCE}`)),
  ];
}

/** How much there is to pack: cases and files, by which the way is measured. */
export async function countOwn(tx: Tx, { operationId, agencyId }: Owner): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`
    select ((select count(*) from seizures s where s.operation_id = ${operationId}::uuid
        and s.agency_id = ${agencyId}::uuid and s.ended_by is null)
      + (select count(*) from attachments a where a.operation_id = ${operationId}::uuid
        and a.agency_id = ${agencyId}::uuid))::int as n`);
  return row?.n ?? 0;
}
