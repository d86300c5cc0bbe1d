import { type SQL, sql } from "drizzle-orm";
import { groupOf, slotOf } from "../../app/domain/commodity.ts";
import { choosesGoods, type FactFilter } from "../../app/domain/fact-filter.ts";
import type { Id } from "../../app/domain/id.ts";
import { CURRENT_FACTS, type FactSource } from "./fact-source.server.ts";
import { corridorTables } from "./leg-fragments.server.ts";

const LETTERS = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
/** Every group that exists or may come. */
export const GROUPS = LETTERS.flatMap((letter) => Array.from({ length: 10 }, (_, digit) => `${letter}${digit}`));

/**
 * Everything of a filter but its period, as a condition on rows `f` of facts: the same as `fitsApartFromPeriod` of the
 * domain.
 */
export function fitsApartFromPeriod(operationId: Id, filter: FactFilter, source: FactSource = CURRENT_FACTS): SQL {
  const parts = [
    among(sql`f.reporter`, filter.reporters),
    among(sql`f.mode`, filter.modes),
    among(sql`f.state`, filter.states),
    seized(filter.seizedIn),
    among(sql`f.place_kind`, filter.placeKinds),
    among(sql`f.direction`, filter.directions),
    coded(source, "detection", filter.detections),
    coded(source, "concealment_method", filter.concealments),
    passing(source, filter.through),
    inBox(filter.box),
    onCorridor(operationId, source, filter.corridors),
    holdingGoods(source, filter),
  ].filter((part) => part !== null);
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `);
}

/** Which goods a filter names, as a condition on rows of `seizure_fact_items i`. */
export function choosesItem(filter: FactFilter): SQL {
  if (!choosesGoods(filter)) return sql`true`;
  const { slots, groups, commodities } = filter;
  const named = GROUPS.filter((group) => groups.includes(group) || slots.some((slot) => slot === slotOf(group)));
  return sql`(${groupAmong(named)} or i.commodity = any(${textArray(commodities)}))`;
}

function groupAmong(groups: readonly string[]): SQL {
  return sql`left(i.commodity, 2) = any(${textArray(groups.map(groupOf))})`;
}

function holdingGoods({ items }: FactSource, filter: FactFilter): SQL | null {
  if (!choosesGoods(filter)) return null;
  return sql`exists (select 1 from ${items("f")} i where ${ofFact("i")} and ${choosesItem(filter)})`;
}

function coded({ codes }: FactSource, list: "detection" | "concealment_method", named: readonly string[]): SQL | null {
  if (named.length === 0) return null;
  return sql`exists (select 1 from ${codes("f")} c where ${ofFact("c")} and c.list = ${list}
    and c.code = any(${textArray(named)}))`;
}

function seized(places: readonly string[]): SQL | null {
  if (places.length === 0) return null;
  return sql`(f.country = any(${textArray(places)}) or f.place_id = any(${textArray(places)}))`;
}

function passing({ nodes }: FactSource, through: readonly string[]): SQL | null {
  if (through.length === 0) return null;
  const named = textArray(through);
  return sql`(f.country = any(${named}) or f.place_id = any(${named}) or exists (select 1 from ${nodes("f")} n
    where ${ofFact("n")} and (n.country = any(${named}) or n.place_id = any(${named}))))`;
}

function inBox(box: FactFilter["box"]): SQL | null {
  if (box === null) return null;
  const [west, south, east, north] = box.map((degrees) => sql`${degrees}::float8`);
  const between = sql`f.lon >= ${west} ${box[0] <= box[2] ? sql`and` : sql`or`} f.lon <= ${east}`;
  return sql`(f.geo_precision <> 'country' and f.lat >= ${south} and f.lat <= ${north} and (${between}))`;
}

/** Legs are drawn for the cases alone that name a country at the end of one of the corridors. */
function onCorridor(operationId: Id, source: FactSource, corridors: readonly string[]): SQL | null {
  if (corridors.length === 0) return null;
  const wanted = textArray(corridors);
  const ends = textArray([...new Set(corridors.flatMap((key) => key.split(/[>~]/).map((end) => end.slice(0, 2))))]);
  const candidates = sql`(select f.* from ${source.facts} f where f.operation_id = ${operationId}::uuid and ${source.current}
    and exists (select 1 from ${source.nodes("f")} n where ${ofFact("n")} and n.country = any(${ends}))) f`;
  return sql`f.id in (with ${corridorTables(operationId, { facts: candidates, nodes: source.nodes })}
    select id from corridors where wide = any(${wanted}) or near = any(${wanted}))`;
}

function ofFact(part: "i" | "c" | "n"): SQL {
  return sql.raw(`${part}.operation_id = f.operation_id and ${part}.seizure_id = f.id and ${part}.version = f.version`);
}

/** An empty list leaves everything in. */
function among(column: SQL, values: readonly string[]): SQL | null {
  return values.length === 0 ? null : sql`${column} = any(${textArray(values)})`;
}

export function textArray(values: readonly string[]): SQL {
  if (values.length === 0) return sql`'{}'::text[]`;
  return sql`array[${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )}]::text[]`;
}
