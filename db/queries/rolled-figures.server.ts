import { type SQL, sql } from "drizzle-orm";
import { slotOf } from "../../app/domain/commodity.ts";
import { isFiltered, NO_FILTER } from "../../app/domain/fact-filter.ts";
import { type CellRows, figuresOfCells, type Rolled } from "../../app/domain/figures/figures-of-cells.ts";
import type { EvaluatedFigures, Today } from "../../app/domain/figures/result.ts";
import { STRIP_LENGTH } from "../../app/domain/figures/strips.ts";
import type { Tx } from "../client.server.ts";
import { type Asked, cellsOf, everyDayOf, fitsCell, inPeriod, isInCells, pendingTable } from "./figure-cells.server.ts";
import { COUNTED, rowsOf } from "./figure-fragments.server.ts";
import { textArray } from "./filter-fragments.server.ts";

/** Whether cells hold the figure of a filter; else it is counted from the tables. */
export function areInCells(filter: Asked["filter"], name: keyof EvaluatedFigures): name is Rolled {
  if (name === "joint" || !isInCells(filter)) return false;
  // Several goods of one slot, and live animals of several goods, are not counted once a case there.
  if (name === "quantityBySlot" || name === "strips")
    return new Set(slotsAsked(filter)).size === slotsAsked(filter).length;
  return name !== "liveAnimals" || slotsAsked(filter).length < 2;
}

/**
 * Figures of the cases that are no joint ones, from what is kept counted and what has changed since: the same as counted
 * from the tables at the same moment. And whether there are joint cases beside them. Null while the cells are far behind.
 */
export async function figuresInCells<Name extends Rolled>(
  tx: Tx,
  asked: Asked & { today: Today },
  names: readonly Name[],
): Promise<{ figures: Pick<EvaluatedFigures, Name>; hasJoint: boolean } | null> {
  const wanted = partsOf(asked, names);
  const built = Object.entries(wanted).map(([name, part]) => sql`, ${sql.raw(`'${name}'`)}, ${part}`);
  const [row] = await tx.execute<{ behind: boolean; rows: CellRows & { hasJoint: boolean } }>(sql`
    with ${pendingTable(asked.operationId)}
    select figures_are_behind(${asked.operationId}::uuid) as behind, json_build_object('hasJoint', exists (select from seizure_facts f
      where f.operation_id = ${asked.operationId}::uuid and f.joint is not null and f.ended_by is null and f.shared)
      ${sql.join(built, sql``)}) as rows`);
  if (!row) throw new Error("A statement that always gives one row gave none");
  if (row.behind) return null;
  return { figures: figuresOfCells(row.rows, asked.filter, names), hasJoint: row.rows.hasJoint };
}

/** The lists that the named figures are made of. */
function partsOf(asked: Asked & { today: Today }, names: readonly Rolled[]): Record<string, SQL> {
  const has = (...some: Rolled[]) => some.some((name) => names.includes(name));
  const parts: Record<string, SQL> = {};
  const base = ["reporter", "country", "mode"].filter((key) => names.some((name) => BASE_KEYS[name]?.includes(key)));
  if (names.some((name) => name in BASE_KEYS)) parts.base = cases(asked, ["case"], [...base, "goods"]);
  if (has("late")) parts.late = cases(asked, ["late"], []);
  if (has("byDelay", "delayByReporter")) parts.delays = cases(asked, ["delay"], ["reporter", "value"]);
  if (has("persons")) parts.persons = cases(asked, ["persons"], ["value"]);
  const sorted = [...(has("byPlaceKind") ? ["placeKind"] : []), ...(has("byDirection") ? ["direction"] : [])];
  const listed = [
    ...(has("byDetection") ? ["detection"] : []),
    ...(has("corridors") ? ["corridor"] : []),
    ...(has("flows") ? ["flow"] : []),
  ];
  if (has("byConcealment") && !has("slotByConcealment")) listed.push("concealment");
  if (has("slotByConcealment")) sorted.push("concealment");
  if (sorted.length > 0) parts.sorted = cases(asked, sorted, ["dim", "value", "goods"]);
  if (listed.length > 0) parts.listed = cases(asked, listed, ["dim", "value"]);
  if (has("byDay")) parts.days = days(asked);
  if (has("quantityBySlot")) parts.slots = quantities(asked, ["slot", "group"]);
  if (has("quantityByCommodity")) parts.commodities = quantities(asked, ["commodity"]);
  if (has("liveAnimals")) parts.live = quantities(asked, ["live", "liveSlot", "liveGroup"]);
  if (has("strips")) parts.strips = strips(asked);
  if (has("excluded"))
    Object.assign(parts, { excluded: cases(asked, ["excluded"], ["value"]), undated: undated(asked) });
  if (has("coverage")) parts.coverage = coverage(asked);
  return parts;
}

/** By which columns cases are kept apart for a figure. */
const BASE_KEYS: { [Name in Rolled]?: readonly string[] } = {
  cases: [],
  byReporter: ["reporter"],
  bySlot: [],
  byGroup: [],
  byFamily: [],
  byMode: ["mode"],
  slotByMode: ["mode"],
  byCountry: ["country"],
};

function cases(asked: Asked, dims: readonly string[], keys: readonly string[]): SQL {
  const columns = keys.map((key) => `cell.${key}`).join(", ");
  const fields = [...keys.map((key) => `'${key}', cell.${key}`), COUNTS].join(", ");
  return rowsOf(sql`
    select json_build_object(${sql.raw(fields)}) as row from ${cellsOf(asked, dims)}
    ${sql.raw(columns && `group by ${columns}`)} having sum(cell.cases) <> 0`);
}

const COUNTS = "'cases', sum(cell.cases)::int, 'confirmed', sum(cell.confirmed)::int";

