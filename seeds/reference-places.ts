import { searchKey } from "#app/domain/search-key.ts";
import { groupBy } from "./group-by.ts";

type Raw = Record<string, string>;

/** A row of the gazetteer as it goes into the table `places`. */
export type PlaceRow = {
  id: string;
  kind: "airport" | "seaport" | "river_port" | "crossing" | "city";
  name: string;
  name_search: string;
  search: string;
  country: string;
  admin_area: string;
  lat: number | null;
  lon: number | null;
  iata: string | null;
  unlocode: string | null;
  zone: string | null;
  population: number | null;
  geo_precision: string | null;
  counterpart: string | null;
  rank: number;
  source_id: string;
};

export type PlaceFiles = {
  airports: Raw[];
  ports: Raw[];
  crossings: Raw[];
  cities: Raw[];
  /** Names in other languages, of cities and, by their ids, of crossings; `display` marks the name that is shown. */
  names: Raw[];
  zones: Raw[];
  countries: ReadonlySet<string>;
};

/** Codes of the source that ISO does not have. */
const COUNTRY_OF: Record<string, string> = { XG: "PS", XW: "PS", XR: "SJ" };

/** Ports on rivers, as far as known; the source does not say which are. */
const RIVER_PORTS = new Set(["KHPNH", "CNCKG", "CNWUH", "CNYIC", "CNJIU", "CNNKG"]);

const NEAR_KM = 60;

/** All places; those in countries that the list of countries does not have are left out. */
export function placeRows(files: PlaceFiles): PlaceRow[] {
  const rows = placesOf(files);
  const nearest = nearestCityIn(rows.filter((row) => row.kind === "city"));
  return rows.map((row) => {
    const near = row.kind === "city" ? null : nearest(row);
    return near && !row.search.includes(near.search) ? { ...row, search: `${row.search} ${near.search}` } : row;
  });
}

/** The same, found by their own names only. */
export function placesOf(files: PlaceFiles): PlaceRow[] {
  const zoneOf = new Map(files.zones.map((row) => [row.iso2 ?? "", row.zone ?? ""]));
  const rows = [
    ...cityRows(files),
    ...files.airports.map(airportRow),
    ...files.ports.map(portRow),
    ...crossingRows(files),
  ];
  return rows
    .filter((row) => files.countries.has(row.country))
    .map((row) => ({ ...row, zone: zoneOf.get(row.country) ?? row.zone }));
}

function cityRows({ cities, names }: PlaceFiles): PlaceRow[] {
  const namesOf = groupBy(names, (row) => `${row.iso2}:${row.city}`);
  const taken = new Map<string, number>();
  return cities.map((raw) => {
    const country = COUNTRY_OF[raw.iso2 ?? ""] ?? raw.iso2 ?? "";
    const slug = `city:${country.toLowerCase()}-${searchKey(raw.city_ascii ?? "").replaceAll(" ", "-")}`.slice(0, 36);
    const count = (taken.get(slug) ?? 0) + 1;
    taken.set(slug, count);
    // Of several towns of one name the first, which is the largest, is the one that other languages know.
    const others = count === 1 ? (namesOf.get(`${raw.iso2}:${raw.city_ascii}`) ?? []) : [];
    const name = others.find((other) => other.display === "true")?.name ?? raw.city ?? "";
    return place({
      id: count === 1 ? slug : `${slug}-${count}`,
      kind: "city",
      name,
      words: [raw.city, raw.city_ascii, raw.admin_name, ...others.map((other) => other.name)],
      country,
      admin_area: raw.admin_name ?? "",
      lat: raw.lat,
      lon: raw.lng,
      population: raw.population ? Math.round(Number(raw.population)) : null,
      rank: cityRank(Number(raw.population), raw.capital ?? ""),
      source_id: "cities",
    });
  });
}

/** Least people that a capital counts as having: some of the largest are listed without a number. */
const CAPITALS: Record<string, number> = { primary: 2_000_000, admin: 300_000 };

