import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { SeizureFact } from "../../app/domain/fact.ts";
import type { FactFilter } from "../../app/domain/fact-filter.ts";
import type { Behind } from "../../app/domain/figures/behind.ts";
import type { Id } from "../../app/domain/id.ts";
import { searchKey } from "../../app/domain/search-key.ts";
import type { Tx } from "../client.server.ts";
import {
  agencies,
  audienceReaders,
  eventBodies,
  members,
  persons,
  questions,
  seizureFacts,
  seizureNominal,
  seizures,
} from "../schema.ts";
import { standsBehind } from "./behind-fragments.server.ts";
import { visibleFacts } from "./facts.server.ts";
import { COUNTED } from "./figure-fragments.server.ts";
import { fitsApartFromPeriod } from "./filter-fragments.server.ts";

export const SORTS = ["newest", "oldest", "latest_day", "earliest_day"] as const;
export type Sort = (typeof SORTS)[number];

/** Where a page begins: the sort value and id of the last row before it. */
export type Cursor = { value: string; id: Id };
export type Wanted = {
  filter: FactFilter;
  search: string;
  sort: Sort;
  cursor: Cursor | null;
  limit: number;
  /** Only what stands behind figures: shared, and a case by the rule of cases. */
  counted?: boolean;
  /** Only what stands behind one number, of days counted in this zone. */
  behind?: (Behind & { zone: string }) | null;
  /** The unit whose seizures are all that the reader sees, if so: they are found by it, not among all others. */
  unitId?: Id | null;
  /** Only these, found by a text only where it may look into the case: what somebody else sees of them. */
  among?: { facts: readonly Id[]; cases: readonly Id[] } | null;
};
export type SeizurePage = { facts: SeizureFact[]; total: number; first: Cursor | null; next: Cursor | null };

const ORDER: Record<Sort, { column: SQL; down: boolean; type: SQL }> = {
  newest: { column: sql`f.released_at`, down: true, type: sql`timestamptz` },
  oldest: { column: sql`f.released_at`, down: false, type: sql`timestamptz` },
  latest_day: { column: sql`f.occurred_on`, down: true, type: sql`date` },
  earliest_day: { column: sql`f.occurred_on`, down: false, type: sql`date` },
};

type Row = { id: Id; value: string };

/** One page of what the reader may see, by key and not by offset, and how many there are in all. */
export async function listSeizures(tx: Tx, operationId: Id, wanted: Wanted): Promise<SeizurePage> {
  const { rows, total } = await (wanted.search.trim() === "" ? inOrder : amongFound)(tx, operationId, wanted);
  const page = rows.slice(0, wanted.limit);
  const at = (row: Row | undefined) => (row ? { value: row.value, id: row.id } : null);
  const ids = page.map((row) => row.id);
  const facts = new Map((await visibleFacts(tx, operationId, ids)).map((fact) => [fact.id, fact]));
  return {
    facts: page.flatMap((row) => facts.get(row.id) ?? []),
    total,
    first: at(page[0]),
    next: rows.length > wanted.limit ? at(page.at(-1)) : null,
  };
}

/** Along the index of the order. */
async function inOrder(tx: Tx, operationId: Id, wanted: Wanted) {
  const where = conditions(operationId, wanted);
  const { column, start, order } = orderOf(wanted);
  const [rows, [counted]] = await Promise.all([
    tx.execute<Row>(sql`
      select f.id, ${column}::text as value from seizure_facts f where ${where} ${start}
      order by ${order} limit ${wanted.limit + 1}`),
    tx.execute<{ total: number }>(sql`select count(*)::int as total from seizure_facts f where ${where}`),
  ]);
  return { rows: [...rows], total: counted?.total ?? 0 };
}

