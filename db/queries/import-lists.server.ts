import { asc, isNull, sql } from "drizzle-orm";
import type { Db, Tx } from "../client.server.ts";
import { codes, commodities, countries, places, taxa } from "../schema/reference.ts";

/** The lists that spreadsheets are read by, as they stand now; labels of codes are no data and come from the catalogues. */
export async function listsForImport(db: Db | Tx) {
  const [countryRows, placeRows, taxonRows, codeRows, commodityRows] = await Promise.all([
    db
      .select({
        iso2: countries.iso2,
        iso3: countries.iso3,
        name: countries.name,
        names: countries.names,
        aliases: countries.aliases,
      })
      .from(countries)
      .orderBy(countries.kind, countries.iso2),
    db
      .select({
        id: places.id,
        kind: places.kind,
        name: places.name,
        country: places.country,
        iata: places.iata,
        unlocode: places.unlocode,
        zone: places.zone,
        rank: places.rank,
      })
      .from(places)
      .orderBy(places.rank, sql`${places.population} desc nulls last`, places.id),
    db
      .select({
        id: taxa.id,
        scientificName: taxa.scientificName,
        names: taxa.commonNames,
        commodity: taxa.commodity,
        parent: taxa.parent,
      })
      .from(taxa)
      .orderBy(taxa.id),
    db
      .select({ list: codes.list, code: codes.code })
      .from(codes)
      .where(isNull(codes.validTo))
      .orderBy(asc(codes.list), asc(codes.position)),
    db.select({ code: commodities.code }).from(commodities).where(isNull(commodities.validTo)),
  ]);
  return { countries: countryRows, places: placeRows, taxa: taxonRows, codes: codeRows, commodities: commodityRows };
}
