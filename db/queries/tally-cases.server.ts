import { type SQL, sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { LocalDate } from "../../app/domain/local-date.ts";
import { type CasesOfGroup, type Difference, measureOf } from "../../app/domain/tally/difference.ts";
import { WEEK_AHEAD, type WeeklyDay } from "../../app/domain/tally/weeks.ts";
import type { Tx } from "../client.server.ts";

type Span = { from: LocalDate; to: LocalDate };

/**
 * Cases that count for a day's tally: released, shared, seizures, inside the operational phase. The same as in
 * `tally_differences` of the migrations.
 */
export const countedForTallies = (operationId: Id, { from, to }: { from: LocalDate | SQL; to: LocalDate }) => sql`
  f.operation_id = ${operationId} and f.operational_day between ${from}::date and ${to}::date and f.ended_by is null
  and f.shared and f.state in ('submitted', 'verified') and not f.outside_window
  and f.event_kind in ('seizure', 'controlled_delivery_takedown')`;

/** Where a weekly tally begins that ends in a span of days, or the span itself; for a query that has `spans`. */
const fromSpans = ({ from }: Pick<Span, "from">): SQL => sql`least(${from}::date, (select min(since) from spans))`;

/** What an agency's tallies of a span stand for, as `spans`; one that is not due yet stands for what there is so far. */
const ownSpans = (operationId: Id, agencyId: Id, { from, to }: Span) => sql`
  spans as materialized (
    select day, since from tally_spans(${operationId}::uuid, ${from}::date, ${to}::date, 'infinity')
    where agency_id = ${agencyId} and (ends or day = ${to}::date))`;

/** Cases of one agency, each on the day of the tally that stands for its own day: on that day, or at the end of a week. */
const ownCases = (operationId: Id, agencyId: Id, span: Span) => sql`
  seizure_facts f left join spans s on f.operational_day between s.since and s.day
  where ${countedForTallies(operationId, { ...span, from: fromSpans(span) })} and f.agency_id = ${agencyId}
    and (s.day is not null or f.operational_day >= ${span.from}::date)`;

type SpanOfTally = { day: LocalDate; since: LocalDate; ends: boolean };

/** Days of an agency under a weekly promise: since when a tally of each stands, and whether one is due or given. */
export async function tallySpans(tx: Tx, operationId: Id, agencyId: Id, { from, to }: Span): Promise<SpanOfTally[]> {
  const rows = await tx.execute<SpanOfTally>(sql`
    select day::text, since::text, ends from tally_spans(${operationId}::uuid, ${from}::date, ${to}::date, 'infinity')
    where agency_id = ${agencyId} order by day`);
  return [...rows];
}

/** The same of every agency that the reader may look at; a tally that is due after the span is among them. */
export async function weeklyDays(tx: Tx, operationId: Id, { from, to }: Span): Promise<WeeklyDay[]> {
  const rows = await tx.execute<WeeklyDay>(sql`
    select agency_id as "agencyId", day::text, since::text, ends
    from tally_spans(${operationId}::uuid, ${from}::date, ${to}::date + ${WEEK_AHEAD}::int, 'infinity')
    order by agency_id, day`);
  return [...rows];
}

/**
 * Cases of one agency by the day of the tally that stands for them and by group of commodities, with what they came to in
 * the units they were reported in.
 */
export async function casesByGroup(
  tx: Tx,
  operationId: Id,
  agencyId: Id,
  span: Span,
): Promise<(CasesOfGroup & { day: LocalDate })[]> {
  const rows = await tx.execute<{
    day: LocalDate;
    group: string;
    cases: number;
    quantities: CasesOfGroup["quantities"];
  }>(
    sql`
    with ${ownSpans(operationId, agencyId, span)},
    own as (select coalesce(s.day, f.operational_day) as day, f.* from ${ownCases(operationId, agencyId, span)}),
    lines as (
      select f.day, left(i.commodity, 2) as "group", f.id, i.unit, i.quantity
      from own f
      join seizure_fact_items i on i.operation_id = f.operation_id and i.seizure_id = f.id and i.version = f.version),
    sums as (
      select day, "group", unit, sum(quantity)::text as quantity from lines
      where quantity is not null and unit is not null group by day, "group", unit)
    select l.day::text, l."group", count(distinct l.id)::int as cases,
      coalesce((select json_agg(json_build_object('quantity', s.quantity, 'unit', s.unit) order by s.unit)
                from sums s where s.day = l.day and s."group" = l."group"), '[]') as quantities
    from lines l group by l.day, l."group" order by l.day, l."group"`,
  );
  return [...rows];
}

/** Persons arrested in the cases of one agency, by the day of the tally that stands for them. */
export async function arrestedByDay(tx: Tx, operationId: Id, agencyId: Id, span: Span) {
  const rows = await tx.execute<{ day: LocalDate; arrested: number }>(sql`
    with ${ownSpans(operationId, agencyId, span)}
    select coalesce(s.day, f.operational_day)::text as day, sum(f.arrested)::int as arrested
    from ${ownCases(operationId, agencyId, span)} and f.arrested > 0
    group by coalesce(s.day, f.operational_day)`);
  return new Map(rows.map(({ day, arrested }) => [day, arrested]));
}

/** Where a tally that stands says something else than the case reports: by agency, day, group and measure. */
export async function tallyDifferences(
  tx: Tx,
  operationId: Id,
  span: Span,
): Promise<(Difference & { agencyId: Id; day: LocalDate })[]> {
  const rows = await tx.execute<Omit<Difference, "measure"> & { measure: string; agencyId: Id; day: LocalDate }>(sql`
    select agency_id as "agencyId", day::text, group_code as "group", measure, said::float8, seen::float8
    from tally_differences(${operationId}::uuid, ${span.from}::date, ${span.to}::date)
    order by agency_id, day, group_code, measure`);
  return rows.map(({ measure, ...row }) => ({ ...row, measure: measureOf(measure) }));
}