/** Ten points less for each ten times as many people. */
function cityRank(population: number, capital: string): number {
  return Math.round(100 - 10 * Math.log10(Math.max(population || 1000, CAPITALS[capital] ?? 0)));
}

function airportRow(raw: Raw): PlaceRow {
  const code = raw.iata || raw.icao || "";
  return place({
    id: `air:${code}`,
    kind: "airport",
    name: raw.airport ?? "",
    words: [raw.airport, raw.iata, raw.icao],
    country: raw.country_code ?? "",
    lat: raw.latitude,
    lon: raw.longitude,
    iata: raw.iata || null,
    rank: raw.type === "large_airport" ? 38 : 56,
    source_id: "airports",
  });
}

function portRow(raw: Raw): PlaceRow {
  const code = raw.unlocode ?? "";
  return place({
    id: `port:${code}`,
    kind: RIVER_PORTS.has(code) ? "river_port" : "seaport",
    name: raw.name ?? "",
    words: [raw.name, raw.city, raw.alias, code],
    country: raw.iso2 ?? "",
    admin_area: raw.province ?? "",
    lat: raw.lat,
    lon: raw.lon,
    unlocode: code,
    zone: raw.timezone?.includes("/") && isZone(raw.timezone) ? raw.timezone : null,
    rank: 48,
    source_id: "sea-ports",
  });
}

/** A crossing is found by its own names; the other side is a place of its own, in the other country. */
function crossingRows({ crossings, names }: PlaceFiles): PlaceRow[] {
  const namesOf = groupBy(names, (row) => row.city ?? "");
  return crossings.map((raw) => {
    const id = `crossing:${raw.id}`;
    return place({
      id,
      kind: "crossing",
      name: raw.name ?? "",
      words: [raw.name, ...(namesOf.get(id) ?? []).map((other) => other.name)],
      country: raw.iso2 ?? "",
      admin_area: raw.admin_name ?? "",
      lat: raw.lat,
      lon: raw.lon,
      geo_precision: raw.geo_precision || null,
      counterpart: raw.counterpart ? `crossing:${raw.counterpart}` : null,
      rank: 46,
      source_id: raw.source_id ?? "",
    });
  });
}

type Told = Pick<PlaceRow, "id" | "kind" | "name" | "country" | "rank" | "source_id"> &
  Partial<
    Pick<PlaceRow, "admin_area" | "iata" | "unlocode" | "zone" | "population" | "geo_precision" | "counterpart">
  > & {
    words: (string | undefined)[];
    lat: string | undefined;
    lon: string | undefined;
  };

function place({ words, lat, lon, ...told }: Told): PlaceRow {
  const keys = new Set(words.map((word) => searchKey(word ?? "")));
  return {
    admin_area: "",
    iata: null,
    unlocode: null,
    zone: null,
    population: null,
    geo_precision: null,
    counterpart: null,
    ...told,
    name_search: searchKey(told.name),
    search: [...keys].filter(Boolean).join(" "),
    lat: lat ? Number(lat) : null,
    lon: lon ? Number(lon) : null,
  };
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** What is no city is also found by the largest city near it: its own name seldom says where it is. */
function nearestCityIn(cities: PlaceRow[]): (row: PlaceRow) => PlaceRow | null {
  const byCountry = groupBy(cities, (city) => city.country);
  return (row) => {
    let best: PlaceRow | null = null;
    for (const city of byCountry.get(row.country) ?? []) {
      if (best && city.rank >= best.rank) continue;
      if (kmBetween(row, city) <= NEAR_KM) best = city;
    }
    return best;
  };
}

/** On a plane: near enough for tens of kilometres. */
function kmBetween(one: PlaceRow, other: PlaceRow): number {
  if (one.lat === null || one.lon === null || other.lat === null || other.lon === null) return Number.POSITIVE_INFINITY;
  if (Math.abs(one.lat - other.lat) > 1) return Number.POSITIVE_INFINITY;
  const shrink = Math.cos((one.lat * Math.PI) / 180);
  return 111.32 * Math.hypot(one.lat - other.lat, (one.lon - other.lon) * shrink);
}
