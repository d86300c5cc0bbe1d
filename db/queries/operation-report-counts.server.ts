import { type SQL, sql } from "drizzle-orm";
import type { FactFilter } from "../../app/domain/fact-filter.ts";
import type { Id } from "../../app/domain/id.ts";
import type { LocalDate } from "../../app/domain/local-date.ts";
import type {
  CitesCount,
  Hours,
  OutcomeCount,
  Participation,
  QuestionCount,
  ReporterPersons,
} from "../../app/domain/operation-report/results.ts";
import type { AgencyDay } from "../../app/domain/tally/agency-days.ts";
import type { Tx } from "../client.server.ts";
import { figureTables, rowsOf } from "./figure-fragments.server.ts";
import { choosesItem, fitsApartFromPeriod } from "./filter-fragments.server.ts";
import { isCountry } from "./leg-fragments.server.ts";

export type CountsAsked = {
  operationId: Id;
  /** The operation's zone: a day without an hour ends where the operation does. */
  zone: string;
  /** Which cases it is about; days alone in a report on the whole. */
  filter: FactFilter;
};

export type CasesBeside = {
  cites: CitesCount[];
  known: { coordinates: number; departure: number; destination: number; concealment: number };
  toClearance: Hours;
  toRelease: Hours;
  merged: number;
  takedowns: number;
  personsByReporter: ReporterPersons[];
};

/** What a report says of the cases that figures count, beside them. One statement; the same rule of what a case is. */
export async function casesBesideFigures(tx: Tx, { operationId, zone, filter }: CountsAsked): Promise<CasesBeside> {
  const [row] = await tx.execute<{ counts: CasesBeside }>(sql`
    with ${figureTables(operationId, filter)},
    facts_of_cases as (
      select f.*, coalesce(f.occurred_at, (f.occurred_on + 1)::timestamp at time zone ${zone}) as began
      from cases c join seizure_facts f on f.operation_id = ${operationId}::uuid and f.id = c.id and f.version = c.version)
    select json_build_object(
      'cites', ${cites(operationId, filter)},
      'known', (select json_build_object(
        'coordinates', count(*) filter (where f.lat is not null),
        'departure', count(*) filter (where ${hasNode(operationId, "departure")}),
        'destination', count(*) filter (where ${hasNode(operationId, "destination")}),
        'concealment', count(*) filter (where exists (select from seizure_fact_codes d
          where d.operation_id = ${operationId}::uuid and d.seizure_id = f.id and d.version = f.version
            and d.list in ('concealment_place', 'concealment_method') and d.code <> 'unknown'))) from facts_of_cases f),
      'toClearance', ${hoursTo(sql`f.cleared_at`)},
      'toRelease', ${hoursTo(sql`f.released_at`)},
      'merged', (select count(*) from seizure_facts f where f.operation_id = ${operationId}::uuid
        and f.ended_by is null and f.shared and f.state = 'merged' and ${inPeriod(filter)}
        and ${fitsApartFromPeriod(operationId, filter)}),
      'personsByReporter', ${PERSONS_BY_REPORTER},
      'takedowns', (select count(*) from facts_of_cases f where f.event_kind = 'controlled_delivery_takedown')) as counts`);
  if (!row) throw new Error("A statement that always gives one row gave none");
  return row.counts;
}

/** Cases with specimens of each appendix; a case with several stands under each. */
const cites = (operationId: Id, filter: FactFilter): SQL =>
  rowsOf(sql`
    select json_build_object('key', json_build_object('appendix', i.appendix), 'total', count(distinct c.id),
      'confirmed', count(distinct c.id) filter (where c.confirmed),
      'provisional', count(distinct c.id) filter (where not c.confirmed)) as row
    from cases c join seizure_fact_items i
      on i.operation_id = ${operationId}::uuid and i.seizure_id = c.id and i.version = c.version
    where i.appendix is not null and ${choosesItem(filter)} group by i.appendix order by i.appendix`);

