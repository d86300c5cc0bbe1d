import { searchKey } from "../search-key.ts";
import { COUNTRY_WORDS } from "./country-words.ts";
import { tidyCell } from "./understood.ts";

export type ListedCountry = { iso2: string; iso3: string | null; names: readonly string[] };
export type ListedPlace = {
  id: string;
  kind: string;
  name: string;
  country: string;
  iata: string | null;
  unlocode: string | null;
  zone: string | null;
  rank: number;
};
export type ListedTaxon = {
  id: string;
  scientificName: string;
  names: readonly string[];
  commodity: string;
  parent: string | null;
};
export type ListedCode = { list: string; code: string; words: readonly string[] };
export type ListedCommodity = { code: string; words: readonly string[] };

/** The reference data that a file is read by, as it stands in the database, with the labels of every language. */
export type ImportLists = {
  countries: readonly ListedCountry[];
  places: readonly ListedPlace[];
  taxa: readonly ListedTaxon[];
  codes: readonly ListedCode[];
  commodities: readonly ListedCommodity[];
};

/** The same, found by what people write. Keys are made by `searchKey`. */
export type ImportIndex = {
  countries: ReadonlyMap<string, readonly string[]>;
  countryName: (iso2: string) => string;
  placesByName: ReadonlyMap<string, readonly ListedPlace[]>;
  placesByCode: ReadonlyMap<string, ListedPlace>;
  kindOfPlace: (id: string) => string | null;
  zoneOfPlace: (id: string) => string | null;
  taxa: ReadonlyMap<string, readonly ListedTaxon[]>;
  taxonById: ReadonlyMap<string, ListedTaxon>;
  codes: ReadonlyMap<string, ReadonlyMap<string, string>>;
  commodities: ReadonlyMap<string, string>;
};

export function importIndex(lists: ImportLists): ImportIndex {
  const places = new Map(lists.places.map((place) => [place.id, place]));
  const names = new Map(lists.countries.map(({ iso2, names }) => [iso2, names[0] ?? iso2]));
  return {
    countries: countryIndex(lists.countries),
    countryName: (iso2) => names.get(iso2) ?? iso2,
    placesByName: placeIndex(lists.places),
    placesByCode: codeIndex(lists.places),
    kindOfPlace: (id) => places.get(id)?.kind ?? null,
    zoneOfPlace: (id) => places.get(id)?.zone ?? null,
    taxa: taxonIndex(lists.taxa),
    taxonById: new Map(lists.taxa.map((taxon) => [taxon.id, taxon])),
    codes: codesIndex(lists.codes),
    commodities: new Map(lists.commodities.flatMap(({ code, words }) => words.map((word) => [searchKey(word), code]))),
  };
}

function countryIndex(countries: readonly ListedCountry[]): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const { iso2, iso3, names } of countries) {
    for (const name of [iso2, iso3 ?? "", ...names]) add(index, searchKey(name), iso2);
  }
  // What people mean goes before what a list happens to hold ("Congo").
  for (const [name, codes] of Object.entries(COUNTRY_WORDS)) index.set(searchKey(name), [...codes]);
  return index;
}

/** Larger places before smaller; a city before its airport. */
function placeIndex(places: readonly ListedPlace[]): Map<string, ListedPlace[]> {
  const index = new Map<string, ListedPlace[]>();
  for (const place of places) {
    for (const key of placeKeys(place)) add(index, key, place);
  }
  for (const found of index.values()) found.sort((left, right) => left.rank - right.rank);
  return index;
}

const KIND_WORDS = /\b(international|intl|airport|port|border|crossing|checkpoint|gate|city|of)\b/g;

/** A name whole, and without the words that only say what kind of place it is ("JFK Airport"). */
function placeKeys({ name }: ListedPlace): string[] {
  const whole = searchKey(name);
  const bare = whole.replace(KIND_WORDS, " ").replace(/ +/g, " ").trim();
  // "Hai Phong" and "Haiphong" are one city.
  return [...new Set([whole, ...(bare.length > 2 ? [bare] : []), whole.replaceAll(" ", "")])];
}

function codeIndex(places: readonly ListedPlace[]): Map<string, ListedPlace> {
  const index = new Map<string, ListedPlace>();
  for (const place of places) {
    if (place.iata) index.set(place.iata, place);
    if (place.unlocode) index.set(place.unlocode, place);
  }
  return index;
}

function taxonIndex(taxa: readonly ListedTaxon[]): Map<string, ListedTaxon[]> {
  const index = new Map<string, ListedTaxon[]>();
  for (const taxon of taxa) {
    for (const name of [taxon.scientificName, ...taxon.names]) {
      for (const key of taxonKeys(name)) add(index, key, taxon);
    }
  }
  return index;
}

/** Names of animals and plants are written in the plural as often as not, and a genus with or without "spp.". */
export function taxonKeys(name: string): string[] {
  const key = searchKey(name).replace(/ spp?$/, "");
  return /^[a-z ]+$/.test(key) ? [...new Set([key, ...singulars(key)])] : [key];
}

/** What an English plural may be the plural of: "tortoises" of "tortoise", "finches" of "finch", "canaries" of "canary". */
function singulars(key: string): string[] {
  if (!key.endsWith("s") || /(ss|us|is)$/.test(key) || key.length < 4) return [];
  const without = [key.slice(0, -1)];
  if (key.endsWith("ies")) without.push(`${key.slice(0, -3)}y`);
  if (/(ch|sh|x|s|o)es$/.test(key)) without.push(key.slice(0, -2));
  return without;
}

function codesIndex(codes: readonly ListedCode[]): Map<string, Map<string, string>> {
  const lists = new Map<string, Map<string, string>>();
  for (const { list, code, words } of codes) {
    const index = lists.get(list) ?? new Map<string, string>();
    for (const word of [code, ...words]) {
      const [written, bare] = [writtenKey(word), searchKey(word)];
      if (!index.has(written)) index.set(written, code);
      // "vay" without its tones may be scales ("vảy") or a fin ("vây"): it says neither.
      const other = index.get(bare);
      index.set(bare, other === undefined || other === code || written === bare ? (other ?? code) : TWO_MEANINGS);
    }
    lists.set(list, index);
  }
  return lists;
}

const TWO_MEANINGS = "";

/** A word with its tones, as Vietnamese tells words apart; capitals and spaces do not. */
const writtenKey = (word: string) => tidyCell(word).normalize("NFC").toLowerCase();

/** The code that a word of a list means; nothing where it may mean two. */
export function codeOfWord(text: string, list: string, { codes }: Pick<ImportIndex, "codes">): string | undefined {
  const words = codes.get(list);
  return (words?.get(writtenKey(text)) ?? words?.get(searchKey(text))) || undefined;
}

function add<T>(index: Map<string, T[]>, key: string, value: T) {
  if (key === "") return;
  const found = index.get(key);
  if (!found) index.set(key, [value]);
  else if (!found.includes(value)) found.push(value);
}
