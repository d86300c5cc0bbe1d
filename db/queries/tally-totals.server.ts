import { sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { LocalDate } from "../../app/domain/local-date.ts";
import { coverageOf, type Standing, TALLY_MARKS } from "../../app/domain/tally/mark.ts";
import { amountOf, type GroupTotal, type KeptAmount, type TallyTotals } from "../../app/domain/tally/totals.ts";
import type { Tx } from "../client.server.ts";
import { countedForTallies } from "./tally-cases.server.ts";

export type WantedTotals = {
  operationId: Id;
  from: LocalDate;
  to: LocalDate;
  /** Seen from this instant. */
  at: Date;
  /** Of these agencies alone; null: of all whose tallies the reader may read. */
  agencies: readonly Id[] | null;
};

type Row = {
  standings: { mark: string; owed: boolean; agencies: number }[];
  groups: Omit<GroupTotal, "quantities">[];
  amounts: (KeptAmount & { group: string })[];
  arrested: number | null;
};

/**
 * What the tallies that count as on record came to, beside the case reports of the same agencies and days, in one look.
 * Both are read under the reader's rights: of case reports that are hidden from the reader, nothing is counted. A weekly
 * tally is in the sum with its own day, and so are the cases of all days that it stands for.
 */
export async function tallyTotals(tx: Tx, wanted: WantedTotals): Promise<Omit<TallyTotals, "scope" | "compared">> {
  const { operationId, from, to, at, agencies } = wanted;
  const some = agencies === null ? null : `{${agencies.join(",")}}`;
  // A plan that does not know the period looks the goods of each case up one by one.
  await tx.execute(sql`set local plan_cache_mode = force_custom_plan`);
  const since = await firstDay(tx, wanted);
  const rows = await tx.execute<Row>(sql`
    with marks as materialized (
      select agency_id, day, mark, owed, mark in ('reported', 'nil', 'late') as on_record
      from tally_calendar(${from}::date, ${to}::date, ${at.toISOString()}::timestamptz)
      where ${some}::uuid[] is null or agency_id = any (${some}::uuid[])),
    spans as materialized (
      select agency_id, day, since
      from tally_spans(${operationId}::uuid, ${from}::date, ${to}::date, ${at.toISOString()}::timestamptz) where ends),
    told as (
      select t.agency_id, t.day, t.version, t.arrested from marks m
      join tallies t on t.agency_id = m.agency_id and t.day = m.day
      where t.operation_id = ${operationId} and t.ended_by is null and m.on_record),
    said as (
      select t.agency_id, t.day, g.group_code, g.cases from told t
      join tally_groups g using (agency_id, day, version) where g.operation_id = ${operationId}),
    seen as (
      select f.agency_id, coalesce(s.day, f.operational_day) as day, left(i.commodity, 2) as group_code,
        count(distinct f.id)::int as cases, count(distinct f.id) filter (where f.state = 'verified')::int as confirmed
      from seizure_facts f
      join seizure_fact_items i on i.operation_id = f.operation_id and i.seizure_id = f.id and i.version = f.version
      left join spans s on s.agency_id = f.agency_id and f.operational_day between s.since and s.day
      where ${countedForTallies(operationId, { to, from: since })}
        and (s.day is not null or f.operational_day >= ${from}::date)
        and (${some}::uuid[] is null or f.agency_id = any (${some}::uuid[]))
      group by f.agency_id, coalesce(s.day, f.operational_day), left(i.commodity, 2)),
    pairs as (
      select group_code, coalesce(said.cases, 0) as said, coalesce(seen.cases, 0) as seen,
        coalesce(seen.confirmed, 0) as confirmed, coalesce(m.on_record, false) as on_record
      from said full join seen using (agency_id, day, group_code) left join marks m using (agency_id, day)),
    sums as (
      select group_code as "group", sum(said) as said, sum(seen) as seen, sum(confirmed) as confirmed,
        coalesce(sum(greatest(said - seen, 0)) filter (where on_record), 0) as unreported,
        coalesce(sum(greatest(seen - said, 0)) filter (where on_record), 0) as untallied,
        coalesce(sum(seen) filter (where not on_record), 0) as untold
      from pairs group by group_code),
    amounts as (
      select q.group_code as "group", q.dimension, case when q.dimension is null then q.unit end as own_unit,
        sum(coalesce(q.normalised, q.quantity))::text as quantity, count(distinct (q.agency_id, q.day))::int as tallies
      from told t join tally_quantities q using (agency_id, day, version) where q.operation_id = ${operationId}
      group by 1, 2, 3)
    select
      (select coalesce(json_agg(s), '[]') from (
        select mark, owed, count(*)::int as agencies from marks group by mark, owed) s) as standings,
      (select coalesce(json_agg(s order by s."group"), '[]') from sums s) as groups,
      (select coalesce(json_agg(json_build_object('group', a."group", 'dimension', a.dimension, 'unit', a.own_unit,
        'quantity', a.quantity, 'tallies', a.tallies) order by a."group", a.tallies desc, a.dimension, a.own_unit), '[]')
       from amounts a) as amounts,
      (select sum(arrested)::int from told) as arrested`);
  const [{ standings, groups, amounts, arrested } = EMPTY] = rows;
  return {
    ...{ from, to, arrested },
    coverage: coverageOf(standings.flatMap(standingOf)),
    groups: groups.map((row) => ({
      ...row,
      quantities: amounts.filter(({ group }) => group === row.group).map(amountOf),
    })),
  };
}

/** The first day that a weekly tally of the period stands for, or its own. Asked before: a plan that has to guess is slow. */
async function firstDay(tx: Tx, { operationId, from, to, at }: WantedTotals): Promise<LocalDate> {
  const [row] = await tx.execute<{ since: LocalDate }>(sql`
    select least(${from}::date, min(since))::text as since
    from tally_spans(${operationId}::uuid, ${from}::date, ${to}::date, ${at.toISOString()}::timestamptz) where ends`);
  return row?.since ?? from;
}

const EMPTY: Row = { standings: [], groups: [], amounts: [], arrested: null };

function standingOf({ mark, owed, agencies }: Row["standings"][number]): Standing[] {
  const known = TALLY_MARKS.find((one) => one === mark) ?? "not_due";
  return Array.from({ length: agencies }, () => ({ mark: known, owed }));
}
