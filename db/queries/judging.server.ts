import { inArray, sql } from "drizzle-orm";
import type { Listing } from "../../app/domain/appendix.ts";
import type { Id } from "../../app/domain/id.ts";
import type { SeizureInput } from "../../app/domain/seizure.ts";
import type { Tx } from "../client.server.ts";
import { places, taxonListings, units } from "../schema.ts";

export type KnownPlace = { id: string; country: string; kind: string; lat: number | null; lon: number | null };
export type KnownListing = Listing & { taxonId: string };
export type KnownUnit = { code: string; dimension: string; factor: string | null };

/** What a report is judged by: the gazetteer rows, listings and units it names. */
export type Judging = {
  places: ReadonlyMap<string, KnownPlace>;
  listings: ReadonlyMap<string, KnownListing[]>;
  units: ReadonlyMap<string, KnownUnit>;
};

export async function judgingOf(tx: Tx, input: SeizureInput): Promise<Judging> {
  const placeIds = [input.place, ...input.route.map((node) => node.place)].flatMap((place) => place.placeId ?? []);
  const taxonIds = input.items.flatMap((item) => item.taxonId ?? []);
  const unitCodes = input.items.flatMap((item) => [item.unit, item.secondUnit].filter((code) => code !== null));
  const [placeRows, listingRows, unitRows] = await Promise.all([
    placeIds.length ? knownPlaces(tx, placeIds) : [],
    taxonIds.length ? knownListings(tx, taxonIds) : [],
    unitCodes.length ? knownUnits(tx, unitCodes) : [],
  ]);
  const listings = new Map<string, KnownListing[]>();
  for (const row of listingRows) listings.set(row.taxonId, [...(listings.get(row.taxonId) ?? []), row]);
  return {
    places: new Map(placeRows.map((row) => [row.id, row])),
    listings,
    units: new Map(unitRows.map((row) => [row.code, row])),
  };
}

function knownPlaces(tx: Tx, ids: string[]) {
  return tx
    .select({ id: places.id, country: places.country, kind: places.kind, lat: places.lat, lon: places.lon })
    .from(places)
    .where(inArray(places.id, ids));
}

function knownListings(tx: Tx, ids: string[]) {
  return tx
    .select({
      taxonId: taxonListings.taxonId,
      appendix: taxonListings.appendix,
      populations: taxonListings.populations,
      validFrom: taxonListings.validFrom,
      validTo: taxonListings.validTo,
      sourceId: taxonListings.sourceId,
    })
    .from(taxonListings)
    .where(inArray(taxonListings.taxonId, ids));
}

function knownUnits(tx: Tx, codes: string[]) {
  return tx
    .select({ code: units.code, dimension: units.dimension, factor: units.factor })
    .from(units)
    .where(inArray(units.code, codes));
}

/** The stored list of readers equal to the resolved one, or null when there is none yet. */
export async function findAudience(tx: Tx, digest: string): Promise<Id | null> {
  const [row] = await tx.execute<{ id: Id }>(
    sql`select id from audiences where operation_id = (select current_operation()) and digest = ${digest}`,
  );
  return row?.id ?? null;
}

/** Agencies that 'all' means now: present participants that read cases. */
export async function presentReaders(tx: Tx, operationId: Id): Promise<Id[]> {
  const rows = await tx.execute<{ agency_id: Id }>(
    sql`select agency_id from participants where operation_id = ${operationId} and left_at is null and reads_all`,
  );
  return rows.map((row) => row.agency_id).sort();
}
