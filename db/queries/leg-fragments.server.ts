import { type SQL, sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";

/** Behind every position that a route may have: the discovery comes after what is known to lie before it. */
const LAST = sql.raw("32767");

/** As `isCountry` of the domain has it: no country for 'unknown' and for codes of regions. */
const isCountry = (column: string) =>
  sql.raw(`(${column} = 'XK' or not (${column} like 'X%' or ${column} in ('ZZ', 'AA') or ${column} ~ '^Q[M-Z]$'))`);

/** As `endKeyOf`: the place, a tenth of a degree around a position without a name, or no more than the country. */
const endKey = (side: string) =>
  sql.raw(`${side}_country || ':' || coalesce(${side}_place, case
    when ${side}_lat is null or ${side}_lon is null or ${side}_precision = 'country' then '-'
    else 'c' || floor(${side}_lat * 10)::int || ',' || floor(${side}_lon * 10)::int end)`);

const PLACE = "country, place_id, lat, lon, geo_precision";

/**
 * Tables that say which corridors cases passed, the same as `legsOf` and `corridorKeyOf` of the domain: `corridors` (id,
 * wide, near), one row per leg, null where a leg does not leave its country or its place. `facts` gives rows of
 * `seizure_facts` as `f`.
 */
export function corridorTables(operationId: Id, facts: SQL): SQL {
  return sql`
    routed as materialized (select f.id, f.version, f.country, f.place_id, f.lat, f.lon, f.geo_precision from ${facts}),
    route_nodes as materialized (
      select r.id, r.country as found_in, n.position, n.role, n.country, n.place_id, n.lat, n.lon, n.geo_precision
      from routed r join seizure_fact_nodes n
        on n.operation_id = ${operationId}::uuid and n.seizure_id = r.id and n.version = r.version),
    discoveries as (
      select id, coalesce(min(position) filter (where role = 'discovery'),
        max(position) filter (where role <> 'destination' and country = found_in) + 1, ${LAST}) as position
      from route_nodes group by id),
    stations as (
      select n.id, case when n.position < d.position then 1 else 2 end as part, n.position as place, ${sql.raw(prefixed("n"))}
      from route_nodes n join discoveries d on d.id = n.id
      where n.role not in ('origin', 'destination', 'discovery') and ${isCountry("n.country")}
      union all
      select r.id, part, case part when 1 then ${LAST} else -1 end, ${sql.raw(prefixed("r"))}
      from routed r cross join (values (1), (2)) parts(part) where ${isCountry("r.country")}),
    chained as (
      select s.*, ${sql.raw(lead())}, row_number() over first as step, row_number() over last as rest from stations s
      window first as (partition by id, part order by place), last as (partition by id, part order by place desc)),
    legs as (
      select id, part, ${sql.raw(sided("from", ""))}, ${sql.raw(sided("to", "next_"))} from chained where next_country is not null
      union all
      select n.id, 1, ${sql.raw(sided("from", "n."))}, ${sql.raw(sided("to", "c."))} from route_nodes n
      join chained c on c.id = n.id and c.part = 1 and c.step = 1
      where n.role = 'origin' and ${isCountry("n.country")}
      union all
      select n.id, 2, ${sql.raw(sided("from", "c."))}, ${sql.raw(sided("to", "n."))} from route_nodes n
      join chained c on c.id = n.id and c.part = 2 and c.rest = 1
      where n.role = 'destination' and ${isCountry("n.country")}),
    named_legs as (
      select id, part, from_country, to_country, ${endKey("from")} as from_end, ${endKey("to")} as to_end from legs),
    corridors as materialized (
      select distinct id,
        case when from_country <> to_country then from_country || case part when 1 then '>' else '~' end || to_country end as wide,
        case when from_end <> to_end then from_end || case part when 1 then '>' else '~' end || to_end end as near
      from named_legs)`;
}

function prefixed(table: string): string {
  return PLACE.split(", ")
    .map((column) => `${table}.${column}`)
    .join(", ");
}

function lead(): string {
  return PLACE.split(", ")
    .map((column) => `lead(${column}) over first as next_${column}`)
    .join(", ");
}

function sided(side: string, from: string): string {
  const names = ["country", "place", "lat", "lon", "precision"];
  return PLACE.split(", ")
    .map((column, at) => `${from}${column} as ${side}_${names[at]}`)
    .join(", ");
}
