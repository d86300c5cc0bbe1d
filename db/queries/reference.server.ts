import { and, asc, desc, eq, gte, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { LocalDate } from "../../app/domain/local-date.ts";
import type { Measures } from "../../app/domain/quantity.ts";
import { searchKey } from "../../app/domain/search-key.ts";
import type { Db, Tx } from "../client.server.ts";
import {
  codes,
  commodities,
  conversionRules,
  countries,
  places,
  publishedEditions,
  publishedFigures,
  sources,
  taxa,
  taxonListings,
  units,
} from "../schema/reference.ts";

type Reader = Db | Tx;

const PLACE = {
  id: places.id,
  kind: places.kind,
  name: places.name,
  country: places.country,
  adminArea: places.adminArea,
  lat: places.lat,
  lon: places.lon,
  iata: places.iata,
  unlocode: places.unlocode,
  zone: places.zone,
};

/**
 * Places by what people type: a code, a name in any of the scripts that the gazetteer has, with accents or without,
 * the name of a country, or something near. Codes first, then names by their beginning, larger places before smaller.
 */
export async function searchPlaces(
  db: Reader,
  text: string,
  { country, limit = 12 }: { country?: string; limit?: number } = {},
) {
  const key = searchKey(text);
  if (key === "") return [];
  const within = country ? eq(places.country, country) : undefined;
  const found = await placesBy(db, and(within, named(key)), [matchOf(key), places.rank, places.name], limit);
  if (found.length > 0 || key.length < 4) return found;
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('pg_trgm.word_similarity_threshold', ${LIKE_ENOUGH}, true)`);
    // Between two that are about as much like it, the larger place is meant.
    const likeness = sql`word_similarity(${key}, ${places.search}) - ${places.rank} / 200.0`;
    return placesBy(tx, and(within, sql`${key} <% ${places.search}`), [desc(likeness), places.name], limit);
  });
}

/** From here on a misspelt name counts as found: "bankok" is 0.5 of "bangkok". */
const LIKE_ENOUGH = "0.45";

function placesBy(db: Reader, where: SQL | undefined, order: (SQL | PgColumn)[], limit: number) {
  return db
    .select(PLACE)
    .from(places)
    .where(where)
    .orderBy(...order)
    .limit(limit);
}

function named(key: string): SQL {
  const code = key.replaceAll(" ", "").toUpperCase();
  const longEnough = key.length > (/^[a-z]/.test(key) ? 2 : 1);
  const ofCountry = sql`select iso2 from countries where ${longEnough} and kind = 'listed' and search ~ ${`(^| )${key}`}`;
  return sql`(${places.iata} = ${code} or ${places.unlocode} = ${code} or ${places.search} like ${`%${key}%`}
    or (${places.country} in (${ofCountry}) and ${places.rank} < 45))`;
}

/** How well a place matches: its code, its name, the beginning of a word of it, somewhere in it, its country. */
function matchOf(key: string): SQL {
  const code = key.replaceAll(" ", "").toUpperCase();
  return sql`case
    when ${places.iata} = ${code} or ${places.unlocode} = ${code} then 0
    when ${places.nameSearch} = ${key} then 1
    when ${places.search} like ${`${key}%`} or ${places.search} like ${`% ${key}%`} then 2
    when ${places.search} like ${`%${key}%`} then 3
    else 4 end`;
}

/** The named place nearest to a point, and how far away it is; null in the open sea. */
export async function nearestPlace(db: Reader, lat: number, lon: number) {
  const shrink = Math.max(0.05, Math.cos((lat * Math.PI) / 180));
  const squared = sql<number>`((${places.lat} - ${lat}) ^ 2 + ((${places.lon} - ${lon}) * ${shrink}) ^ 2)`;
  for (const degrees of [0.25, 1, 4]) {
    const [found] = await db
      .select({ ...PLACE, distanceKm: sql<number>`round((111.32 * sqrt(${squared}))::numeric, 1)::float8` })
      .from(places)
      .where(
        and(
          gte(places.lat, lat - degrees),
          lte(places.lat, lat + degrees),
          gte(places.lon, lon - degrees / shrink),
          lte(places.lon, lon + degrees / shrink),
        ),
      )
      .orderBy(squared)
      .limit(1);
    if (found && found.distanceKm <= degrees * 111.32) return found;
  }
  return null;
}

/** Species and groups by scientific or common name. */
export async function searchTaxa(db: Reader, text: string, limit = 12) {
  const key = searchKey(text);
  if (key === "") return [];
  const begins = sql`case when ${taxa.search} like ${`${key}%`} then 0 when ${taxa.search} like ${`% ${key}%`} then 1 else 2 end`;
  const found = await db
    .select({
      id: taxa.id,
      scientificName: taxa.scientificName,
      commonNames: taxa.commonNames,
      rank: taxa.rank,
      commodity: taxa.commodity,
      mark: taxa.mark,
    })
    .from(taxa)
    .where(or(sql`${taxa.search} like ${`%${key}%`}`, sql`${key} <% ${taxa.search}`))
    .orderBy(begins, desc(sql`word_similarity(${key}, ${taxa.search})`), taxa.scientificName)
    .limit(limit);
  return found;
}

/** The listings of a taxon, oldest first; each with its source and whether it is from memory. */
export async function listingsOf(db: Reader, taxonId: string) {
  return db
    .select({
      appendix: taxonListings.appendix,
      populations: taxonListings.populations,
      note: taxonListings.note,
      mark: taxonListings.mark,
      validFrom: taxonListings.validFrom,
      validTo: taxonListings.validTo,
      source: sources.title,
    })
    .from(taxonListings)
    .innerJoin(sources, eq(sources.id, taxonListings.sourceId))
    .where(eq(taxonListings.taxonId, taxonId))
    .orderBy(taxonListings.no);
}

/** The codes of one list (or of all) that hold on a day. */
export async function listCodes(db: Reader, list?: string, on?: LocalDate) {
  return db
    .select({ list: codes.list, code: codes.code, rollup: codes.rollup, sourceId: codes.sourceId })
    .from(codes)
    .where(and(list ? eq(codes.list, list) : undefined, on ? holdsOn(codes, on) : undefined))
    .orderBy(asc(codes.list), asc(codes.position));
}

/** The commodity tree in its order: each group, then its kinds. */
export async function listCommodities(db: Reader) {
  return db
    .select({
      code: commodities.code,
      group: commodities.group,
      parent: commodities.parent,
      slot: commodities.slot,
      units: commodities.units,
    })
    .from(commodities)
    .where(isNull(commodities.validTo))
    .orderBy(commodities.position);
}

/** Countries and territories by name in a language; codes that name no country stand at the end. */
export async function listCountries(db: Reader, language = "en") {
  const name = sql<string>`coalesce(case when ${language} = 'en' then null else ${countries.names} ->> ${language} end, ${countries.name})`;
  return db
    .select({ iso2: countries.iso2, kind: countries.kind, name, lat: countries.lat, lon: countries.lon })
    .from(countries)
    .orderBy(countries.kind, name);
}

/** Units and conversion rules that hold on a day. */
export async function measuresOn(db: Reader, on: LocalDate): Promise<Measures> {
  const [unitRows, ruleRows] = await Promise.all([
    db
      .select({ code: units.code, dimension: units.dimension, factor: units.factor })
      .from(units)
      .where(holdsOn(units, on))
      .orderBy(units.position),
    db.select().from(conversionRules).where(holdsOn(conversionRules, on)).orderBy(conversionRules.position),
  ]);
  return { units: unitRows, rules: ruleRows };
}

/** Results of earlier editions as they were published, each figure with its source; never mixed with counted ones. */
export async function listPublished(db: Reader) {
  return db
    .select({
      edition: publishedEditions.id,
      name: publishedEditions.name,
      periodFrom: publishedEditions.periodFrom,
      periodTo: publishedEditions.periodTo,
      line: publishedFigures.line,
      value: sql<string>`trim_scale(${publishedFigures.value})::text`,
      unit: publishedFigures.unit,
      qualifier: publishedFigures.qualifier,
      definition: publishedFigures.definition,
      source: sources.title,
    })
    .from(publishedEditions)
    .innerJoin(publishedFigures, eq(publishedFigures.edition, publishedEditions.id))
    .innerJoin(sources, eq(sources.id, publishedFigures.sourceId))
    .orderBy(publishedEditions.position, publishedFigures.no);
}

function holdsOn(table: typeof codes | typeof units | typeof conversionRules, on: LocalDate): SQL | undefined {
  return and(or(isNull(table.validFrom), lte(table.validFrom, on)), or(isNull(table.validTo), gte(table.validTo, on)));
}
