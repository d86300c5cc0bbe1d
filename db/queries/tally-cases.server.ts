import { sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { LocalDate } from "../../app/domain/local-date.ts";
import type { CasesOfGroup, Difference } from "../../app/domain/tally/difference.ts";
import type { Tx } from "../client.server.ts";

type Span = { from: LocalDate; to: LocalDate };

/**
 * Cases that count for a day's tally: released, shared, seizures, inside the operational phase. The same as in
 * `tally_differences` of the migrations.
 */
export const countedForTallies = (operationId: Id, { from, to }: Span) => sql`
  f.operation_id = ${operationId} and f.operational_day between ${from}::date and ${to}::date and f.ended_by is null
  and f.shared and f.state in ('submitted', 'verified') and not f.outside_window
  and f.event_kind in ('seizure', 'controlled_delivery_takedown')`;

/** Cases of one agency by day and group of commodities, with what they came to in the units they were reported in. */
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
    with lines as (
      select f.operational_day as day, left(i.commodity, 2) as "group", f.id, i.unit, i.quantity
      from seizure_facts f
      join seizure_fact_items i on i.operation_id = f.operation_id and i.seizure_id = f.id and i.version = f.version
      where ${countedForTallies(operationId, span)} and f.agency_id = ${agencyId}),
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

/** Persons arrested in the cases of one agency, by day. */
export async function arrestedByDay(tx: Tx, operationId: Id, agencyId: Id, span: Span) {
  const rows = await tx.execute<{ day: LocalDate; arrested: number }>(sql`
    select f.operational_day::text as day, sum(f.arrested)::int as arrested from seizure_facts f
    where ${countedForTallies(operationId, span)} and f.agency_id = ${agencyId} and f.arrested > 0
    group by f.operational_day`);
  return new Map(rows.map(({ day, arrested }) => [day, arrested]));
}

/** Where a tally that stands says another number of cases than the case reports: by agency, day and group. */
export async function tallyDifferences(
  tx: Tx,
  operationId: Id,
  span: Span,
): Promise<(Difference & { agencyId: Id; day: LocalDate })[]> {
  const rows = await tx.execute<Difference & { agencyId: Id; day: LocalDate }>(sql`
    select agency_id as "agencyId", day::text, group_code as "group", said, seen
    from tally_differences(${operationId}::uuid, ${span.from}::date, ${span.to}::date)
    order by agency_id, day, group_code`);
  return [...rows];
}
