import { searchKey } from "#app/domain/search-key.ts";
import { type PlaceRow, placesOf } from "./reference-places.ts";
import { countryNames, placeFiles } from "./reference-rows.ts";

/** The gazetteer in memory, for seeding: by id, and cities by country and name. */
export type Gazetteer = {
  byId: ReadonlyMap<string, PlaceRow>;
  city: (country: string, name: string) => PlaceRow | null;
  countryName: (iso2: string) => string;
};

let kept: Gazetteer | undefined;

export function gazetteer(): Gazetteer {
  kept ??= readGazetteer();
  return kept;
}

function readGazetteer(): Gazetteer {
  const names = countryNames();
  const rows = placesOf(placeFiles(names.keys()));
  const cities = new Map<string, PlaceRow>();
  for (const row of rows.filter((row) => row.kind === "city").sort((left, right) => left.rank - right.rank)) {
    for (const name of [row.name_search, searchKey(row.id.slice(row.id.indexOf("-") + 1))]) {
      const key = `${row.country}:${name}`;
      if (!cities.has(key)) cities.set(key, row);
    }
  }
  return {
    byId: new Map(rows.map((row) => [row.id, row])),
    city: (country, name) => cities.get(`${country}:${searchKey(name)}`) ?? null,
    countryName: (iso2) => names.get(iso2) ?? iso2,
  };
}
