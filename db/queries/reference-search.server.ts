import { and, desc, eq, gte, inArray, isNull, like, lt, lte, ne, notInArray, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { searchKey } from "../../app/domain/search-key.ts";
import type { Db, Tx } from "../client.server.ts";
import { countries, places, taxa } from "../schema/reference.ts";

type Reader = Db | Tx;

/** A word of the place on the other side of a crossing; looked up for those that are shown alone. */
const across = (column: "name" | "country") =>
  sql<string | null>`(select o.${sql.identifier(column)} from places o where o.id = places.counterpart)`;

const PLACE = {
  id: places.id,
  kind: places.kind,
  name: places.name,
  country: places.country,
  adminArea: places.adminArea,
  lat: places.lat,
  lon: places.lon,
  geoPrecision: places.geoPrecision,
  iata: places.iata,
  unlocode: places.unlocode,
  zone: places.zone,
  acrossName: across("name"),
  acrossCountry: across("country"),
};

const TAXON = {
  id: taxa.id,
  scientificName: taxa.scientificName,
  commonNames: taxa.commonNames,
  rank: taxa.rank,
  commodity: taxa.commodity,
  mark: taxa.mark,
};

/** With fewer than this many found as typed, what is spelt much like it is shown behind them. */
const FEW = 3;
/** Of three letters or fewer everything is much like something. */
const SHORTEST_MISSPELT = 4;

/** From here on a misspelt name counts as found: "bankok" is 0.5 of "bangkok". */
const LIKE_ENOUGH = { places: "0.45", taxa: "0.55" };

/**
 * Places by what people type: a code, a name in any of the scripts that the gazetteer has, with accents or without,
 * the name of a country, or something near. Codes first, then names by their beginning, larger places before smaller,
 * and where few are found, names that are spelt much like it.
 */
export async function searchPlaces(
  db: Reader,
  text: string,
  { country, limit = 12 }: { country?: string; limit?: number } = {},
) {
  const key = searchKey(text);
  if (key === "") return [];
  const within = country ? eq(places.country, country) : undefined;
  const named = namedBy(key, await countriesNamed(db, key));
  const found = await placesBy(db, and(within, named), [matchOf(key), places.rank, places.name], limit);
  if (found.length >= Math.min(FEW, limit) || key.length < SHORTEST_MISSPELT) return found;
  const others = without(places.id, found);
  // Between two that are about as much like it, the larger place is meant.
  const likeness = sql`word_similarity(${key}, ${places.search}) - ${places.rank} / 200.0`;
  const alike = await misspelt(db, LIKE_ENOUGH.places, (tx) =>
    placesBy(tx, and(within, others, sql`${key} <% ${places.search}`), [desc(likeness), places.name], limit),
  );
  return [...found, ...alike].slice(0, limit);
}

/** Species and groups by scientific, earlier or common name in any language; the misspelt ones as with places. */
export async function searchTaxa(db: Reader, text: string, limit = 12) {
  const key = searchKey(text).replace(/ spp?$/, "");
  if (key === "") return [];
  const found = await taxaBy(db, sql`${taxa.search} like ${`%${key}%`}`, [taxonMatchOf(key), taxa.search], limit);
  if (found.length >= Math.min(FEW, limit) || key.length < SHORTEST_MISSPELT) return found;
  const alike = await misspelt(db, LIKE_ENOUGH.taxa, (tx) =>
    taxaBy(
      tx,
      and(without(taxa.id, found), sql`${key} <% ${taxa.search}`),
      [desc(sql`word_similarity(${key}, ${taxa.search})`), taxa.search],
      limit,
    ),
  );
  return [...found, ...alike].slice(0, limit);
}

function misspelt<T>(db: Reader, threshold: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('pg_trgm.word_similarity_threshold', ${threshold}, true)`);
    return work(tx);
  });
}

function without(column: PgColumn, found: readonly { id: string }[]): SQL | undefined {
  if (found.length === 0) return undefined;
  return notInArray(
    column,
    found.map(({ id }) => id),
  );
}

function placesBy(db: Reader, where: SQL | undefined, order: (SQL | PgColumn)[], limit: number) {
  return db
    .select(PLACE)
    .from(places)
    .where(where)
    .orderBy(...order)
    .limit(limit);
}

function taxaBy(db: Reader, where: SQL | undefined, order: (SQL | PgColumn)[], limit: number) {
  return db
    .select(TAXON)
    .from(taxa)
    .where(where)
    .orderBy(...order)
    .limit(limit);
}

function namedBy(key: string, ofCountries: readonly string[]): SQL | undefined {
  const code = key.replaceAll(" ", "").toUpperCase();
  return or(
    eq(places.iata, code),
    eq(places.unlocode, code),
    like(places.search, `%${key}%`),
    ofCountries.length > 0 ? and(inArray(places.country, [...ofCountries]), lt(places.rank, 45)) : undefined,
  );
}

/** Countries of which a name begins so; asked by itself, since an index answers for a list and not for a query. */
async function countriesNamed(db: Reader, key: string): Promise<string[]> {
  if (key.length <= (/^[a-z]/.test(key) ? 2 : 1)) return [];
  const rows = await db
    .select({ iso2: countries.iso2 })
    .from(countries)
    .where(and(eq(countries.kind, "listed"), sql`${countries.search} ~ ${`(^| )${key}`}`));
  return rows.map(({ iso2 }) => iso2);
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

/** How well a taxon matches: one of its names, the beginning of one (the scientific first), of a word, somewhere. */
function taxonMatchOf(key: string): SQL {
  return sql`case
    when ' | ' || ${taxa.search} || ' | ' like ${`% | ${key} | %`} then 0
    when ${taxa.search} like ${`${key}%`} then 1
    when ${taxa.search} like ${`%| ${key}%`} then 2
    when ${taxa.search} like ${`% ${key}%`} then 3
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
          // Of which no more than the province is known, nothing is near.
          or(isNull(places.geoPrecision), ne(places.geoPrecision, "admin1")),
        ),
      )
      .orderBy(squared)
      .limit(1);
    if (found && found.distanceKm <= degrees * 111.32) return found;
  }
  return null;
}
