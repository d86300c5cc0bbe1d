import { type SQL, sql } from "drizzle-orm";
import { type EventBody, type EventType, isEventType, readEventBody } from "../../app/domain/event.ts";
import type { Id } from "../../app/domain/id.ts";
import type { LocalDate } from "../../app/domain/local-date.ts";
import type { Tx } from "../client.server.ts";

/** What changed since an instant, for one member. Every query is bounded and reads under the reader's rights of today. */
export type Since = { operationId: Id; agencyId: Id; memberId: Id; since: Date };

/** Of a kind so many are looked at. */
const MOST = 100;
/** Of each stream so many of the last events are looked at. */
const LAST_EVENTS = 2000;

const iso = (column: SQL) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const instant = ({ since }: Since) => sql`${since.toISOString()}::timestamptz`;

type QuestionRow = { id: Id; seizureId: Id; question: string; at: string };

/** Questions that the agency was asked and has not answered. */
export async function questionsAskedSince(tx: Tx, about: Since): Promise<QuestionRow[]> {
  const rows = await tx.execute<QuestionRow>(sql`
    select id, seizure_id as "seizureId", question, ${iso(sql`asked_at`)} as at from questions
    where operation_id = ${about.operationId} and agency_id = ${about.agencyId} and answered_at is null
      and asked_at > ${instant(about)} order by asked_at desc limit ${MOST}`);
  return [...rows];
}

/** Answers to what this member asked. */
export async function questionsAnsweredSince(tx: Tx, about: Since): Promise<QuestionRow[]> {
  const rows = await tx.execute<QuestionRow>(sql`
    select id, seizure_id as "seizureId", question, ${iso(sql`answered_at`)} as at from questions
    where operation_id = ${about.operationId} and asked_by = ${about.memberId} and answered_at > ${instant(about)}
    order by answered_at desc limit ${MOST}`);
  return [...rows];
}

/** Reports that are back with their author, but for those that this member sent back. */
export async function reportsReturnedSince(tx: Tx, about: Since) {
  const rows = await tx.execute<{ id: Id; goods: string | null; at: string }>(sql`
    select r.id, r.input -> 'items' -> 0 ->> 'commodity' as goods, ${iso(sql`r.updated_at`)} as at
    from seizure_reports r
    where r.operation_id = ${about.operationId} and r.state = 'returned' and r.updated_at > ${instant(about)}
      and not ${decidedBy(about, sql`r.id`, "returned")}
    order by r.updated_at desc limit ${MOST}`);
  return [...rows];
}

function decidedBy(about: Since, seizure: SQL, decision: "returned" | "cleared"): SQL {
  return sql`exists (select from clearances c where c.operation_id = ${about.operationId} and c.seizure_id = ${seizure}
    and c.member_id = ${about.memberId} and c.decision = ${decision} and c.at > ${instant(about)})`;
}

type ReleasedRow = { id: Id; agencyId: Id; no: string; goods: string | null; at: string };

/** Seizures of the own agency that were released, but for those that this member cleared. */
export async function releasedSince(tx: Tx, about: Since): Promise<ReleasedRow[]> {
  return released(tx, about, sql`f.agency_id = ${about.agencyId} and not ${decidedBy(about, sql`f.id`, "cleared")}`);
}

/** Seizures of others with a country on their way or at the place where they were found. */
export async function onRouteSince(tx: Tx, about: Since, country: string): Promise<ReleasedRow[]> {
  return released(
    tx,
    about,
    sql`f.agency_id <> ${about.agencyId} and f.shared and f.state in ('submitted', 'verified')
      and (f.country = ${country} or exists (select from seizure_fact_nodes n where n.operation_id = f.operation_id
        and n.seizure_id = f.id and n.version = f.version and n.country = ${country}))`,
  );
}

async function released(tx: Tx, about: Since, which: SQL): Promise<ReleasedRow[]> {
  const rows = await tx.execute<ReleasedRow>(sql`
    select f.id, f.agency_id as "agencyId", f.message_no as no, ${iso(sql`f.released_at`)} as at, (
      select i.commodity from seizure_fact_items i where i.operation_id = f.operation_id and i.seizure_id = f.id
        and i.version = f.version order by i.line limit 1) as goods
    from seizure_facts f
    where f.operation_id = ${about.operationId} and f.ended_by is null and f.released_at > ${instant(about)} and ${which}
    order by f.released_at desc limit ${MOST}`);
  return [...rows];
}

/** Days of which the own agency was reminded and of which nothing was said since. */
export async function remindedSince(tx: Tx, about: Since) {
  const rows = await tx.execute<{ day: LocalDate; at: string }>(sql`
    select r.day::text, ${iso(sql`max(r.at)`)} as at from tally_reminders r
    where r.operation_id = ${about.operationId} and r.agency_id = ${about.agencyId} and r.at > ${instant(about)}
    group by r.day order by r.day desc limit ${MOST}`);
  return [...rows];
}

/** Of these days, those of which the agency has a tally on record. */
export async function daysOnRecord(tx: Tx, { operationId, agencyId }: Since, days: readonly LocalDate[]) {
  if (days.length === 0) return new Set<LocalDate>();
  const rows = await tx.execute<{ day: LocalDate }>(sql`
    select day::text from tallies where operation_id = ${operationId} and agency_id = ${agencyId} and ended_by is null
      and day = any(${`{${days.join(",")}}`}::date[])`);
  return new Set(rows.map(({ day }) => day));
}

export type Told<T extends EventType = EventType> = {
  type: T;
  at: string;
  agencyId: Id;
  body: EventBody<T>;
  kind: string;
};

type Stored = { type: string; version: number; at: string; agencyId: Id; body: string; kind: string };

/** Events of these types by others, in the streams that the reader follows, the newest first. */
export async function eventsSince<T extends EventType>(tx: Tx, about: Since, types: readonly T[]): Promise<Told<T>[]> {
  const rows = await tx.execute<Stored>(sql`
    select e.type, e.type_version as version, ${iso(sql`e.at`)} as at, e.agency_id as "agencyId", b.body, s.kind
    from streams s
    cross join lateral (
      select e.* from events e where e.stream_id = s.id and (e.seq is null or e.seq > s.head - ${LAST_EVENTS})) e
    join event_bodies b on b.event_id = e.id
    where s.operation_id = ${about.operationId} and s.id in (select my_streams())
      and e.at > ${instant(about)} and e.actor <> ${about.memberId} and e.type = any(${`{${types.join(",")}}`}::text[])
    order by e.at desc limit 1000`);
  return rows.flatMap(({ type, version, body, ...row }) => {
    const known = types.find((one) => one === type);
    return known && isEventType(type) ? [{ ...row, type: known, body: readEventBody(known, version, body) }] : [];
  });
}
