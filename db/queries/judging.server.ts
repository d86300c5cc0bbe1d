import { inArray } from "drizzle-orm";
import type { Listing } from "../../app/domain/appendix.ts";
import { type LocalDate, localDateIn } from "../../app/domain/local-date.ts";
import type { Measures } from "../../app/domain/quantity.ts";
import type { SeizureInput } from "../../app/domain/seizure.ts";
import type { Tx } from "../client.server.ts";
import { places, taxonListings } from "../schema.ts";
import { measuresOn } from "./reference.server.ts";

export type KnownPlace = Pick<typeof places.$inferSelect, "id" | "country" | "kind" | "geoPrecision" | "lat" | "lon">;
export type KnownListing = Listing & { taxonId: string };
/** What a report is judged by: the gazetteer rows and listings it names, and the measures in force. */
export type Judging = {
  places: ReadonlyMap<string, KnownPlace>;
  listings: ReadonlyMap<string, KnownListing[]>;
  measures: Measures;
};

export async function judgingOf(tx: Tx, ...inputs: readonly SeizureInput[]): Promise<Judging> {
  const told = inputs.flatMap(({ place, route }) => [place, ...route.map((node) => node.place)]);
  const placeIds = distinct(told.map(({ placeId }) => placeId));
  const taxonIds = distinct(inputs.flatMap(({ items }) => items.map(({ taxonId }) => taxonId)));
  const [placeRows, listingRows, measures] = await Promise.all([
    placeIds.length ? knownPlaces(tx, placeIds) : [],
    taxonIds.length ? knownListings(tx, taxonIds) : [],
    measuresInForce(tx),
  ]);
  const listings = new Map<string, KnownListing[]>();
  for (const row of listingRows) listings.set(row.taxonId, [...(listings.get(row.taxonId) ?? []), row]);
  return {
    places: new Map(placeRows.map((row) => [row.id, row])),
    listings,
    measures,
  };
}

const distinct = (ids: readonly (string | null)[]) => [...new Set(ids.flatMap((id) => id ?? []))];

function knownPlaces(tx: Tx, ids: string[]) {
  return tx
    .select({
      id: places.id,
      country: places.country,
      kind: places.kind,
      geoPrecision: places.geoPrecision,
      lat: places.lat,
      lon: places.lon,
    })
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

let inForce: { on: LocalDate; measures: Promise<Measures> } | null = null;

/** Units and rules change only with a release of Naga, whose reference data are loaded before the first request. */
export function measuresInForce(tx: Tx): Promise<Measures> {
  const on = localDateIn("UTC", new Date());
  if (inForce?.on !== on) inForce = { on, measures: measuresOn(tx, on).catch(forget) };
  return inForce.measures;
}

function forget(thrown: unknown): never {
  inForce = null;
  throw thrown;
}