/** What a text finds is looked for once, and sorted afterwards. */
async function amongFound(tx: Tx, operationId: Id, wanted: Wanted) {
  const { column, start, order } = orderOf(wanted);
  const [row] = await tx.execute<{ rows: Row[]; total: number }>(sql`
    with readable as materialized (${readableCases(operationId, wanted)}),
    found as materialized (
      select f.id, f.released_at, f.occurred_on from seizure_facts f
      where ${conditions(operationId, wanted)} and f.id in (select id from readable)),
    page as (
      select f.id, ${column}::text as value from found f where true ${start} order by ${order} limit ${wanted.limit + 1})
    select (select count(*)::int from found) as total, (select coalesce(json_agg(page), '[]') from page) as rows`);
  return row ?? { rows: [], total: 0 };
}

/** Found by text only where the case may be read: a match must not betray what a hidden case says. */
function readableCases(operationId: Id, { search, among }: Wanted): SQL {
  const written = search.trim().toLowerCase().normalize("NFC");
  const key = searchKey(search);
  const both = key === "" || key === written ? sql`` : sql`union select search_seizures(${key})`;
  return sql`select s.id from seizures s
    where s.operation_id = ${operationId}::uuid and s.ended_by is null ${oneOf(sql`s.id`, among?.cases)}
      and s.id in (select search_seizures(${written}) ${both})`;
}

function orderOf({ sort, cursor }: Wanted) {
  const { column, down, type } = ORDER[sort];
  const beyond = down ? sql`<` : sql`>`;
  const direction = down ? sql`desc` : sql`asc`;
  return {
    column,
    start: cursor ? sql`and (${column}, f.id) ${beyond} (${cursor.value}::${type}, ${cursor.id}::uuid)` : sql``,
    order: sql`${column} ${direction}, f.id ${direction}`,
  };
}

/** Looked up as rows: a plan that is kept for any list would compare each case with every id of it in turn. */
function oneOf(column: SQL, ids: readonly Id[] | undefined): SQL {
  return ids ? sql`and ${column} in (select unnest(${`{${ids.join(",")}}`}::uuid[]))` : sql``;
}

function conditions(operationId: Id, { filter, counted, behind, unitId, among: seen }: Wanted): SQL {
  const states: FactFilter["states"] = filter.states.length ? filter.states : ["submitted", "verified", "withdrawn"];
  return sql`f.operation_id = ${operationId}::uuid and f.ended_by is null
    ${unitId ? sql`and f.unit_id = ${unitId}::uuid` : sql``}
    ${oneOf(sql`f.id`, seen?.facts)}
    ${filter.from ? sql`and f.operational_day >= ${filter.from}::date` : sql``}
    ${filter.to ? sql`and f.operational_day <= ${filter.to}::date` : sql``}
    ${counted ? sql`and f.shared and ${COUNTED}` : sql``}
    ${behind ? sql`and ${standsBehind(operationId, behind, behind.zone)}` : sql``}
    and ${fitsApartFromPeriod(operationId, { ...filter, states })}
  `;
}

/** Tier A of one seizure, if the reader may see it. */
export async function findFact(tx: Tx, operationId: Id, id: Id): Promise<SeizureFact | undefined> {
  const [fact] = await visibleFacts(tx, operationId, [id]);
  return fact;
}

/** When it happened, was cleared and was released, as tier A has it. */
export async function timesOf(tx: Tx, operationId: Id, id: Id) {
  const { occurredOn, occurredTo, datePrecision, occurredAt, clearedAt, releasedAt } = seizureFacts;
  const [row] = await tx
    .select({ occurredOn, occurredTo, datePrecision, occurredAt, clearedAt, releasedAt })
    .from(seizureFacts)
    .where(and(eq(seizureFacts.operationId, operationId), eq(seizureFacts.id, id), isNull(seizureFacts.endedBy)));
  return row;
}

/** Tier B of one seizure, if the reader may see it. */
export async function findCase(tx: Tx, operationId: Id, id: Id) {
  const [kase] = await tx
    .select()
    .from(seizures)
    .where(and(eq(seizures.operationId, operationId), eq(seizures.id, id), isNull(seizures.endedBy)));
  return kase;
}

