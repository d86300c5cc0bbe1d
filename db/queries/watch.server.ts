import { and, desc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { Unaccepted } from "../../app/domain/watch/alarm.ts";
import { ENTRY_KINDS, type Entry, type EntryInput } from "../../app/domain/watch/entry.ts";
import { ROSTER_KEPT_MS, type Shift, type ShiftInput } from "../../app/domain/watch/shift.ts";
import type { Tx } from "../client.server.ts";
import { members, persons, watchEntries, watchShifts } from "../schema.ts";

/**
 * Standing entries of the rosters that the reader may look at, from those that ended within the time in which a roster
 * counts as kept; of one agency or of all. `present`: that person takes part, and is no longer or not yet suspended.
 */
export async function listShifts(tx: Tx, operationId: Id, now: Date, agencyId?: Id): Promise<Shift[]> {
  const since = new Date(now.getTime() - ROSTER_KEPT_MS).toISOString();
  const rows = await tx.execute<Shift>(sql`
    select s.id, s.agency_id as "agencyId", s.member_id as "memberId", coalesce(p.name, '') as name,
      ${iso(sql`s.starts_at`)} as "startsAt", ${iso(sql`s.ends_at`)} as "endsAt", s.contact,
      m.state = 'active' and a.left_at is null and coalesce(p.state, 'active') = 'active'
        and (s.starts_at at time zone o.zone)::date between m.from_day and coalesce(m.to_day, 'infinity') as present
    from watch_shifts s
    join operation_plans o on o.operation_id = s.operation_id and o.ended_by is null
    join participants a on a.operation_id = s.operation_id and a.agency_id = s.agency_id
    join members m on m.operation_id = s.operation_id and m.id = s.member_id
    left join persons p on p.id = m.person_id
    where s.operation_id = ${operationId} and s.struck_at is null and s.ends_at > ${since}::timestamptz
      ${agencyId === undefined ? sql`` : sql`and s.agency_id = ${agencyId}`}
    order by s.starts_at, s.id limit 2000`);
  return [...rows];
}

/** The agencies with somebody who coordinates, as far as the reader may know of them; machines keep no watch. */
export async function coordinatingAgencies(tx: Tx, operationId: Id): Promise<Id[]> {
  const rows = await tx
    .selectDistinct({ agencyId: members.agencyId })
    .from(members)
    .innerJoin(persons, and(eq(persons.id, members.personId), eq(persons.machine, false)))
    .where(and(eq(members.operationId, operationId), eq(members.role, "ocu"), eq(members.state, "active")));
  return rows.map(({ agencyId }) => agencyId);
}

const iso = (column: SQL) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

type Keys = { operationId: Id; agencyId: Id };

export async function addShift(tx: Tx, keys: Keys, shift: ShiftInput, madeBy: Id): Promise<void> {
  const times = { startsAt: new Date(shift.startsAt), endsAt: new Date(shift.endsAt) };
  await tx.insert(watchShifts).values({ ...keys, ...shift, ...times, madeBy });
}

/** If the reader may look at it; one that was struck is still there. */
export async function findShift(tx: Tx, operationId: Id, id: Id) {
  const [shift] = await tx
    .select()
    .from(watchShifts)
    .where(and(eq(watchShifts.operationId, operationId), eq(watchShifts.id, id)));
  return shift;
}

/** False where somebody was faster. */
export async function strikeShift(tx: Tx, operationId: Id, id: Id, struckBy: Id): Promise<boolean> {
  const rows = await tx
    .update(watchShifts)
    .set({ struckBy, struckAt: sql`clock_timestamp()` })
    .where(and(eq(watchShifts.operationId, operationId), eq(watchShifts.id, id), isNull(watchShifts.struckAt)))
    .returning({ id: watchShifts.id });
  return rows.length > 0;
}

export async function addEntry(tx: Tx, keys: Keys, entry: EntryInput, authorId: Id): Promise<void> {
  await tx.insert(watchEntries).values({ ...keys, ...entry, authorId });
}

/** An entry of the log of that agency, if the reader may look at it. */
export async function findEntry(tx: Tx, { operationId, agencyId }: Keys, id: Id): Promise<Entry | undefined> {
  return (await entriesWhere(tx, { operationId, agencyId }, eq(watchEntries.id, id), 1))[0];
}

/** The newest entries of a log, or those before one of them. */
export async function listEntries(tx: Tx, keys: Keys, { before, limit }: { before: Id | null; limit: number }) {
  const { operationId, agencyId } = keys;
  const earlier = sql`(${watchEntries.at}, ${watchEntries.id}) < (select e.at, e.id from watch_entries e
    where e.operation_id = ${operationId} and e.agency_id = ${agencyId} and e.id = ${before})`;
  return entriesWhere(tx, keys, before === null ? undefined : earlier, limit);
}

/** Promises that nobody has said to be kept, the newest first. */
export async function openPromises(tx: Tx, keys: Keys): Promise<Entry[]> {
  const kept = sql`exists (select from watch_entries k where k.operation_id = ${watchEntries.operationId}
    and k.agency_id = ${watchEntries.agencyId} and k.about = ${watchEntries.id} and k.kind = 'kept')`;
  return entriesWhere(tx, keys, sql`${watchEntries.kind} = 'promise' and not ${kept}`, 200);
}

/** These entries, and what was written about them since. */
export async function entriesWithSequel(tx: Tx, keys: Keys, ids: readonly Id[]): Promise<Entry[]> {
  if (ids.length === 0) return [];
  const some = [...ids];
  return entriesWhere(tx, keys, or(inArray(watchEntries.id, some), inArray(watchEntries.about, some)), 1000);
}

async function entriesWhere(tx: Tx, { operationId, agencyId }: Keys, condition: SQL | undefined, limit: number) {
  const rows = await tx
    .select({ entry: watchEntries, author: persons.name })
    .from(watchEntries)
    .leftJoin(members, and(eq(members.operationId, watchEntries.operationId), eq(members.id, watchEntries.authorId)))
    .leftJoin(persons, eq(persons.id, members.personId))
    .where(and(eq(watchEntries.operationId, operationId), eq(watchEntries.agencyId, agencyId), condition))
    .orderBy(desc(watchEntries.at), desc(watchEntries.id))
    .limit(limit);
  return rows.map(({ entry: { id, kind, about, text, at }, author }): Entry => {
    const known = ENTRY_KINDS.find((one) => one === kind) ?? "note";
    return { id, kind: known, about, text, author: author ?? "", at: at.toISOString() };
  });
}

/** Handovers of the own agency that wait, for all who keep its watch: since when, and nothing of the sheet. */
export async function unacceptedHandovers(tx: Tx): Promise<Unaccepted[]> {
  const rows = await tx.execute<Unaccepted>(sql`
    select agency_id as "agencyId", ${iso(sql`signed_at`)} as "signedAt" from unaccepted_handovers()`);
  return [...rows];
}