/** Of the whole operation by kind alone; behind a filter by all its goods, of which the filter chooses some. */
function days(asked: Asked): SQL {
  const { from, to, ...others } = asked.filter;
  const isWhole = !isFiltered({ ...others, from: null, to: null });
  const source = isWhole
    ? cellsOf(asked, ["kind"], everyDayOf(asked.filter))
    : cellsOf(asked, ["case"], everyDayOf(asked.filter));
  const sorted = sql.raw(isWhole ? "cell.value" : "cell.goods");
  return rowsOf(sql`
    select json_build_object('day', ${DAY}, ${sql.raw(isWhole ? "'kind'" : "'goods'")}, ${sorted}, ${sql.raw(COUNTS)}) as row
    from ${source} group by cell.starts, ${sorted} having sum(cell.cases) <> 0`);
}

const DAY = sql.raw("case when isfinite(cell.starts) then to_char(cell.starts, 'YYYY-MM-DD') end");

/** Of those dims that the filter asks for: slots or groups that it names, or else all goods. */
function quantities(asked: Asked, dims: readonly string[]): SQL {
  const text = (column: string) => `trim_scale(sum(cell.${column}))::text`;
  const fields = `'value', cell.value, 'measure', cell.measure, 'cases', sum(cell.cases)::int,
    'total', ${text("total")}, 'totalConfirmed', ${text("total_confirmed")}, 'atLeast', sum(cell.at_least)::int,
    'estimated', ${text("estimated")}, 'estimatedCases', sum(cell.estimated_cases)::int`;
  return rowsOf(sql`
    select json_build_object(${sql.raw(fields)}) as row from ${cellsOf(asked, dims)}
    where ${asksFor(asked.filter)} group by cell.dim, cell.value, cell.measure having sum(cell.cases) <> 0 or sum(cell.estimated_cases) <> 0`);
}

/** By which cells quantities of goods are told: a slot as a whole where it is asked for, else the groups that are. */
function asksFor(filter: Asked["filter"]): SQL {
  const { slots, groups } = filter;
  const whole = slots.length + groups.length === 0;
  const [ofSlots, ofGroups] = [textArray(slots), textArray(groups.filter((group) => !slots.includes(slotOf(group))))];
  return whole
    ? sql`cell.dim in ('slot', 'commodity', 'live')`
    : sql`(cell.dim = 'commodity' or cell.dim in ('slot', 'liveSlot') and cell.value = any(${ofSlots})
      or cell.dim in ('group', 'liveGroup') and cell.value = any(${ofGroups}))`;
}

/** The slot of each thing that is asked for by itself. */
function slotsAsked({ slots, groups }: Asked["filter"]): string[] {
  return [...slots, ...groups.map(slotOf).filter((slot) => !slots.includes(slot))];
}

/** The largest of each slot and unit by the index; of what has changed since all that there is. */
function strips(asked: Asked): SQL {
  const { operationId, filter } = asked;
  return rowsOf(sql`
    select json_build_object('key', kind.value, 'measure', kind.measure, 'bars', json_agg(json_build_object(
      'quantity', trim_scale(bar.quantity)::text, 'confirmed', bar.confirmed)
      order by bar.quantity desc, bar.confirmed desc)) as row
    from (select cell.dim, cell.value, cell.measure from ${cellsOf(asked, ["slot", "group"])}
      where cell.measure <> '' and ${asksFor(filter)} group by 1, 2, 3 having sum(cell.cases) > 0) kind
    cross join lateral (
      select * from (
        (select a.quantity, a.confirmed from figure_amounts a
          where a.operation_id = ${operationId}::uuid and a.goods_key = kind.value and a.measure = kind.measure
            and ${inPeriod("a", filter)} and ${fitsCell("a", filter)}
            and not exists (select from pending p where p.sign < 0 and p.seizure_id = a.seizure_id and p.version = a.version)
          order by a.quantity desc nulls last, a.confirmed desc nulls last limit ${STRIP_LENGTH})
        union all
        select p.total, p.confirmed > 0 from pending p
        where p.sign > 0 and p.dim = kind.dim and p.value = kind.value and p.measure = kind.measure and p.cases > 0
          and ${inPeriod("p", filter)} and ${fitsCell("p", filter)}) bars
      order by quantity desc, confirmed desc limit ${STRIP_LENGTH}) bar
    group by kind.value, kind.measure`);
}

/** Cases that a period leaves out because nobody knows their day. */
function undated({ operationId, filter }: Asked): SQL {
  if (filter.from === null && filter.to === null) return sql`'[]'::json`;
  const open = { ...filter, from: null, to: null };
  return rowsOf(sql`
    select json_build_object(${sql.raw(COUNTS)}) as row from ${cellsOf(
      { operationId, filter: open },
      ["case"],
      [{ span: "day", from: "infinity", to: "infinity" }],
    )} where not isfinite(cell.starts)`);
}

/** Of the whole operation, whatever the filter. */
function coverage({ operationId, today: { from, to } }: Asked & { today: Today }): SQL {
  return rowsOf(sql`
    select json_build_object('reporter', cell.reporter, 'cases', sum(cell.cases)::int, 'today', coalesce(min(new.n), 0)) as row
    from ${cellsOf({ operationId, filter: NO_FILTER }, ["case"])}
    left join (select f.reporter, count(*)::int as n from seizure_facts f
      where f.operation_id = ${operationId}::uuid and f.ended_by is null and f.shared and f.joint is null and ${COUNTED}
        and f.released_at >= ${from.toISOString()}::timestamptz and f.released_at < ${to.toISOString()}::timestamptz
      group by f.reporter) new on new.reporter = cell.reporter
    group by cell.reporter having sum(cell.cases) <> 0`);
}
