import { type SQL, sql } from "drizzle-orm";
import { slotOf } from "../../app/domain/commodity.ts";
import type { FactFilter } from "../../app/domain/fact-filter.ts";
import type { Amount } from "../../app/domain/figures/amounts.ts";
import { CONFIRMED_STATE, COUNTED_KINDS, CURRENT_STATES, type Standing } from "../../app/domain/figures/case-rule.ts";
import { type CaseKey, type GoodsKey, MIXED } from "../../app/domain/figures/definition.ts";
import { GOODS_KEYS, isGoodsKey } from "../../app/domain/figures/keys.ts";
import { AT_LEAST, BASE_UNIT, COUNTED_AS, ESTIMATED_QUALIFIERS } from "../../app/domain/figures/measure.ts";
import { STRIP_LENGTH } from "../../app/domain/figures/strips.ts";
import type { Id } from "../../app/domain/id.ts";
import { CURRENT_FACTS, type FactSource } from "./fact-source.server.ts";
import { choosesItem, fitsApartFromPeriod, GROUPS } from "./filter-fragments.server.ts";
import { corridorTables, flowTable } from "./leg-fragments.server.ts";

/** A constant of the domain as SQL text; nothing that comes from outside ever passes here. */
function literal(constant: string): string {
  if (!/^[A-Za-z0-9_]+$/.test(constant)) throw new Error(`"${constant}" is no code`);
  return `'${constant}'`;
}

const oneOf = (column: string, constants: readonly string[]) =>
  sql.raw(`${column} in (${constants.map(literal).join(", ")})`);

/** `case` that says what a function of the domain says, written out for every group that exists or may come. */
function written(column: string, say: (group: string) => string, otherwise: string): SQL {
  const cases = GROUPS.filter((group) => say(group) !== otherwise).map(
    (group) => `when ${literal(group)} then ${literal(say(group))}`,
  );
  return sql.raw(`case left(${column}, 2) ${cases.join(" ")} else ${literal(otherwise)} end`);
}

const GOODS_SQL: Record<GoodsKey, SQL> = {
  slot: written("i.commodity", slotOf, slotOf("Z0")),
  group: sql.raw("left(i.commodity, 2)"),
  family: written("i.commodity", GOODS_KEYS.family, GOODS_KEYS.family("Z0")),
  commodity: sql.raw("i.commodity"),
};

const STANDING = sql`case
  when not ${oneOf("f.state", CURRENT_STATES)} then ${sql.raw(literal("not_current" satisfies Standing))}
  when not ${oneOf("f.event_kind", COUNTED_KINDS)} then ${sql.raw(literal("not_a_seizure" satisfies Standing))}
  when f.outside_window then ${sql.raw(literal("outside_window" satisfies Standing))}
  else ${sql.raw(literal("counted" satisfies Standing))} end`;

/** Whether a row of `seizure_facts f` is a case. */
export const COUNTED = sql`${oneOf("f.state", CURRENT_STATES)} and ${oneOf("f.event_kind", COUNTED_KINDS)}
  and not f.outside_window`;

/**
 * Messages with what they stand for: of a joint case the first by place `stands` for it, and the first of each reporter
 * is `told`. Nearly all messages are a case by themselves: they are left out of the sorting that the others need.
 */
export function withStanding(messages: SQL): SQL {
  return sql`
    select m.*, true as stands, true as told from (${messages}) m where m.joint is null
    union all
    select m.*, row_number() over (partition by m.joint order by m.joint_place, m.id) = 1,
      row_number() over (partition by m.joint, m.reporter order by m.joint_place, m.id) = 1
    from (${messages}) m where m.joint is not null`;
}

/** The unit in which a quantity adds up; null where it is not known. */
const MEASURE = sql.raw(`case when i.normalised is null then null else case i.dimension
  ${Object.entries(BASE_UNIT)
    .map(([dimension, unit]) => `when ${literal(dimension)} then ${literal(unit)}`)
    .join(" ")}
  else case i.unit
    ${Object.entries(COUNTED_AS)
      .map(([unit, as]) => `when ${literal(unit)} then ${literal(as)}`)
      .join(" ")}
    else i.unit end end end`);

/**
 * The tables that every figure reads: `fitting` (facts of the operation that everybody may count and that fit the filter
 * apart from its period), `messages` (those that are cases of the period, of a joint case one of each reporter), `cases`
 * (of a joint case one in all) and `goods` (the items of cases that the filter names). `among` leaves out rows of facts
 * `f` beforehand.
 */
