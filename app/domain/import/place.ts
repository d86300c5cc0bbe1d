import { searchKey } from "../search-key.ts";
import { COUNTRY_WORDS, TERRITORY_OF_PLACE } from "./country-words.ts";
import type { ImportIndex, ListedPlace } from "./lists.ts";
import { nearestWords } from "./spelling.ts";
import {
  asked,
  clear,
  EMPTY,
  mapUnderstood,
  type Note,
  note,
  tidyCell,
  type Understood,
  unread,
} from "./understood.ts";

/** A place in the names of the API: as far as it is known, with the words it was written in. */
export type WrittenPlace = {
  country: string;
  placeId: string | null;
  name: string;
  lat: null;
  lon: null;
  precision: string;
};

/** A country by code or by any name, old and informal ones too. */
export function understandCountry(text: string, index: ImportIndex): Understood<string> {
  const tidy = tidyCell(text);
  // Half of those who write NA mean Namibia, the others that nothing is known.
  if (/^n\/?a$/i.test(text.trim())) return text.includes("/") ? EMPTY : chosen(["NA", "XX"], text, index);
  if (tidy === "") return EMPTY;
  const found = countriesNamed(tidy, index);
  if (found.length > 0) return chosen(found, tidy, index);
  const key = searchKey(tidy);
  const near = nearestWords(key, index.countries.keys()).flatMap((name) => index.countries.get(name) ?? []);
  const codes = [...new Set(near)];
  if (codes.length === 0) return unread("import.country.unread", { written: tidy });
  const [likely = null, ...others] = codes;
  return asked(likely, others, note("import.country.misspelt", meant(tidy, codes, index)));
}

function chosen(codes: readonly string[], written: string, index: ImportIndex): Understood<string> {
  const [first, ...others] = codes;
  if (first === undefined) return EMPTY;
  if (others.length === 0) return clear(first);
  return asked(first, others, note("import.country.which", meant(written, codes, index)));
}

const meant = (written: string, codes: readonly string[], index: ImportIndex) => ({
  written,
  choices: codes.map(index.countryName).join(", "),
});

/** "Country" before its name, as it stands in titles of Thai, Lao and Khmer papers. */
const COUNTRY_BEFORE = /^(?:ประเทศ|ປະເທດ|ប្រទេស|nước\s)\s*/iu;

function countriesNamed(text: string, index: ImportIndex): readonly string[] {
  const key = searchKey(text.replace(COUNTRY_BEFORE, ""));
  // Two or three letters are a code only where they are written as one: "la" may be an article, "LA" is Lao PDR.
  if (/^[a-z]{2,3}$/.test(text)) return key.length === 2 ? [] : (index.countries.get(key) ?? []);
  return (
    index.countries.get(key) ?? index.countries.get(key.replace(/^(the|republic of|kingdom of|state of) /, "")) ?? []
  );
}

/** Several places of one cell, in their order: "Kampala|Uganda; Dubai|UAE", "Bangkok → Ha Noi", "Lagos / Addis Ababa". */
export function understandPlaces(
  text: string,
  index: ImportIndex,
  home: string | null = null,
): Understood<WrittenPlace>[] {
  return partsOf(text).map((part) => understandPlace(part, index, home));
}

/** A comma parts a city from its country; a slash, an arrow, a semicolon or a line parts one place from the next. */
function partsOf(text: string): string[] {
  const parts = text.split(/\s*(?:;|→|->|=>|>|\n|、|；)\s*|\s+(?:\/|–|—|-|&|then|via|and)\s+|\/(?=\p{Lu})/u);
  return parts.map((part) => part.trim()).filter((part) => part === "NA" || tidyCell(part.replace(/^\|$/, "")) !== "");
}

/** One place: a country, "City|Country", "City, Country", a code of an airport or port, or a name that the gazetteer has. */
export function understandPlace(
  text: string,
  index: ImportIndex,
  home: string | null = null,
): Understood<WrittenPlace> {
  const tidy = tidyCell(text);
  if (tidy === "" && !/^n\.?a\.?$/i.test(text.trim())) return EMPTY;
  if (tidy.includes("|")) {
    const [city = "", country = ""] = tidy.split("|").map((word) => word.trim());
    return cityAndCountry(city, country, index, home);
  }
  const country = countriesNamed(tidy, index);
  const byCode = /^[A-Z]{3}$|^[A-Z]{2} ?[A-Z0-9]{3}$/.test(tidy)
    ? index.placesByCode.get(tidy.replace(/\s/g, ""))
    : undefined;
  if (byCode && country.length === 0) return clear(known(byCode, byCode.name));
  if (byCode && !isCountryWord(tidy) && !country.includes(byCode.country))
    return countryOrAirport(tidy, country, byCode, index);
  if (country.length > 0 || /^n\.?a\.?$/i.test(text.trim()))
    return mapUnderstood(understandCountry(text, index), (code) => onlyCountry(code));
  return inParts(tidy, index, home) ?? named(tidy, index, home);
}

/** Three letters that are a country to one and an airport to another: "IND" is India, and Indianapolis. */
function countryOrAirport(
  written: string,
  [country = UNKNOWN_COUNTRY]: readonly string[],
  airport: ListedPlace,
  index: ImportIndex,
): Understood<WrittenPlace> {
  const choices = `${index.countryName(country)}, ${said([airport], index)}`;
  const why = note("import.place.which", { written, choices });
  return asked(onlyCountry(country), [known(airport, airport.name)], why);
}

