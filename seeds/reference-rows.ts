import { slotOf } from "#app/domain/commodity.ts";
import { searchKey } from "#app/domain/search-key.ts";
import { groupBy } from "./group-by.ts";
import { type ReferenceFile, referenceFile } from "./reference-files.server.ts";
import { type PlaceFiles, placeRows } from "./reference-places.ts";

export type Value = string | number | boolean | null | readonly string[] | Record<string, unknown>;
export type Row = Record<string, Value>;

/** A table, its key, and the rows that its seed files hold; in the order in which tables refer to each other. */
export type TableRows = {
  table: string;
  key: readonly string[];
  /** What is never written over: records were judged by it. */
  fixed?: readonly string[];
  rows: readonly Row[];
};

export function referenceTables(): TableRows[] {
  const countries = countryRows();
  return [
    { table: "sources", key: ["id"], rows: plain("sources") },
    { table: "countries", key: ["iso2"], rows: countries },
    { table: "places", key: ["id"], rows: places(countries) },
    { table: "codes", key: ["list", "code"], rows: plain("codes", { position: Number }) },
    { table: "commodities", key: ["code"], rows: commodityRows() },
    { table: "units", key: ["code"], rows: plain("units", { position: Number, exact: isTrue }) },
    {
      table: "conversion_rules",
      key: ["id", "version"],
      rows: plain("conversion_rules", { version: Number, position: Number, estimate: isTrue }),
    },
    {
      table: "tally_bands",
      key: ["group_code", "dimension", "version"],
      fixed: ["low", "high"],
      rows: plain("tally_bands", { version: Number }),
    },
    { table: "taxa", key: ["id"], rows: taxonRows() },
    {
      table: "taxon_listings",
      key: ["taxon_id", "no"],
      fixed: ["appendix", "populations"],
      rows: plain("taxon_listings", { no: Number, populations: list, note: String }),
    },
    {
      table: "published_editions",
      key: ["id"],
      rows: plain("published_editions", { position: Number, period_to: String }),
    },
    { table: "published_figures", key: ["edition", "no"], rows: plain("published_figures", { no: Number }) },
  ];
}

type Reader = (cell: string) => Value;
const isTrue = (cell: string) => cell === "true";
const list = (cell: string) => cell.split("|").filter(Boolean);

/** Rows as the file has them; an empty cell is null. Text that may be empty is read with `String`. */
function plain(file: ReferenceFile, readers: Record<string, Reader> = {}): Row[] {
  const read: Record<string, Reader> = file === "sources" ? { version: String, note: String } : readers;
  return referenceFile(file).map((raw) =>
    Object.fromEntries(Object.entries(raw).map(([name, cell]) => [name, read[name]?.(cell) ?? (cell || null)])),
  );
}

function countryRows(): Row[] {
  const shown = countryNames();
  const listed = referenceFile("countries").map((raw) => ({
    ...country(raw, "listed", "i18n-countries"),
    iso3: raw.iso3 || null,
    iso_numeric: raw.iso_numeric || null,
    name: shown.get(raw.iso2 ?? "") ?? "",
    region: raw.region ?? "",
    subregion: raw.subregion ?? "",
    lat: raw.lat ? Number(raw.lat) : null,
    lon: raw.lon ? Number(raw.lon) : null,
  }));
  const pseudo = referenceFile("pseudo_countries").map((raw) => ({
    ...country(raw, "pseudo", "pseudo-countries"),
    iso3: null,
    iso_numeric: null,
    name: raw.name_en ?? "",
    region: "",
    subregion: "",
    lat: null,
    lon: null,
  }));
  const rows = [...listed, ...pseudo];
  return rows.map((row) => ({
    ...row,
    search: searchOf([row.name, row.iso2, ...row.aliases, ...Object.values(row.names)]),
  }));
}

function country(raw: Record<string, string>, kind: string, source: string) {
  const names: Record<string, string> = {};
  for (const [column, name] of Object.entries(raw)) {
    if (column.startsWith("name_") && name) names[column.slice(5).replace("_hant", "-Hant")] = name;
  }
  return { iso2: raw.iso2 ?? "", kind, names, aliases: list(raw.aliases_en ?? ""), source_id: source };
}

function searchOf(names: readonly string[]): string {
  return [...new Set(names.map(searchKey))].filter(Boolean).join(" ");
}

/** All names of a taxon as search text, told apart: one that is found whole goes before one that only holds it. */
export function taxonSearch(scientificName: string, names: Readonly<Record<string, readonly string[]>>): string {
  const plain = scientificName.replace(/ spp\.$/, "");
  return [...new Set([plain, ...Object.values(names).flat()].map(searchKey))].filter(Boolean).join(" | ");
}

function places(countries: readonly Row[]): Row[] {
  return placeRows(placeFiles(countries.map((row) => String(row.iso2))));
}

export function placeFiles(countries: Iterable<string>): PlaceFiles {
  return {
    airports: referenceFile("airports"),
    ports: referenceFile("sea_ports"),
    crossings: referenceFile("crossings"),
    cities: referenceFile("cities"),
    names: referenceFile("place_names"),
    zones: referenceFile("country_zones"),
    countries: new Set(countries),
  };
}

/** The name that a country or territory is shown by, where an operation's plan says nothing else. */
export function countryNames(): Map<string, string> {
  const shown = new Map(referenceFile("country_names").map((row) => [row.iso2 ?? "", row.name ?? ""]));
  return new Map(
    referenceFile("countries").map((row) => [row.iso2 ?? "", shown.get(row.iso2 ?? "") ?? row.name_en ?? ""]),
  );
}

function commodityRows(): Row[] {
  const rows = plain("commodities", { position: Number, units: list });
  return rows.map((row) => ({ ...row, slot: slotOf(String(row.code)) }));
}

function taxonRows(): Row[] {
  const namesOf = groupBy(referenceFile("taxon_names"), (row) => row.taxon_id ?? "");
  return referenceFile("taxa").map(({ common_names_en: common, ...raw }) => {
    const names: Record<string, string[]> = { en: list(common ?? "") };
    for (const { language = "", name = "" } of namesOf.get(raw.id ?? "") ?? [])
      names[language] = [...(names[language] ?? []), name];
    return {
      ...raw,
      parent: raw.parent || null,
      valid_from: raw.valid_from || null,
      valid_to: raw.valid_to || null,
      common_names: names,
      search: taxonSearch(raw.scientific_name ?? "", names),
    };
  });
}