/** Of a joint case what each of its reporters told. */
const PERSONS_BY_REPORTER = rowsOf(sql`
  select json_build_object('key', json_build_object('reporter', reporter), 'persons', sum(arrested),
    'confirmed', coalesce(sum(arrested) filter (where confirmed), 0),
    'provisional', coalesce(sum(arrested) filter (where not confirmed), 0)) as row
  from messages where arrested is not null group by reporter order by reporter`);

const hasNode = (operationId: Id, role: "departure" | "destination"): SQL =>
  sql`exists (select from seizure_fact_nodes n where n.operation_id = ${operationId}::uuid and n.seizure_id = f.id
    and n.version = f.version and n.role = ${role} and ${sql.raw(isCountry("n.country"))})`;

/** The case in the middle and the one at nine tenths, each a real one: nothing is drawn between two. */
const hoursTo = (instant: SQL): SQL => {
  const at = (share: number) =>
    sql`round((percentile_disc(${share}) within group (order by greatest(extract(epoch from ${instant} - f.began), 0)) / 3600)::numeric, 1)::text`;
  return sql`(select json_build_object('n', count(*), 'atLeast', count(*) filter (where f.occurred_at is null),
    'median', ${at(0.5)}, 'ninetieth', ${at(0.9)}) from facts_of_cases f where f.date_precision = 'day')`;
};

const inPeriod = ({ from, to }: FactFilter): SQL =>
  from !== null && to !== null ? sql`f.operational_day between ${from}::date and ${to}::date` : sql`true`;

type ParticipationAsked = { whole: boolean; from: LocalDate; to: LocalDate; at: Date };

/** Numbers alone: of others, nobody but leads and the coordination unit knows who is silent. */
export async function participationIn(tx: Tx, { whole, from, to, at }: ParticipationAsked): Promise<Participation> {
  const [row] = await tx.execute<Participation>(sql`
    select administrations, reporting, nil_only as "nilOnly", silent
    from report_participation(${whole}, ${from}::date, ${to}::date, ${at.toISOString()}::timestamptz)`);
  return row ?? { administrations: 0, reporting: 0, nilOnly: 0, silent: 0 };
}

/** Of how many cases there is a photo, whether or not the reader may open it. */
export async function casesWithPhoto(tx: Tx, { whole, from, to }: Omit<ParticipationAsked, "at">): Promise<number> {
  const [row] = await tx.execute<{ n: number | null }>(
    sql`select report_photos(${whole}, ${from}::date, ${to}::date) as n`,
  );
  return row?.n ?? 0;
}

/** Questions on counted messages, whether or not the reader was asked or asks any. */
export async function questionsOnCases(
  tx: Tx,
  { whole, from, to }: Omit<ParticipationAsked, "at">,
): Promise<QuestionCount[]> {
  const rows = await tx.execute<{ about: string; asked: number; answered: number }>(
    sql`select about, asked, answered from report_questions(${whole}, ${from}::date, ${to}::date)`,
  );
  return rows.map(({ about, ...counted }) => ({ key: { about }, ...counted }));
}

/** Charges, verdicts and disposals of cases with goods of a group, as told up to an instant, whoever reads those cases. */
export async function outcomesOfGroup(tx: Tx, group: string, at: Date): Promise<OutcomeCount[]> {
  const rows = await tx.execute<OutcomeCount["key"] & Omit<OutcomeCount, "key">>(
    sql`select kind, said, outcomes, cases from report_outcomes(${group}, ${at.toISOString()}::timestamptz)`,
  );
  return rows.map(({ kind, said, ...counted }) => ({ key: { kind, said }, ...counted }));
}

type TalliesAsked = { from: LocalDate; to: LocalDate; at: Date; administration: string };

/** Tallies of one administration that are on record, and those of them that are nil; nothing of what is missing. */
export async function talliesOnRecord(
  tx: Tx,
  { from, to, at, administration }: TalliesAsked,
): Promise<Pick<AgencyDay, "onRecord" | "nil">> {
  const [row] = await tx.execute<{ onRecord: number; nil: number }>(sql`
    select on_record as "onRecord", nil
    from report_tallies(${from}::date, ${to}::date, ${at.toISOString()}::timestamptz, ${administration})`);
  return row ?? { onRecord: 0, nil: 0 };
}
