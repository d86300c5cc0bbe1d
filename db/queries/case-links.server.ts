import { sql } from "drizzle-orm";
import type { LinkedInput, LinkedNames } from "../../app/domain/case-links/linkable.ts";
import type { LinkAnswer } from "../../app/domain/case-links/standing.ts";
import type { Id } from "../../app/domain/id.ts";
import type { Tx } from "../client.server.ts";

/** Seizures that have a clue in common, among those of whose tier the reader sees it. */
export type ClueGroup = { kind: string; value: string; n: number; ids: Id[] };

/** How usual ways of hiding are: code with its list → seizures. */
export type Hiding = { cases: number; ways: ReadonlyMap<string, number> };

/** Ids as one text: a plan that is kept for any list would compare each row with every id of it in turn. */
const listOf = (ids: readonly Id[]) => `{${ids.join(",")}}`;

/** What one seizure has in common with others. Of what more than `most` share, only how usual it is. */
export async function cluesAround(tx: Tx, operationId: Id, seizure: Id, most: number): Promise<ClueGroup[]> {
  const rows = await tx.execute<ClueGroup>(sql`
    select own.kind, own.value, cardinality(also.ids)::int as n,
      case when cardinality(also.ids) <= ${most} then to_json(also.ids) else '[]' end as ids
    from (select c.kind, c.value from seizure_clues c
      where c.operation_id = ${operationId}::uuid and c.seizure_id = ${seizure}::uuid) own
    cross join lateral (select array(
      select c.seizure_id from seizure_clues c
      where c.operation_id = ${operationId}::uuid and c.kind = own.kind and c.value = own.value
      order by c.seizure_id limit ${most + 1}) as ids) also`);
  return [...rows];
}

/** Every clue that two or more of the operation's seizures have, up to `most`. */
export async function clueGroups(tx: Tx, operationId: Id, most: number): Promise<ClueGroup[]> {
  const rows = await tx.execute<ClueGroup>(sql`
    select c.kind, c.value, count(*)::int as n, json_agg(c.seizure_id order by c.seizure_id) as ids
    from seizure_clues c
    where c.operation_id = ${operationId}::uuid
    group by c.kind, c.value having count(*) between 2 and ${most}`);
  return [...rows];
}

/** How many shared seizures the reader sees, and how many of them hide goods in each way: the same for all who read facts. */
export async function hidingCounts(tx: Tx, operationId: Id): Promise<Hiding> {
  const [counted, ways] = await Promise.all([
    tx.execute<{ n: number }>(sql`
      select count(*)::int as n from seizure_facts f
      where f.operation_id = ${operationId}::uuid and f.ended_by is null and f.shared`),
    tx.execute<{ value: string; n: number }>(sql`
      select c.list || ':' || c.code as value, count(*)::int as n from seizure_facts f
      join seizure_fact_codes c on c.operation_id = f.operation_id and c.seizure_id = f.id and c.version = f.version
      where f.operation_id = ${operationId}::uuid and f.ended_by is null and f.shared
        and c.list in ('concealment_method', 'concealment_place')
      group by c.list, c.code`),
  ]);
  return { cases: counted[0]?.n ?? 0, ways: new Map(ways.map(({ value, n }) => [value, n])) };
}

/** What of these cases is put beside each other, tier by tier, of those that the reader may read. */
export async function linkedParts(tx: Tx, operationId: Id, ids: readonly Id[]) {
  const [cases, names] = await Promise.all([
    tx.execute<{ id: Id; input: LinkedInput }>(sql`
      select s.id, json_build_object(
        'containerNo', coalesce(s.input ->> 'containerNo', ''), 'transportNo', coalesce(s.input ->> 'transportNo', ''),
        'concealmentText', coalesce(s.input ->> 'concealmentText', ''),
        'items', (select coalesce(json_agg(json_build_object('brand', coalesce(i ->> 'brand', ''),
          'description', coalesce(i ->> 'description', ''))), '[]') from jsonb_array_elements(s.input -> 'items') i)) as input
      from seizures s where s.operation_id = ${operationId}::uuid and s.ended_by is null
        and s.id in (select unnest(${listOf(ids)}::uuid[]))`),
    tx.execute<{ id: Id; names: LinkedNames }>(sql`
      select n.id, json_build_object('registration', coalesce(n.nominal ->> 'registration', ''),
        'waybill', coalesce(n.nominal ->> 'waybill', '')) as names
      from seizure_nominal n where n.operation_id = ${operationId}::uuid and n.ended_by is null
        and n.id in (select unnest(${listOf(ids)}::uuid[]))`),
  ]);
  return {
    inputs: new Map(cases.map(({ id, input }) => [id, input])),
    names: new Map(names.map((row) => [row.id, row.names])),
  };
}

/** The days of these, and which of them count; of what the reader sees. */
export async function linkedDays(tx: Tx, operationId: Id, ids: readonly Id[]): Promise<Map<Id, number | null>> {
  const rows = await tx.execute<{ id: Id; day: number | null }>(sql`
    select f.id, case when f.date_precision in ('day', 'range') then f.occurred_on - date '1970-01-01' end as day
    from seizure_facts f
    where f.operation_id = ${operationId}::uuid and f.ended_by is null and f.state in ('submitted', 'verified')
      and f.id in (select unnest(${listOf(ids)}::uuid[]))`);
  return new Map(rows.map(({ id, day }) => [id, day]));
}

/** What was said of a pair at some time, by whom. */
export type LinkRow = {
  one: Id;
  other: Id;
  version: number;
  answer: LinkAnswer;
  note: string;
  reasons: string[];
  at: string;
  author: string | null;
  agency: string | null;
};

/** Everything that was said of pairs of which the reader reads both cases, the newest first; of one seizure, if asked. */
export async function linkAnswers(tx: Tx, operationId: Id, seizure: Id | null = null): Promise<LinkRow[]> {
  const about = seizure && sql`and (l.one = ${seizure}::uuid or l.other = ${seizure}::uuid)`;
  const rows = await tx.execute<LinkRow>(sql`
    select l.one, l.other, l.version, l.answer, l.note, to_json(l.reasons) as reasons,
      to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, p.name as author, a.name as agency
    from case_links l
    left join members m on m.operation_id = l.operation_id and m.id = l.author_id
    left join persons p on p.id = m.person_id
    left join agencies a on a.id = m.agency_id
    where l.operation_id = ${operationId}::uuid ${about ?? sql``}
    order by l.at desc, l.one, l.other, l.version desc`);
  return [...rows];
}

/** Seizures of which this is the message number, or their owner's own, as far as the reader reads what it stands in. */
export async function casesNumbered(tx: Tx, operationId: Id, number: string): Promise<Id[]> {
  const rows = await tx.execute<{ id: Id }>(sql`
    select f.id from seizure_facts f
    where f.operation_id = ${operationId}::uuid and f.ended_by is null and f.message_no = upper(${number})
    union
    select s.id from seizures s
    where s.operation_id = ${operationId}::uuid and s.ended_by is null and lower(s.national_case_no) = lower(${number})
      and s.id in (select search_seizures(${number.toLowerCase()}))
    limit 2`);
  return rows.map(({ id }) => id);
}
