import { eq, inArray } from "drizzle-orm";
import { appendixAt } from "../../app/domain/appendix.ts";
import type { LocalDate } from "../../app/domain/local-date.ts";
import type { Tx } from "../client.server.ts";
import { sources, taxa, taxonListings } from "../schema.ts";

export type TaxonOn = {
  id: string;
  scientificName: string;
  commonNames: Record<string, string[]>;
  listing: { appendix: string | null; source: string; toBeConfirmed: boolean } | null;
};

/** Taxa with the appendix in which each stood on a day, who says so, and whether that still has to be confirmed. */
export async function taxaOn(
  tx: Tx,
  ids: readonly string[],
  on: LocalDate,
  origins: readonly string[],
): Promise<TaxonOn[]> {
  if (ids.length === 0) return [];
  const [rows, listings] = await Promise.all([
    tx
      .select({ id: taxa.id, scientificName: taxa.scientificName, commonNames: taxa.commonNames })
      .from(taxa)
      .where(inArray(taxa.id, [...ids])),
    tx
      .select({
        taxonId: taxonListings.taxonId,
        appendix: taxonListings.appendix,
        populations: taxonListings.populations,
        mark: taxonListings.mark,
        validFrom: taxonListings.validFrom,
        validTo: taxonListings.validTo,
        sourceId: taxonListings.sourceId,
        source: sources.title,
        sourceFrom: sources.validFrom,
        sourceTo: sources.validTo,
      })
      .from(taxonListings)
      .innerJoin(sources, eq(sources.id, taxonListings.sourceId))
      .where(inArray(taxonListings.taxonId, [...ids])),
  ]);
  return rows.map((row) => ({
    ...row,
    listing: listingOf(
      listings.filter((one) => one.taxonId === row.id),
      on,
      origins,
    ),
  }));
}

/** Scientific names by id. */
export async function taxonNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: taxa.id, name: taxa.scientificName })
    .from(taxa)
    .where(inArray(taxa.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

type Listed = Parameters<typeof appendixAt>[0][number] & {
  mark: string;
  source: string;
  sourceFrom: string | null;
  sourceTo: string | null;
};

/** From memory, or on a day for which the source does not speak: then it is to be confirmed. */
function listingOf(listings: readonly Listed[], on: LocalDate, origins: readonly string[]): TaxonOn["listing"] {
  const found = appendixAt(listings, on, origins);
  if (!found) return null;
  const source = listings.find((one) => one.sourceId === found.sourceId && one.appendix === found.appendix);
  if (!source) return null;
  const outside = (source.sourceFrom ?? "") > on || (source.sourceTo ?? "9999-12-31") < on;
  return { appendix: found.appendix, source: source.source, toBeConfirmed: source.mark === "memory" || outside };
}
