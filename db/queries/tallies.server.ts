import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { LocalDate } from "../../app/domain/local-date.ts";
import { coverageOf, type Standing, TALLY_MARKS, type TallyCoverage } from "../../app/domain/tally/mark.ts";
import { RHYTHMS } from "../../app/domain/tally/rhythm.ts";
import type { TallyGroup, TallyVersion } from "../../app/domain/tally/tally.ts";
import type { Tx } from "../client.server.ts";
import { members, persons, tallies, tallyGroups, tallyPromises, tallyQuantities } from "../schema.ts";

export type TallyRow = typeof tallies.$inferInsert;
type GroupRow = typeof tallyGroups.$inferInsert;
type QuantityRow = typeof tallyQuantities.$inferInsert;
type DayOfAgency = { operationId: Id; agencyId: Id; day: LocalDate };

const thatDay = ({ operationId, agencyId, day }: DayOfAgency) =>
  and(eq(tallies.operationId, operationId), eq(tallies.agencyId, agencyId), eq(tallies.day, day));

/**
 * The version of a day's tally that stands; 0 where there is none. Whoever speaks of the same day at the same time waits
 * here until the other is done, also where there is no row yet that could be locked.
 */
export async function lockTally(tx: Tx, day: DayOfAgency): Promise<number> {
  const key = `tally ${day.operationId} ${day.agencyId} ${day.day}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
  const [row] = await tx
    .select({ version: tallies.version })
    .from(tallies)
    .where(and(thatDay(day), isNull(tallies.endedBy)));
  return row?.version ?? 0;
}

export async function endTally(tx: Tx, day: DayOfAgency, endedBy: Id): Promise<void> {
  await tx
    .update(tallies)
    .set({ endedBy })
    .where(and(thatDay(day), isNull(tallies.endedBy)));
}

export async function addTally(tx: Tx, row: TallyRow, groups: GroupRow[], quantities: QuantityRow[]): Promise<void> {
  await tx.insert(tallies).values(row);
  if (groups.length > 0) await tx.insert(tallyGroups).values(groups);
  if (quantities.length > 0) await tx.insert(tallyQuantities).values(quantities);
}

/** Every version of an agency's tallies in a span of days, the newest of a day first; with the names of their authors. */
export async function listTallies(
  tx: Tx,
  operationId: Id,
  { agencyId, from, to }: { agencyId: Id; from: LocalDate; to: LocalDate },
): Promise<TallyVersion[]> {
  const within = (table: typeof tallies | typeof tallyGroups | typeof tallyQuantities) =>
    and(
      eq(table.operationId, operationId),
      eq(table.agencyId, agencyId),
      sql`${table.day} between ${from}::date and ${to}::date`,
    );
  const [rows, groups, quantities] = await Promise.all([
    tx
      .select({ tally: tallies, author: persons.name })
      .from(tallies)
      .leftJoin(members, and(eq(members.operationId, tallies.operationId), eq(members.id, tallies.authorId)))
      .leftJoin(persons, eq(persons.id, members.personId))
      .where(within(tallies))
      .orderBy(asc(tallies.day), desc(tallies.version)),
    tx.select().from(tallyGroups).where(within(tallyGroups)).orderBy(asc(tallyGroups.position)),
    tx.select().from(tallyQuantities).where(within(tallyQuantities)).orderBy(asc(tallyQuantities.line)),
  ]);
  return rows.map(({ tally, author }) => versionOf(tally, author ?? "", groups, quantities));
}

function versionOf(
  tally: typeof tallies.$inferSelect,
  author: string,
  groups: (typeof tallyGroups.$inferSelect)[],
  quantities: (typeof tallyQuantities.$inferSelect)[],
): TallyVersion {
  const { day, version, nil, arrested, containers, parcels, passengers, vehicles, remark } = tally;
  const own = <T extends { day: string; version: number }>(row: T) => row.day === day && row.version === version;
  const grouped = groups.filter(own).map(({ group, cases }): TallyGroup => {
    const amounts = quantities.filter((row) => own(row) && row.group === group);
    return { group, cases, quantities: amounts.map(saidAmount) };
  });
  const controls = { containers, parcels, passengers, vehicles };
  return {
    ...{ day, version, nil, groups: grouped, arrested, controls, remark, author },
    at: tally.at.toISOString(),
    stands: tally.endedBy === null,
  };
}

const saidAmount = ({ quantity, unit, askedBeyond }: typeof tallyQuantities.$inferSelect) => ({
  ...{ quantity, unit },
  confirmed: askedBeyond !== null,
});

/** What an agency promised of its tallies, the last promise first. */
export async function listPromises(tx: Tx, operationId: Id, agencyId: Id) {
  const rows = await tx
    .select()
    .from(tallyPromises)
    .where(and(eq(tallyPromises.operationId, operationId), eq(tallyPromises.agencyId, agencyId)))
    .orderBy(desc(tallyPromises.madeAt), desc(tallyPromises.id));
  return rows.map(({ rhythm, fromDay, toDay, weekday, daysOff, holidays, zone, madeAt }) => ({
    ...{ fromDay, toDay, weekday, daysOff, holidays, zone },
    rhythm: RHYTHMS.find((one) => one === rhythm) ?? "none",
    madeAt: madeAt.toISOString(),
  }));
}

export async function addPromise(tx: Tx, row: typeof tallyPromises.$inferInsert): Promise<void> {
  await tx.insert(tallyPromises).values(row);
}

const markOf = (mark: string) => TALLY_MARKS.find((one) => one === mark) ?? "not_due";

type Span = { from: LocalDate; to: LocalDate; at: Date };

/** How the agencies that the reader may look at stood on each day, seen from an instant. */
export async function tallyCalendar(tx: Tx, { from, to, at }: Span) {
  const rows = await tx.execute<{
    agency_id: Id;
    day: LocalDate;
    mark: string;
    due_at: string;
    owed: boolean;
    reopened: boolean;
  }>(sql`select agency_id, day::text, mark, due_at::text, owed, reopened
         from tally_calendar(${from}::date, ${to}::date, ${at.toISOString()}::timestamptz) order by agency_id, day`);
  return rows.map(({ agency_id, day, mark, due_at, owed, reopened }) => ({
    ...{ agencyId: agency_id, day, owed, reopened },
    mark: markOf(mark),
    dueAt: new Date(due_at).toISOString(),
  }));
}

/** How many agencies stood how on each day, as a number alone: for all who read facts. */
export async function tallyCoverage(tx: Tx, { from, to, at }: Span): Promise<Map<LocalDate, TallyCoverage>> {
  const rows = await tx.execute<{ day: LocalDate; mark: string; owed: boolean; agencies: number }>(
    sql`select day::text, mark, owed, agencies
        from tally_coverage(${from}::date, ${to}::date, ${at.toISOString()}::timestamptz) order by day, mark`,
  );
  const days = new Map<LocalDate, Standing[]>();
  for (const { day, mark, owed, agencies } of rows) {
    const standing = Array.from({ length: agencies }, () => ({ mark: markOf(mark), owed }));
    days.set(day, [...(days.get(day) ?? []), ...standing]);
  }
  return new Map([...days].map(([day, standing]) => [day, coverageOf(standing)]));
}

/** Agencies that were asked for a day's tally and when, as far as the reader hears of it. */
export async function listAsked(tx: Tx, operationId: Id, { from, to }: { from: LocalDate; to: LocalDate }) {
  return tx.execute<{ agencyId: Id; day: LocalDate; at: string }>(sql`
    select distinct b.body::jsonb ->> 'agency' as "agencyId", b.body::jsonb ->> 'day' as day,
      to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
    from events e join event_bodies b on b.event_id = e.id
    where e.operation_id = ${operationId} and e.type = 'tally.asked'
      and b.body::jsonb ->> 'day' between ${from} and ${to}
    order by at`);
}
