import { type SQL, sql } from "drizzle-orm";
import { type FactFilter, isFiltered, NO_FILTER } from "../../app/domain/fact-filter.ts";
import { COUNTED_KINDS, CURRENT_STATES } from "../../app/domain/figures/case-rule.ts";
import { type CaseKey, FIGURES } from "../../app/domain/figures/definition.ts";
import { inDelayOrder } from "../../app/domain/figures/delays.ts";
import { byText, inOrder } from "../../app/domain/figures/order.ts";
import type { CaseRow, EvaluatedFigures, Quantities, Today } from "../../app/domain/figures/result.ts";
import type { Id } from "../../app/domain/id.ts";
import type { Tx } from "../client.server.ts";
import { CURRENT_FACTS, type FactSource, factsKnownAt } from "./fact-source.server.ts";
import {
  casesBy,
  countOf,
  delayDays,
  figureTables,
  quantitiesBy,
  rowsOf,
  strips,
  withStanding,
} from "./figure-fragments.server.ts";

export type FigureName = keyof EvaluatedFigures;

/**
 * `among`: counts among these rows `f` of facts alone. `known`: as of which moment; as of now where it is left out.
 */
export type Asked = { operationId: Id; filter?: FactFilter; today: Today; among?: SQL; known?: Date | null };

/** Every figure in one statement, the same as over the columns of a browser. Coverage is of the whole operation. */
export async function evaluateFiguresInSql(tx: Tx, asked: Asked): Promise<EvaluatedFigures> {
  return someFiguresInSql(tx, asked, ALL_FIGURES);
}

/** Those that a page shows: what the others are counted from is then not even read. */
export async function someFiguresInSql<Name extends FigureName>(
  tx: Tx,
  asked: Asked,
  names: readonly Name[],
): Promise<Pick<EvaluatedFigures, Name>> {
  const source = sourceOf(asked);
  const all = parts(asked, source);
  const wanted = names.map((name) => sql`${sql.raw(`'${name}'`)}, ${all[name]}`);
  const [row] = await tx.execute<{ figures: Pick<EvaluatedFigures, Name> }>(sql`
    with ${figureTables(asked.operationId, asked.filter ?? NO_FILTER, { source, among: asked.among })}
    select json_build_object(${sql.join(wanted, sql`, `)}) as figures`);
  if (!row) throw new Error("A statement that always gives one row gave none");
  return inTheirOrder(row.figures, names);
}

/** The lists of figures put into the one order that every evaluator gives them. */
export function inTheirOrder<Name extends FigureName>(
  figures: Pick<EvaluatedFigures, Name>,
  names: readonly Name[],
): Pick<EvaluatedFigures, Name> {
  for (const name of names) ORDERED[name]?.(figures[name]);
  return figures;
}

/**
 * What was shared at a moment and has been taken back since counts in the whole alone: a filter, a box on the map first of
 * all, could be drawn so closely that its sums are one report.
 */
function sourceOf({ known, filter = NO_FILTER }: Pick<Asked, "known" | "filter">): FactSource {
  return known ? factsKnownAt(known, { takenBack: !isFiltered(filter) }) : CURRENT_FACTS;
}

function parts({ operationId, today, among = sql`true` }: Asked, source: FactSource): Record<FigureName, SQL> {
  return {
    cases: countOf(sql`true`),
    late: countOf(sql`late`),
    joint,
    byReporter: casesBy(FIGURES.byReporter.by),
    bySlot: casesBy(FIGURES.bySlot.by),
    byGroup: casesBy(FIGURES.byGroup.by),
    byFamily: casesBy(FIGURES.byFamily.by),
    byDay: casesBy(FIGURES.byDay.by),
    byMode: casesBy(FIGURES.byMode.by),
    slotByMode: casesBy(FIGURES.slotByMode.by),
    byCountry: casesBy(FIGURES.byCountry.by),
    byPlaceKind: casesBy(FIGURES.byPlaceKind.by),
    byDirection: casesBy(FIGURES.byDirection.by),
    byDetection: casesBy(FIGURES.byDetection.by),
    byConcealment: casesBy(FIGURES.byConcealment.by),
    slotByConcealment: casesBy(FIGURES.slotByConcealment.by),
    corridors: casesBy(FIGURES.corridors.by),
    flows: casesBy(FIGURES.flows.by),
    byDelay: delays("cases", today),
    delayByReporter: delays("messages", today),
    persons,
    quantityBySlot: quantitiesBy("slot"),
    quantityByCommodity: quantitiesBy("commodity"),
    strips: strips(),
    liveAnimals: quantitiesBy(null, sql`live`),
    excluded,
    coverage: coverage(operationId, { source, among }, today),
  };
}

