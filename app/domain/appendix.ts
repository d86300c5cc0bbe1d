import type { LocalDate } from "./local-date.ts";

export type Listing = {
  appendix: string;
  /** Countries whose populations are meant; empty: all others. */
  populations: readonly string[];
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
  sourceId: string;
};

export type AppendixAtDate = { appendix: string; sourceId: string };

/**
 * The appendix in which a taxon stood on the day of the occurrence, with the source that says so. A listing for the
 * populations of the country of origin goes before the general one; null where no listing covers that day.
 */
export function appendixAt(
  listings: readonly Listing[],
  on: LocalDate,
  origins: readonly string[],
): AppendixAtDate | null {
  const then = listings.filter(
    (listing) => (listing.validFrom ?? "0001-01-01") <= on && on <= (listing.validTo ?? "9999-12-31"),
  );
  const special = then.find((listing) => listing.populations.some((country) => origins.includes(country)));
  const found = special ?? then.find((listing) => listing.populations.length === 0);
  return found ? { appendix: found.appendix, sourceId: found.sourceId } : null;
}
