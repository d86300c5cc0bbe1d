import { type SQL, sql } from "drizzle-orm";
import { NOT_KNOWN } from "../../app/domain/flow.ts";
import type { Id } from "../../app/domain/id.ts";
import type { FactSource } from "./fact-source.server.ts";

/** Behind every position that a route may have: without a told discovery it comes after what lies before it. */
const LAST = sql.raw("32767");

/** As `isCountry` of the domain has it: no country for 'unknown' and for codes of regions. */
export const isCountry = (column: string) =>
  `(${column} = 'XK' or not (${column} like 'X%' or ${column} in ('ZZ', 'AA') or ${column} ~ '^Q[M-Z]$'))`;

/** As `endKeyOf`: the place, a tenth of a degree around a position without a name, or no more than the country. */
const endKey = (table: string) =>
  `${table}.country || ':' || coalesce(${table}.place_id, case
    when ${table}.lat is null or ${table}.lon is null or ${table}.geo_precision = 'country' then '-'
    else 'c' || floor(${table}.lat * 10)::int || ',' || floor(${table}.lon * 10)::int end)`;

type Wanted = {
  /** Rows of facts as `f`. */
  facts: SQL;
  /** Where their nodes stand. */
  nodes: FactSource["nodes"];
  /** Columns of `f` that stand beside each corridor of a case. */
  beside?: readonly string[];
};

/**
 * Tables that say which corridors cases passed, the same as `legsOf` and `corridorKeyOf` of the domain: `corridors` has a
 * row (id, wide, near) for each, null where a leg does not leave its country or its place, and one of nulls for a case
 * without any; `crosses` says whether any leg of the case leaves a country. What belongs to a case is put together once: joined over and over, it would be compared with all others.
 */
export function corridorTables(operationId: Id, { facts, nodes, beside = [] }: Wanted): SQL {
  const kept = sql.raw(beside.map((column) => `, f."${column}"`).join(""));
  const names = sql.raw(beside.map((column) => `, "${column}"`).join(""));
  return sql`
    stops as (
      select f.id ${kept}, f.country as found_in, ${sql.raw(endKey("f"))} as found_at, n.position, n.role,
        case when n.country is not null then ${sql.raw(endKey("n"))} end as at, ${sql.raw(isCountry("f.country"))} as found_known,
        ${sql.raw(isCountry("n.country"))} as known,
        coalesce(min(n.position) filter (where n.role = 'discovery') over of_case,
          max(n.position) filter (where n.role <> 'destination' and n.country = f.country) over of_case + 1, ${LAST}) as found
      from ${facts} left join ${nodes("f")} n
        on n.operation_id = ${operationId}::uuid and n.seizure_id = f.id and n.version = f.version
      window of_case as (partition by f.id)),
    ways as (
      select id ${names}, found_in, found_at, found_known,
        ${ends("role = 'origin'")} as origins, ${ends("role = 'destination'")} as destinations,
        ${ends(`${BETWEEN} and position < found`)} as before, ${ends(`${BETWEEN} and position >= found`)} as after
      from stops group by id ${names}, found_in, found_at, found_known),
    chains as (
      select id ${names}, origins, destinations,
        case when found_known then before || array[found_at] else before end as travelled,
        case when found_known then array[found_at] || after else after end as intended from ways),
    named_legs as (
      select distinct id ${names},
        case when left(start, 2) <> left(finish, 2) then left(start, 2) || way || left(finish, 2) end as wide,
        case when start <> finish then start || way || finish end as near
      from chains left join lateral (
        select unnest(origins) as start, travelled[1] as finish, '>' as way where cardinality(travelled) > 0
        union all select travelled[i], travelled[i + 1], '>' from generate_series(1, cardinality(travelled) - 1) i
        union all select intended[i], intended[i + 1], '~' from generate_series(1, cardinality(intended) - 1) i
        union all select intended[cardinality(intended)], unnest(destinations), '~' where cardinality(intended) > 0
      ) legs on true),
    corridors as materialized (
      select *, bool_or(wide is not null) over (partition by id) as crosses from named_legs)`;
}

/**
 * The same as `flowKeysOf` of the domain, out of the tables above: `flows` has a row (id, flow) for each country of a case
 * in its stage and each step between two.
 */
export function flowTable(beside: readonly string[] = []): SQL {
  const names = beside.map((column) => `, "${column}"`).join("");
  const countries = (array: string) =>
    `(select array_agg(left(e, 2) order by n) from unnest(${array}) with ordinality u(e, n))`;
  const country = (column: string) => `(select coalesce(array_agg(distinct ${column}), array['${NOT_KNOWN}'])`;
  return sql.raw(`
    told_ways as (
      select id ${names}, case when found_known then found_in else '${NOT_KNOWN}' end as s,
        case when cardinality(origins) > 0 then ${countries("origins")} else ${countries("before[1:1]")} end as o,
        case when cardinality(origins) > 0 then ${countries("before")} else ${countries("before[2:]")} end as way,
        ${countries("destinations")} as d
      from ways),
    flow_ways as (
      select id ${names}, s, ${country("e")} from unnest(o) e) as o, ${country("e")} from unnest(d) e) as d,
        (select coalesce(array_agg(distinct e), '{}') from unnest(way) e where e <> s and not e = any(coalesce(o, '{}'))) as t
      from told_ways),
    flows as (
      select w.id ${names}, step.flow from flow_ways w cross join lateral (
        select 'o' || e as flow from unnest(o) e union all select 't' || e from unnest(t) e
        union all select 's' || s union all select 'd' || e from unnest(d) e
        union all select 'o' || a || '>s' || s from unnest(o) a where cardinality(t) = 0
        union all select 'o' || a || '>t' || b from unnest(o) a, unnest(t) b
        union all select 't' || b || '>s' || s from unnest(t) b
        union all select 's' || s || '>d' || e from unnest(d) e) step)`);
}

const BETWEEN = "role not in ('origin', 'destination', 'discovery')";

/** Ends of known stops in the order of the route. */
function ends(where: string): SQL {
  return sql.raw(`coalesce(array_agg(at order by position) filter (where known and ${where}), '{}')`);
}