export const ALL_FIGURES = [
  "cases",
  "late",
  "joint",
  "byReporter",
  "bySlot",
  "byGroup",
  "byFamily",
  "byDay",
  "byMode",
  "slotByMode",
  "byCountry",
  "byPlaceKind",
  "byDirection",
  "byDetection",
  "byConcealment",
  "slotByConcealment",
  "corridors",
  "flows",
  "byDelay",
  "delayByReporter",
  "persons",
  "quantityBySlot",
  "quantityByCommodity",
  "strips",
  "liveAnimals",
  "excluded",
  "coverage",
] as const satisfies readonly FigureName[];

const persons = sql`(select json_build_object('persons', coalesce(sum(arrested), 0),
  'confirmed', coalesce(sum(arrested) filter (where confirmed), 0),
  'provisional', coalesce(sum(arrested) filter (where not confirmed), 0),
  'stating', count(arrested), 'silent', count(*) - count(arrested)) from cases)`;

/** Cases by the days until they were released; by messages under their reporters. */
function delays(of: "cases" | "messages", { zone }: Today): SQL {
  const reporter = sql.raw(of === "messages" ? "'reporter', reporter, " : "");
  return rowsOf(sql`
    select json_build_object(${reporter}'days', days, 'total', count(*), 'confirmed', count(*) filter (where confirmed),
      'provisional', count(*) filter (where not confirmed)) as row
    from (select ${delayDays(sql`operational_day`, zone)} as days, reporter, confirmed from ${sql.raw(of)}) told
    group by days ${sql.raw(of === "messages" ? ", reporter" : "")}`);
}

const joint = sql`(select json_build_object('cases', count(*), 'messages', coalesce(sum(n), 0))
  from (select count(*) as n from messages where joint is not null group by joint having count(*) > 1) several)`;

const excluded = sql`(select json_build_object(
  'notASeizure', count(*) filter (where standing = 'not_a_seizure' and in_period),
  'outsideWindow', count(*) filter (where standing = 'outside_window' and in_period),
  'undated', count(*) filter (where standing = 'counted' and in_period is null)) from fitting)`;

function coverage(operationId: Id, { source, among }: { source: FactSource; among: SQL }, { from, to }: Today): SQL {
  const words = (constants: readonly string[]) =>
    sql.join(
      constants.map((word) => sql`${word}`),
      sql`, `,
    );
  return rowsOf(sql`
    select json_build_object('reporter', f.reporter, 'cases', count(*), 'today', count(*) filter (
      where f.released_at >= ${from.toISOString()}::timestamptz and f.released_at < ${to.toISOString()}::timestamptz)) as row
    from (${withStanding(sql`
      select f.id, f.reporter, f.released_at, f.joint, f.joint_place from ${source.facts} f
      where f.operation_id = ${operationId}::uuid and ${source.current} and ${source.shared} and not f.outside_window and ${among}
        and f.state in (${words(CURRENT_STATES)}) and f.event_kind in (${words(COUNTED_KINDS)})`)}) f
    where f.told group by f.reporter`);
}

const rowsIn =
  <K extends CaseKey>(by: readonly K[]) =>
  (rows: CaseRow<K>[]) =>
    void inOrder(rows, by);

/** Both evaluators answer in one order, which is none of the database's business. */
const ORDERED: { [Name in FigureName]?: (figure: EvaluatedFigures[Name]) => void } = {
  byReporter: rowsIn(FIGURES.byReporter.by),
  bySlot: rowsIn(FIGURES.bySlot.by),
  byGroup: rowsIn(FIGURES.byGroup.by),
  byFamily: rowsIn(FIGURES.byFamily.by),
  byDay: rowsIn(FIGURES.byDay.by),
  byMode: rowsIn(FIGURES.byMode.by),
  slotByMode: rowsIn(FIGURES.slotByMode.by),
  byCountry: rowsIn(FIGURES.byCountry.by),
  byPlaceKind: rowsIn(FIGURES.byPlaceKind.by),
  byDirection: rowsIn(FIGURES.byDirection.by),
  byDetection: rowsIn(FIGURES.byDetection.by),
  byConcealment: rowsIn(FIGURES.byConcealment.by),
  slotByConcealment: rowsIn(FIGURES.slotByConcealment.by),
  corridors: rowsIn(FIGURES.corridors.by),
  flows: rowsIn(FIGURES.flows.by),
  byDelay: (rows) => void inDelayOrder(rows),
  delayByReporter: (rows) => void inDelayOrder(rows),
  quantityBySlot: sortQuantities,
  quantityByCommodity: sortQuantities,
  strips: (found) => void found.sort(byKeyAndMeasure),
  liveAnimals: sortQuantities,
  coverage: (rows) => void rows.sort((left, right) => byText(left.reporter, right.reporter)),
};

function sortQuantities({ rows, without }: Quantities) {
  rows.sort(byKeyAndMeasure);
  without.sort((left, right) => byText(left.key, right.key));
}

function byKeyAndMeasure(left: { key: string; measure: string }, right: { key: string; measure: string }): number {
  return byText(left.key, right.key) || byText(left.measure, right.measure);
}
