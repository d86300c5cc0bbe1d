import { and, eq, inArray, sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { LocalDate } from "../../app/domain/local-date.ts";
import type { Tx } from "../client.server.ts";
import { erasureOrders, erasures, members, persons } from "../schema.ts";

/** That a record was erased, if the reader counted it before or is of its owner; on whose word for the owner alone. */
export async function findErasure(tx: Tx, operationId: Id, id: Id) {
  const { seizureId, messageNo, agencyId, unitId, reason, erasedAt, frozenDays } = erasures;
  const [row] = await tx
    .select({
      ...{ seizureId, messageNo, agencyId, unitId, reason, erasedAt, frozenDays },
      by: persons.name,
      reference: erasureOrders.reference,
      approver: erasureOrders.approver,
    })
    .from(erasures)
    .leftJoin(
      erasureOrders,
      and(eq(erasureOrders.operationId, erasures.operationId), eq(erasureOrders.seizureId, erasures.seizureId)),
    )
    .leftJoin(members, and(eq(members.operationId, erasures.operationId), eq(members.id, erasures.erasedBy)))
    .leftJoin(persons, eq(persons.id, members.personId))
    .where(and(eq(erasures.operationId, operationId), eq(erasures.seizureId, id)));
  return row;
}

/** Message numbers of erased records, by id, as far as the reader may know of them. */
export async function erasedNumbers(tx: Tx, operationId: Id, ids: readonly Id[]): Promise<Record<Id, string>> {
  if (ids.length === 0) return {};
  const rows = await tx
    .select({ id: erasures.seizureId, no: erasures.messageNo })
    .from(erasures)
    .where(and(eq(erasures.operationId, operationId), inArray(erasures.seizureId, [...ids])));
  return Object.fromEntries(rows.map(({ id, no }) => [id, no]));
}

/** What was counted at a deadline and erased since, as far as the reader may know of it. */
export async function erasedOf(tx: Tx, operationId: Id, day: LocalDate) {
  return tx
    .select({ id: erasures.seizureId, messageNo: erasures.messageNo })
    .from(erasures)
    .where(and(eq(erasures.operationId, operationId), sql`${day}::date = any(${erasures.frozenDays})`))
    .orderBy(erasures.messageNo);
}

/** Deadlines whose sums count a seizure: for contact points of its owner; none for anybody else. */
export async function frozenDaysOf(tx: Tx, seizure: Id): Promise<LocalDate[]> {
  const rows = await tx.execute<{ day: LocalDate }>(sql`
    select day::text from frozen_days_of(${seizure}::uuid) as day`);
  return rows.map(({ day }) => day);
}

/** A frozen version of a report that counts a seizure; what it is called, if the reader may open it. */
export type CountingVersion = { report: Id; number: number; title: string | null };

/** Versions of reports whose figures count a seizure, the first frozen first: for contact points of its owner alone. */
export async function versionsCounting(tx: Tx, seizure: Id): Promise<CountingVersion[]> {
  const rows = await tx.execute<CountingVersion>(sql`
    select v.report_id as report, v.number, e.title
    from versions_counting(${seizure}::uuid) with ordinality as v(report_id, number, place)
    left join operation_report_editions e on e.report_id = v.report_id and e.number = v.number
    order by v.place`);
  return [...rows];
}

/** Versions that counted a record before it was erased: for its owner alone; what each is called, if it may be opened. */
export async function versionsOfErased(tx: Tx, operationId: Id, seizure: Id): Promise<CountingVersion[]> {
  const rows = await tx.execute<CountingVersion>(sql`
    select v.report, v.number, e.title
    from erasure_orders o,
      rows from (jsonb_to_recordset(o.frozen_versions) as (report uuid, number int)) with ordinality as v(report, number, place)
    left join operation_report_editions e on e.report_id = v.report and e.number = v.number
    where o.operation_id = ${operationId} and o.seizure_id = ${seizure}
    order by v.place`);
  return [...rows];
}

type Erasing = { seizure: Id; base: number; reason: string; reference: string; approver: string };
type Erasure = {
  outcome: "erased" | "unknown" | "done" | "stale" | "merged";
  unitId: Id | null;
  released: boolean | null;
  told: boolean | null;
};

/** Destroys a record of the own agency. The database decides whether it may, and what became of it. */
export async function eraseRecord(tx: Tx, { seizure, base, reason, reference, approver }: Erasing): Promise<Erasure> {
  const [row] = await tx.execute<Erasure>(sql`
    select outcome, unit_id as "unitId", released, told
    from erase_record(${seizure}::uuid, ${base}::int, ${reason}, ${reference}, ${approver})`);
  if (!row) throw new Error("erase_record answered nothing");
  return row;
}
