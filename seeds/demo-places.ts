import { searchKey } from "#app/domain/search-key.ts";
import type { Place } from "#app/domain/seizure.ts";
import { COUNTRY_WORDS } from "./demo-words.ts";
import type { Gazetteer } from "./gazetteer.server.ts";
import { referenceFile } from "./reference-files.server.ts";

export type Leg = { country: string; city: string };

/** Cities of the source that are territories of their own. */
const TERRITORY_OF_CITY: Record<string, string> = { "hong kong": "HK", macau: "MO", macao: "MO", hongkong: "HK" };

let kept: ReadonlyMap<string, string> | undefined;

/** Names of countries as the source writes them, with their codes. */
function countryCodes(): ReadonlyMap<string, string> {
  kept ??= new Map([
    ...referenceFile("countries").flatMap((row) =>
      [row.name_en ?? "", ...(row.aliases_en ?? "").split("|")].map(
        (name) => [searchKey(name), row.iso2 ?? ""] as const,
      ),
    ),
    ...Object.entries(COUNTRY_WORDS).map(([name, code]) => [searchKey(name), code] as const),
  ]);
  return kept;
}

/** Legs written as "City|Country; |Country"; a leg whose country is no country is left to the source's wording. */
export function legsIn(text: string): Leg[] {
  return text.split(";").flatMap((part) => {
    const [city = "", name = ""] = part.split("|").map((word) => word.trim());
    const country = TERRITORY_OF_CITY[searchKey(city)] ?? countryCodes().get(searchKey(name));
    return country ? [{ country, city }] : [];
  });
}

/** The city where the gazetteer has it, else the country with the city's name kept. */
export function aKnownPlace({ country, city }: Leg, places: Gazetteer): Place {
  const known = city ? places.city(country, city) : null;
  const precision = known ? "city" : "country";
  return { country, placeId: known?.id ?? null, name: city, lat: null, lon: null, precision };
}