export function figureTables(
  operationId: Id,
  filter: FactFilter,
  { source = CURRENT_FACTS, among = sql`true` }: { source?: FactSource; among?: SQL } = {},
): SQL {
  return sql`
    ${source.tables}
    fitting as materialized (
      select f.id, f.version, f.reporter, f.mode, f.country, f.place_kind as "placeKind", f.direction, f.operational_day,
        f.place_id, f.lat, f.lon, f.geo_precision, f.state = ${sql.raw(literal(CONFIRMED_STATE))} as confirmed,
        to_char(f.operational_day, 'YYYY-MM-DD') as day, ${codesOf(operationId, source, "detection")} as detections,
        ${codesOf(operationId, source, "concealment_method")} as concealments, f.late, f.arrested, f.released_at, f.joint, f.joint_place, ${STANDING} as standing, ${periodFit(filter)} as in_period
      from ${source.facts} f
      where f.operation_id = ${operationId}::uuid and ${source.current} and ${source.shared} and ${among} and ${fitsApartFromPeriod(operationId, filter, source)}),
    counted as materialized (${withStanding(sql`select * from fitting where standing = 'counted' and in_period`)}),
    told_goods as materialized (
      select i.seizure_id as id, c.stands, ${sql.raw(SINGLES.map((key) => `c."${key}"`).join(", "))}, c.detections, c.concealments,
        c.confirmed, ${GOODS_SQL.slot} as slot, ${GOODS_SQL.group} as "group",
        ${GOODS_SQL.family} as family, i.commodity, i.live, i.normalised, ${MEASURE} as measure,
        ${oneOf("i.qualifier", ESTIMATED_QUALIFIERS)} as estimated, i.qualifier = ${sql.raw(literal(AT_LEAST))} as at_least
      from counted c join ${source.items("c")} i
        on i.operation_id = ${operationId}::uuid and i.seizure_id = c.id and i.version = c.version
      where c.told and ${choosesItem(filter)}),
    goods as not materialized (select * from told_goods where stands),
    kinds as (
      select id, case when count(distinct slot) = 1 then min(slot) else ${sql.raw(literal(MIXED))} end as kind
      from told_goods group by id),
    messages as materialized (
      select c.*, coalesce(k.kind, ${sql.raw(literal(MIXED))}) as kind
      from counted c left join kinds k on k.id = c.id where c.told),
    cases as not materialized (select * from messages where stands),
    ${corridorTables(operationId, { facts: sql`cases f`, nodes: source.nodes, beside: BESIDE_LEGS })},
    ${flowTable(BESIDE_LEGS)}`;
}

/** What each case has one value of, as the tables above call it. */
const SINGLES = ["reporter", "mode", "country", "placeKind", "direction", "day"] as const;
const BESIDE_LEGS = ["confirmed", ...SINGLES, "kind", "detections", "concealments"];

/** The codes of a fact in one list, in a list of their own; one null where it names none. */
function codesOf(operationId: Id, { codes }: FactSource, list: "detection" | "concealment_method"): SQL {
  return sql`coalesce((select array_agg(d.code) from ${codes("f")} d where d.operation_id = ${operationId}::uuid
    and d.seizure_id = f.id and d.version = f.version and d.list = ${sql.raw(literal(list))}), array[null::text])`;
}

/** True inside the period, false outside, null where the day is not known. */
function periodFit({ from, to }: FactFilter): SQL {
  if (from === null && to === null) return sql`true`;
  const after = from === null ? sql`f.operational_day is not null or null` : sql`f.operational_day >= ${from}::date`;
  const before = to === null ? sql`true` : sql`f.operational_day <= ${to}::date`;
  return sql`((${after}) and (${before}))`;
}

/** Keys of routes stand in tables of their own. */
const LEGS: Partial<Record<CaseKey, string>> = { corridor: "corridors", flow: "flows" };

/** Where the lists stand that a key's values are taken from, one row each. */
const LISTED: Partial<Record<CaseKey, string>> = { detection: "detections", concealment: "concealments" };

/**
 * Cases by keys, as JSON rows; where a case has several values of a key it counts once under each, by reporter a joint
 * case stands once for each that told of it. Corridors and goods stand in tables of their own and are never counted
 * together.
 */
export function casesBy(keys: readonly CaseKey[]): SQL {
  const { object, from, columns } = sortedBy(keys);
  return rowsOf(sql`
    select json_build_object('key', json_build_object(${object}), 'total', count(distinct id),
      'confirmed', count(distinct id) filter (where confirmed),
      'provisional', count(distinct id) filter (where not confirmed)) as row
    from ${from} group by ${columns}`);
}

/** Where cases stand that are sorted by keys, and the columns that these are. */
function sortedBy(keys: readonly CaseKey[]) {
  const ofGoods = keys.some(isGoodsKey);
  const told = (byReporter: string, once: string) => (keys.includes("reporter") ? byReporter : once);
  const [leg] = keys.flatMap((key) => LEGS[key] ?? []);
  if (ofGoods && leg) throw new TypeError("Goods and corridors are not counted together");
  const source = ofGoods ? told("told_goods", "goods") : (leg ?? told("messages", "cases"));
  const named = (key: CaseKey) => (LISTED[key] ? `of_${key}` : key === "corridor" ? "wide" : `"${key}"`);
  const laterals = keys.flatMap((key) =>
    LISTED[key] ? ` cross join lateral unnest(${LISTED[key]}) as of_${key}` : [],
  );
  // A case stands under 'none' only where none of its legs leaves a country.
  const counted = source === "corridors" ? " where wide is not null or not crosses" : "";
  return {
    object: sql.raw(keys.map((key) => `${literal(key)}, ${named(key)}`).join(", ")),
    from: sql.raw(`${source}${laterals.join("")}${counted}`),
    columns: sql.raw(keys.map(named).join(", ")),
  };
}