/** Tier C of one seizure, if the reader may see it. Whoever shows it notes the reading. */
export async function findNominal(tx: Tx, operationId: Id, id: Id) {
  const [row] = await tx
    .select()
    .from(seizureNominal)
    .where(and(eq(seizureNominal.operationId, operationId), eq(seizureNominal.id, id), isNull(seizureNominal.endedBy)));
  return row;
}

/** Tier C as one version has it, if the reader may see it. */
export async function nominalOfVersion(tx: Tx, operationId: Id, id: Id, version: number) {
  const { nominal, ...row } = seizureNominal;
  const [found] = await tx
    .select({ nominal })
    .from(seizureNominal)
    .where(and(eq(row.operationId, operationId), eq(row.id, id), eq(row.version, version)));
  return found?.nominal;
}

/** Every version of the case, newest first, with the names of those who wrote them where the reader may know them. */
export async function versionsOf(tx: Tx, operationId: Id, id: Id) {
  return tx
    .select({
      version: seizures.version,
      at: seizures.at,
      changeKind: seizures.changeKind,
      changeReason: seizures.changeReason,
      author: persons.name,
      input: seizures.input,
      // In the unit's own stream, which others do not read; null where no reader lost it, or the body is purged.
      lost: sql<number | null>`(${eventBodies.body}::jsonb ->> 'lost')::int`,
    })
    .from(seizures)
    .leftJoin(eventBodies, eq(eventBodies.eventId, seizures.begunBy))
    .leftJoin(members, and(eq(members.operationId, seizures.operationId), eq(members.id, seizures.authorId)))
    .leftJoin(persons, eq(persons.id, members.personId))
    .where(and(eq(seizures.operationId, operationId), eq(seizures.id, id)))
    .orderBy(desc(seizures.version));
}

/** Those on a list of readers, by name: agencies, and persons with their agency. */
export async function readersOf(tx: Tx, operationId: Id, audienceId: Id) {
  const listed = and(eq(audienceReaders.operationId, operationId), eq(audienceReaders.audienceId, audienceId));
  const [whole, people] = await Promise.all([
    tx
      .select({ id: agencies.id, name: agencies.name })
      .from(audienceReaders)
      .innerJoin(agencies, eq(agencies.id, audienceReaders.readerId))
      .where(listed)
      .orderBy(asc(agencies.name)),
    tx
      .select({ id: members.id, name: sql<string>`${persons.name} || ', ' || ${agencies.name}` })
      .from(audienceReaders)
      .innerJoin(members, and(eq(members.operationId, operationId), eq(members.id, audienceReaders.readerId)))
      .innerJoin(persons, eq(persons.id, members.personId))
      .innerJoin(agencies, eq(agencies.id, members.agencyId))
      .where(listed)
      .orderBy(asc(persons.name)),
  ]);
  return [...whole, ...people];
}

/** Names of members by id, as far as the reader may know them. */
export async function memberNames(tx: Tx, operationId: Id, ids: readonly Id[]): Promise<Record<Id, string>> {
  if (ids.length === 0) return {};
  const rows = await tx
    .select({ id: members.id, name: persons.name })
    .from(members)
    .innerJoin(persons, eq(persons.id, members.personId))
    .where(and(eq(members.operationId, operationId), inArray(members.id, [...new Set(ids)])));
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

/** Questions on one seizure that the reader may see, oldest first. */
export async function questionsOf(tx: Tx, operationId: Id, id: Id) {
  return tx
    .select()
    .from(questions)
    .where(and(eq(questions.operationId, operationId), eq(questions.seizureId, id)))
    .orderBy(asc(questions.askedAt));
}

/** Open questions that wait for the reader's agency or unit. */
export async function openQuestions(tx: Tx, operationId: Id, agencyId: Id) {
  return tx
    .select()
    .from(questions)
    .where(and(eq(questions.operationId, operationId), eq(questions.agencyId, agencyId), isNull(questions.answeredAt)))
    .orderBy(asc(questions.askedAt));
}
