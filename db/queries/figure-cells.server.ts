import { type SQL, sql } from "drizzle-orm";
import { slotOf } from "../../app/domain/commodity.ts";
import { choosesGoods, type FactFilter, isFiltered, NO_FILTER } from "../../app/domain/fact-filter.ts";
import type { Id } from "../../app/domain/id.ts";
import { addDays, daysBetween, type LocalDate } from "../../app/domain/local-date.ts";
import { GROUPS, textArray } from "./filter-fragments.server.ts";

export type Asked = { operationId: Id; filter: FactFilter };

/** Whether the cells know every field that this filter names. */
export function isInCells(filter: FactFilter): boolean {
  const { from, to, reporters, seizedIn, modes, slots, groups, ...others } = filter;
  return !isFiltered({ ...NO_FILTER, ...others }) && seizedIn.every((place) => /^[A-Z]{2}$/.test(place));
}

/** The groups whose goods a filter names; null where it leaves all in. */
export function namedGroups(filter: FactFilter): string[] | null {
  if (!choosesGoods(filter)) return null;
  const { slots, groups } = filter;
  return GROUPS.filter((group) => groups.includes(group) || slots.some((slot) => slot === slotOf(group)));
}

/** What a filter says apart from its period, as a condition on rows that name what cases are filtered by. */
export function fitsCell(of: string, filter: FactFilter): SQL {
  const among = (column: string, values: readonly string[]) =>
    values.length === 0 ? [] : [sql`${sql.raw(`${of}.${column}`)} = any(${textArray(values)})`];
  const named = namedGroups(filter);
  const goods = named === null ? [] : [sql`string_to_array(${sql.raw(of)}.goods, ',') && ${textArray(named)}`];
  const parts = [
    ...among("reporter", filter.reporters),
    ...among("country", filter.seizedIn),
    ...among("mode", filter.modes),
    ...goods,
  ];
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `);
}

/** Whether `starts` lies in the filter's period; a day that nobody knows lies in none. */
export function inPeriod(of: string, { from, to }: Pick<FactFilter, "from" | "to">): SQL {
  if (from === null && to === null) return sql`true`;
  const starts = sql.raw(`${of}.starts`);
  return sql`${starts} >= ${from ?? "-infinity"}::date and ${starts} <= ${to ?? LAST_DAY}::date`;
}

type Stretch = { span: "all" | "week" | "day"; from: string; to: string };

/** A period as the fewest cells: whole weeks, and single days before and after them. */
export function stretchesOf({ from, to }: Pick<FactFilter, "from" | "to">): Stretch[] {
  if (from === null && to === null) return [{ span: "all", from: "-infinity", to: "-infinity" }];
  const first = from === null ? null : mondayOf(addDays(from, 6));
  const last = to === null ? null : mondayOf(addDays(to, -6));
  const [start, end] = [from ?? "-infinity", to ?? LAST_DAY];
  if (first !== null && last !== null && first > last) return [{ span: "day", from: start, to: end }];
  const weeks: Stretch = { span: "week", from: first ?? start, to: last ?? end };
  const before: Stretch[] = first === null ? [] : [{ span: "day", from: start, to: addDays(first, -1) }];
  const after: Stretch[] = last === null ? [] : [{ span: "day", from: addDays(last, 7), to: end }];
  return [weeks, ...before, ...after];
}

/** Each day of the period for itself; without one also those cases whose day nobody knows. */
export function everyDayOf({ from, to }: Pick<FactFilter, "from" | "to">): Stretch[] {
  const isOpen = from === null && to === null;
  return [{ span: "day", from: from ?? "-infinity", to: isOpen ? "infinity" : (to ?? LAST_DAY) }];
}

const LAST_DAY = "9999-12-31";
const A_MONDAY = "1970-01-05";

/** The Monday of its week. */
function mondayOf(day: LocalDate): LocalDate {
  return addDays(day, -(((daysBetween(A_MONDAY, day) % 7) + 7) % 7));
}

/**
 * Rows of cells, and of what they do not hold yet, as `cell` with signed numbers: those of `dims` that a filter lets in.
 */
export function cellsOf({ operationId, filter }: Asked, dims: readonly string[], stretches = stretchesOf(filter)): SQL {
  const values = stretches.map(({ span, from, to }) => sql`(${span}, ${from}::date, ${to}::date)`);
  return sql`(
    select c.dim, c.starts, c.reporter, c.country, c.mode, c.goods, c.value, c.measure, c.cases, c.confirmed, c.total,
      c.total_confirmed, c.at_least, c.estimated, c.estimated_cases
    from (values ${sql.join(values, sql`, `)}) s(span, first, last)
    join figure_cells c on c.operation_id = ${operationId}::uuid and c.span = s.span and c.starts between s.first and s.last
      and c.dim = any(${textArray(dims)})
    where ${fitsCell("c", filter)}
    union all
    select p.dim, p.starts, p.reporter, p.country, p.mode, p.goods, p.value, p.measure, p.sign * p.cases,
      p.sign * p.confirmed, p.sign * p.total, p.sign * p.total_confirmed, p.sign * p.at_least, p.sign * p.estimated,
      p.sign * p.estimated_cases
    from pending p where p.dim = any(${textArray(dims)}) and ${inPeriod("p", filter)} and ${fitsCell("p", filter)}) cell`;
}

/** What the cells do not hold yet, once for all that is read beside it. */
export function pendingTable(operationId: Id): SQL {
  return sql`pending as materialized (select * from figure_pending(${operationId}::uuid))`;
}