/** The amount that each message states, as a table `stated`: of a quantity what was measured of one commodity in one unit. */
export function statedTable(amount: Amount): SQL {
  if (amount.kind === "persons")
    return sql`stated as materialized (select id, arrested::numeric as stated from messages where arrested is not null)`;
  return sql`stated as materialized (select id, sum(normalised) as stated from told_goods
    where commodity = ${amount.commodity} and measure = ${amount.unit} and not estimated group by id)`;
}

/** Amounts under each combination of values, of the cases that state one: each once under each. */
export function amountsBy(keys: readonly CaseKey[]): SQL {
  const { from, columns } = sortedBy(keys);
  const sum = (where: SQL) => sql`trim_scale(coalesce(sum(stated) filter (where ${where}), 0))::text`;
  const grouped = keys.length === 0 ? sql`` : sql`group by ${sql.raw(keys.map((_, at) => `key_${at}`).join(", "))}`;
  const listed = sql.raw(keys.map((key, at) => `${literal(key)}, key_${at}`).join(", "));
  const named = sql.raw(keys.map((_, at) => `, key_${at}`).join(""));
  const each =
    keys.length === 0
      ? sql`select id, confirmed from ${from}`
      : sql`select distinct id, confirmed, ${columns} from ${from}`;
  return rowsOf(sql`
    select json_build_object('key', json_build_object(${listed}), 'amount', ${sum(sql`true`)},
      'confirmed', ${sum(sql`confirmed`)}, 'cases', count(*)) as row
    from (${each}) once (id, confirmed${named}) join stated using (id) ${grouped} having count(*) > 0`);
}

/** Quantities under each value of a key of the goods (or of all goods), each unit for itself. */
export function quantitiesBy(key: GoodsKey | null, only: SQL = sql`true`): SQL {
  const column = sql.raw(key === null ? "''" : `"${key}"`);
  const sum = (where: SQL) => sql`trim_scale(coalesce(sum(normalised) filter (where ${where}), 0))::text`;
  const cases = (where: SQL) => sql`count(distinct id) filter (where ${where})`;
  const measured = rowsOf(sql`
    select json_build_object('key', ${column}, 'measure', measure, 'total', ${sum(sql`not estimated`)},
      'confirmed', ${sum(sql`not estimated and confirmed`)}, 'cases', ${cases(sql`not estimated`)},
      'atLeast', ${cases(sql`at_least`)}, 'estimated', ${sum(sql`estimated`)},
      'estimatedCases', ${cases(sql`estimated`)}) as row
    from goods where measure is not null and ${only} group by ${sql.raw(key === null ? "measure" : `"${key}", measure`)}`);
  const without = rowsOf(sql`
    select json_build_object('key', key, 'cases', count(*)) as row
    from (select ${column} as key, id from goods where ${only} group by 1, 2 having bool_and(measure is null)) silent
    group by key`);
  return sql`json_build_object('rows', ${measured}, 'without', ${without})`;
}

/** The largest measured quantities of single cases by slot and unit. */
export function strips(): SQL {
  return rowsOf(sql`
    select json_build_object('key', slot, 'measure', measure, 'bars', json_agg(json_build_object(
      'quantity', trim_scale(quantity)::text, 'confirmed', confirmed) order by place)) as row
    from (select *, row_number() over (partition by slot, measure order by quantity desc, confirmed desc) as place
      from (select slot, measure, id, bool_or(confirmed) as confirmed, sum(normalised) as quantity
        from goods where measure is not null and not estimated group by slot, measure, id) of_case) placed
    where place <= ${STRIP_LENGTH} group by slot, measure`);
}

/** Rule `delay-v1` over a day and `released_at`: null where the day is not known. */
export function delayDays(day: SQL, zone: string): SQL {
  return sql`case when ${day} is not null then greatest(0, (released_at at time zone ${zone})::date - ${day}) end`;
}

/** A query of one JSON column `row` as one JSON list. */
export function rowsOf(query: SQL): SQL {
  return sql`(select coalesce(json_agg(row), '[]') from (${query}) listed)`;
}

export function countOf(where: SQL): SQL {
  return sql`(select json_build_object('total', count(*), 'confirmed', count(*) filter (where confirmed),
    'provisional', count(*) filter (where not confirmed)) from cases where ${where})`;
}
