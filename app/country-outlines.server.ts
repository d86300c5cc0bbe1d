import outlines from "#seeds/basemap/country-outlines.json";
import type { CountryOutlines } from "./domain/country-outline.ts";

/** Outlines of countries, coarse, by which a point is asked about that lies far outside of its own. */
export const COUNTRY_OUTLINES: CountryOutlines = outlines;
