import { type SQL, sql } from "drizzle-orm";
import { type FactFilter, NO_FILTER } from "../../app/domain/fact-filter.ts";
import { COUNTED_KINDS, CURRENT_STATES } from "../../app/domain/figures/case-rule.ts";
import { FIGURES } from "../../app/domain/figures/definition.ts";
import { byText, inOrder } from "../../app/domain/figures/order.ts";
import type { CoverageRow, EvaluatedFigures, Quantities, Today } from "../../app/domain/figures/result.ts";
import type { Id } from "../../app/domain/id.ts";
import type { Tx } from "../client.server.ts";
import {
  casesBy,
  countOf,
  figureTables,
  quantitiesBy,
  rowsOf,
  strips,
  withStanding,
} from "./figure-fragments.server.ts";

type Asked = { operationId: Id; filter?: FactFilter; today: Today };

/** Every figure in one statement, the same as over the columns of a browser. Coverage is of the whole operation. */
export async function evaluateFiguresInSql(tx: Tx, { operationId, filter = NO_FILTER, today }: Asked) {
  const [row] = await tx.execute<{ figures: EvaluatedFigures }>(sql`
    with ${figureTables(operationId, filter)}
    select json_build_object(
      'cases', ${countOf(sql`true`)}, 'late', ${countOf(sql`late`)}, 'joint', ${joint},
      'byReporter', ${casesBy(FIGURES.byReporter.by)}, 'bySlot', ${casesBy(FIGURES.bySlot.by)},
      'byGroup', ${casesBy(FIGURES.byGroup.by)}, 'byFamily', ${casesBy(FIGURES.byFamily.by)},
      'byDay', ${casesBy(FIGURES.byDay.by)}, 'byMode', ${casesBy(FIGURES.byMode.by)},
      'slotByMode', ${casesBy(FIGURES.slotByMode.by)}, 'byCountry', ${casesBy(FIGURES.byCountry.by)},
      'byPlaceKind', ${casesBy(FIGURES.byPlaceKind.by)}, 'byDirection', ${casesBy(FIGURES.byDirection.by)},
      'byDetection', ${casesBy(FIGURES.byDetection.by)}, 'byConcealment', ${casesBy(FIGURES.byConcealment.by)},
      'slotByConcealment', ${casesBy(FIGURES.slotByConcealment.by)}, 'corridors', ${casesBy(FIGURES.corridors.by)},
      'persons', ${persons},
      'quantityBySlot', ${quantitiesBy("slot")}, 'quantityByCommodity', ${quantitiesBy("commodity")},
      'strips', ${strips()}, 'liveAnimals', ${quantitiesBy(null, sql`live`)}, 'excluded', ${excluded},
      'coverage', ${coverage(operationId, today)}) as figures`);
  if (!row) throw new Error("A statement that always gives one row gave none");
  return sorted(row.figures);
}

const persons = sql`(select json_build_object('persons', coalesce(sum(arrested), 0),
  'confirmed', coalesce(sum(arrested) filter (where confirmed), 0),
  'provisional', coalesce(sum(arrested) filter (where not confirmed), 0),
  'stating', count(arrested), 'silent', count(*) - count(arrested)) from cases)`;

const joint = sql`(select json_build_object('cases', count(*), 'messages', coalesce(sum(n), 0))
  from (select count(*) as n from messages where joint is not null group by joint having count(*) > 1) several)`;

const excluded = sql`(select json_build_object(
  'notASeizure', count(*) filter (where standing = 'not_a_seizure' and in_period),
  'outsideWindow', count(*) filter (where standing = 'outside_window' and in_period),
  'undated', count(*) filter (where standing = 'counted' and in_period is null)) from fitting)`;

function coverage(operationId: Id, { from, to }: Today): SQL {
  const words = (constants: readonly string[]) =>
    sql.join(
      constants.map((word) => sql`${word}`),
      sql`, `,
    );
  return rowsOf(sql`
    select json_build_object('reporter', f.reporter, 'cases', count(*), 'today', count(*) filter (
      where f.released_at >= ${from.toISOString()}::timestamptz and f.released_at < ${to.toISOString()}::timestamptz)) as row
    from (${withStanding(sql`
      select f.id, f.reporter, f.released_at, f.joint, f.joint_place from seizure_facts f
      where f.operation_id = ${operationId}::uuid and f.ended_by is null and f.shared and not f.outside_window
        and f.state in (${words(CURRENT_STATES)}) and f.event_kind in (${words(COUNTED_KINDS)})`)}) f
    where f.told group by f.reporter`);
}

/** Both evaluators answer in one order, which is none of the database's business. */
function sorted(figures: EvaluatedFigures): EvaluatedFigures {
  return {
    ...figures,
    byReporter: inOrder(figures.byReporter, FIGURES.byReporter.by),
    bySlot: inOrder(figures.bySlot, FIGURES.bySlot.by),
    byGroup: inOrder(figures.byGroup, FIGURES.byGroup.by),
    byFamily: inOrder(figures.byFamily, FIGURES.byFamily.by),
    byDay: inOrder(figures.byDay, FIGURES.byDay.by),
    byMode: inOrder(figures.byMode, FIGURES.byMode.by),
    slotByMode: inOrder(figures.slotByMode, FIGURES.slotByMode.by),
    byCountry: inOrder(figures.byCountry, FIGURES.byCountry.by),
    byPlaceKind: inOrder(figures.byPlaceKind, FIGURES.byPlaceKind.by),
    byDirection: inOrder(figures.byDirection, FIGURES.byDirection.by),
    byDetection: inOrder(figures.byDetection, FIGURES.byDetection.by),
    byConcealment: inOrder(figures.byConcealment, FIGURES.byConcealment.by),
    slotByConcealment: inOrder(figures.slotByConcealment, FIGURES.slotByConcealment.by),
    corridors: inOrder(figures.corridors, FIGURES.corridors.by),
    quantityBySlot: sortedQuantities(figures.quantityBySlot),
    quantityByCommodity: sortedQuantities(figures.quantityByCommodity),
    strips: figures.strips.sort((left, right) => byText(left.key, right.key) || byText(left.measure, right.measure)),
    liveAnimals: sortedQuantities(figures.liveAnimals),
    coverage: byReporter(figures.coverage),
  };
}

function byReporter(rows: CoverageRow[]): CoverageRow[] {
  return rows.sort((left, right) => byText(left.reporter, right.reporter));
}

function sortedQuantities({ rows, without }: Quantities): Quantities {
  return {
    rows: rows.sort((left, right) => byText(left.key, right.key) || byText(left.measure, right.measure)),
    without: without.sort((left, right) => byText(left.key, right.key)),
  };
}
