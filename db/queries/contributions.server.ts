import { sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { SeizureInput } from "../../app/domain/seizure.ts";
import type { Tx } from "../client.server.ts";

export type KnownCase = { input: SeizureInput; messageNo: string };
type Counted = { operationId: Id; agencyId: Id; asOf: Date; fromDay: string | null; toDay: string | null };

/**
 * The agency's cases that counted at a moment, as they were written then: of its released ones that others still see. What
 * was withdrawn, held back or erased since is not among them.
 */
export async function casesCountedAt(tx: Tx, of: Counted): Promise<KnownCase[]> {
  // A version keeps its moment in whole milliseconds; what became known within that one had been counted.
  const at = sql`(${of.asOf.toISOString()}::timestamptz + interval '999 microseconds')`;
  const rows = await tx.execute<KnownCase>(sql`
    select c.input, f.message_no as "messageNo"
    from seizure_facts f
    cross join lateral (
      select s.input, s.national_case_no from seizures s
      where s.operation_id = f.operation_id and s.id = f.id
      order by s.at <= ${at} desc, case when s.at <= ${at} then s.version else -s.version end desc limit 1) c
    where f.operation_id = ${of.operationId}::uuid and f.agency_id = ${of.agencyId}::uuid
      and (f.id, f.version) in (select k.id, k.version from versions_known(${at}) k)
      and f.state in ('submitted', 'verified') and f.event_kind in ('seizure', 'controlled_delivery_takedown')
      and not f.outside_window
      and (${of.fromDay}::date is null or f.operational_day >= ${of.fromDay}::date)
      and (${of.toDay}::date is null or f.operational_day <= ${of.toDay}::date)
    order by c.national_case_no, f.id`);
  return [...rows];
}

/** Terms of specimens in the list of today, without those of older ones. */
export async function currentTerms(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.execute<{ code: string }>(sql`
    select code from codes where list = 'specimen_term' and source_id = 'cites-terms'`);
  return new Set(rows.map(({ code }) => code));
}