/** "Lampang, Thailand", "Thailand: Lampang", "Kuala Lumpur (Malaysia)", "Viet Nam - Hai Phong". */
function inParts(text: string, index: ImportIndex, home: string | null): Understood<WrittenPlace> | null {
  const words = text.split(/\s*[,:，()（）]\s*|\s+-\s+/u).filter(Boolean);
  if (words.length < 2) return null;
  const [first = "", last = ""] = [words[0], words.at(-1)];
  if (countriesNamed(last, index).length > 0) return cityAndCountry(words.slice(0, -1).join(", "), last, index, home);
  if (countriesNamed(first, index).length > 0) return cityAndCountry(words.slice(1).join(", "), first, index, home);
  return null;
}

function cityAndCountry(
  city: string,
  countryText: string,
  index: ImportIndex,
  home: string | null,
): Understood<WrittenPlace> {
  const territory = TERRITORY_OF_PLACE[searchKey(city)];
  if (territory) return clear(onlyCountry(territory, city));
  if (tidyCell(countryText) === "") return city === "" ? EMPTY : named(city, index, home);
  const country = understandCountry(countryText, index);
  if (tidyCell(city) === "") return mapUnderstood(country, (code) => onlyCountry(code));
  return mapUnderstood(country, (code) => {
    const place = find(city, index).find((one) => one.country === code);
    return place ? known(place, city) : onlyCountry(code, city);
  });
}

/** A name alone: in the reporter's own country first, else the one that has it; where several have it, it is asked. */
function named(text: string, index: ImportIndex, home: string | null): Understood<WrittenPlace> {
  const territory = TERRITORY_OF_PLACE[searchKey(text)];
  if (territory) return clear(onlyCountry(territory, text));
  const found = find(text, index);
  const own = home ? found.filter((place) => place.country === home) : [];
  if (own[0]) return clear(known(own[0], text));
  const oneOfEach = found.filter((place, at) => found.findIndex(({ country }) => country === place.country) === at);
  const [first, ...others] = oneOfEach;
  if (first && others.length === 0) return clear(known(first, text));
  if (first)
    return asked(
      known(first, text),
      others.map((place) => known(place, text)),
      whichNote(text, oneOfEach, index),
    );
  const { placesByName } = index;
  const key = searchKey(text);
  const near = nearestWords(key, placesByName.keys(), bareName(key).length).flatMap(
    (name) => placesByName.get(name) ?? [],
  );
  if (near[0])
    return asked(
      known(near[0], text),
      near.slice(1, 4).map((place) => known(place, text)),
      misspeltNote(text, near, index),
    );
  return unread("import.place.unread", { written: text });
}

function find(text: string, index: ImportIndex): readonly ListedPlace[] {
  const key = searchKey(text);
  const bare = bareName(key);
  const { placesByName } = index;
  return placesByName.get(key) ?? placesByName.get(bare) ?? placesByName.get(key.replaceAll(" ", "")) ?? [];
}

const KIND_BEFORE =
  /^(?:san bay(?: quoc te)?|cang hang khong(?: quoc te)?|(?:chi cuc hai quan )?cua khau(?: quoc te| quoc gia)?|cang(?: bien)?|thanh pho|tinh) /;
const KIND_JOINED =
  /^(?:ท่าอากาศยาน|สนามบิน|ท่าเรือ|ด่านศุลกากร|ด่านพรมแดน|ด่าน|จังหวัด|ສະໜາມບິນ|ດ່ານ|ແຂວງ|ព្រលានយន្តហោះ|ខេត្ត)(?:นานาชาติ)?|(?:国际)?(?:机场|口岸|海关|港|市)$/gu;

/** The name without what it has in common with many others. */
const bareName = (key: string) =>
  key
    .replace(KIND_BEFORE, "")
    .replace(KIND_JOINED, "")
    .replace(/\b(international|intl|airport|port|seaport|of|city|border|checkpoint|station)\b/g, " ")
    .replace(/ +/g, " ")
    .trim();

const whichNote = (written: string, places: readonly ListedPlace[], index: ImportIndex): Note =>
  note("import.place.which", { written, choices: said(places, index) });
const misspeltNote = (written: string, places: readonly ListedPlace[], index: ImportIndex): Note =>
  note("import.place.misspelt", { written, choices: said(places, index) });

function said(places: readonly ListedPlace[], index: ImportIndex): string {
  const names = places.map((place) => `${place.name} (${index.countryName(place.country)})`);
  return [...new Set(names)].slice(0, 4).join(", ");
}

function known(place: ListedPlace, name: string): WrittenPlace {
  const precision = place.kind === "city" ? "city" : "facility";
  return { country: place.country, placeId: place.id, name: cut(name), lat: null, lon: null, precision };
}

function onlyCountry(country: string, name = ""): WrittenPlace {
  return { country, placeId: null, name: cut(name), lat: null, lon: null, precision: "country" };
}

const UNKNOWN_COUNTRY = "XX";

/** Whoever writes "PRC" means the country, whatever airport has those letters. */
const isCountryWord = (text: string) => COUNTRY_WORDS[text.toLowerCase()] !== undefined;

const cut = (name: string) => name.slice(0, 160);
