import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";

/** Where a statement of fact comes from, under which licence it may be passed on, and from when to when it holds. */
export const sources = pgTable("sources", {
  id: text("id").primaryKey(),
  title: text("title").notNull(),
  version: text("version").notNull(),
  licence: text("licence").notNull(),
  note: text("note").notNull().default(""),
  validFrom: date("valid_from", { mode: "string" }),
  validTo: date("valid_to", { mode: "string" }),
});

/** Source and validity: every row of reference data has them. An open end is null. */
const dated = () => ({
  sourceId: text("source_id")
    .notNull()
    .references(() => sources.id),
  validFrom: date("valid_from", { mode: "string" }),
  validTo: date("valid_to", { mode: "string" }),
});

/** How far a fact can be relied on: exact by definition, sourced, or from memory and to be confirmed. */
const mark = () => text("mark").notNull();

/** Countries and territories by ISO code, and the regional pseudo-codes that name no country (XX, XF …). */
export const countries = pgTable(
  "countries",
  {
    iso2: text("iso2").primaryKey(),
    iso3: text("iso3"),
    isoNumeric: text("iso_numeric"),
    kind: text("kind").notNull(),
    /** English name; `names` has the other languages by their tag. */
    name: text("name").notNull(),
    names: jsonb("names").$type<Record<string, string>>().notNull(),
    aliases: text("aliases").array().notNull(),
    region: text("region").notNull().default(""),
    subregion: text("subregion").notNull().default(""),
    lat: doublePrecision("lat"),
    lon: doublePrecision("lon"),
    /** All names and aliases as search text (lower case, without accents). */
    search: text("search").notNull(),
    ...dated(),
  },
  (t) => [
    index("countries_search").using("gin", sql`${t.search} gin_trgm_ops`),
    check("countries_kind", sql`${t.kind} in ('listed', 'pseudo')`),
  ],
);

/** The gazetteer: airports, ports, land crossings and cities. `search` holds every name of the place and its codes. */
export const places = pgTable(
  "places",
  {
    id: text("id").primaryKey(),
    kind: text("kind").notNull(),
    name: text("name").notNull(),
    /** The name as search text: what a prefix is compared with. */
    nameSearch: text("name_search").notNull(),
    search: text("search").notNull(),
    country: text("country")
      .notNull()
      .references(() => countries.iso2),
    adminArea: text("admin_area").notNull().default(""),
    lat: doublePrecision("lat"),
    lon: doublePrecision("lon"),
    iata: text("iata"),
    unlocode: text("unlocode"),
    zone: text("zone"),
    population: integer("population"),
    /** How exact the coordinates are, as a code of `geo_precision`; null: as exact as its kind is. */
    geoPrecision: text("geo_precision"),
    /** The place on the other side of the border; a crossing is two places, one of each country. */
    counterpart: text("counterpart").references((): AnyPgColumn => places.id),
    /** Order among equal matches: 0 is shown first. */
    rank: integer("rank").notNull(),
    ...dated(),
  },
  (t) => [
    index("places_search").using("gin", sql`${t.search} gin_trgm_ops`),
    index("places_name_search").using("btree", sql`${t.nameSearch} text_pattern_ops`),
    index("places_iata").on(t.iata),
    index("places_unlocode").on(t.unlocode),
    index("places_country").on(t.country),
    index("places_position").on(t.lat, t.lon),
    check("places_kind", sql`${t.kind} in ('airport', 'seaport', 'river_port', 'crossing', 'city')`),
    check("places_geo_precision", sql`${t.geoPrecision} in ('exact', 'facility', 'city', 'admin1')`),
  ],
);

/** The code lists of a record. `rollup` is the coarser word of the annual illegal trade report. */
export const codes = pgTable(
  "codes",
  {
    list: text("list").notNull(),
    code: text("code").notNull(),
    position: integer("position").notNull(),
    rollup: text("rollup"),
    ...dated(),
  },
  (t) => [primaryKey({ columns: [t.list, t.code] })],
);

/** The commodity tree: groups ("F2") and kinds ("F2.raw_ivory"); the slot gives mark and colour. */
export const commodities = pgTable("commodities", {
  code: text("code").primaryKey(),
  group: text("group_code").notNull(),
  parent: text("parent"),
  slot: text("slot").notNull(),
  /** Units offered first, the usual one in front. */
  units: text("units").array().notNull(),
  position: integer("position").notNull(),
  ...dated(),
});

/** Units as reported. `factor` leads to the base unit of the dimension; null where no rule-free factor exists. */
export const units = pgTable("units", {
  code: text("code").primaryKey(),
  dimension: text("dimension").notNull(),
  factor: numeric("factor", { precision: 24, scale: 12 }),
  /** True where the factor is exact by definition. */
  exact: boolean("exact").notNull(),
  position: integer("position").notNull(),
  ...dated(),
});

/** How one measure becomes another. A changed factor is a new version; records name the version they were made by. */
export const conversionRules = pgTable(
  "conversion_rules",
  {
    id: text("id").notNull(),
    version: integer("version").notNull(),
    /** The unit it starts from; null: any unit of `fromDimension`. */
    fromUnit: text("from_unit"),
    fromDimension: text("from_dimension").notNull(),
    toDimension: text("to_dimension").notNull(),
    /** Commodity code, group or family letter that it holds for; null: every commodity. */
    commodity: text("commodity"),
    factor: numeric("factor", { precision: 24, scale: 12 }),
    factorLow: numeric("factor_low", { precision: 24, scale: 12 }),
    factorHigh: numeric("factor_high", { precision: 24, scale: 12 }),
    /** True where the result stands beside the reported measure as an estimate and is never the measure itself. */
    estimate: boolean("estimate").notNull(),
    mark: mark(),
    position: integer("position").notNull(),
    ...dated(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.version] }),
    check("conversion_rules_mark", sql`${t.mark} in ('exact', 'sourced', 'memory')`),
  ],
);

/**
 * What a day's total of a group of goods may come to before it is asked back, in the base unit of a dimension. Other bounds
 * are a new version; a tally names the one that it was asked by.
 */
export const tallyBands = pgTable(
  "tally_bands",
  {
    group: text("group_code").notNull(),
    dimension: text("dimension").notNull(),
    version: integer("version").notNull(),
    low: numeric("low", { precision: 21, scale: 6 }),
    high: numeric("high", { precision: 21, scale: 6 }),
    /** Why these bounds, in English: they are ours, and for whoever keeps the list. */
    reason: text("reason").notNull(),
    ...dated(),
  },
  (t) => [
    primaryKey({ columns: [t.group, t.dimension, t.version] }),
    check("tally_bands_order", sql`${t.low} > 0 and ${t.high} > 0 and (${t.low} < ${t.high})`),
  ],
);

/** Species and higher taxa that seizures name most. */
export const taxa = pgTable(
  "taxa",
  {
    id: text("id").primaryKey(),
    scientificName: text("scientific_name").notNull(),
    commonNames: jsonb("common_names").$type<Record<string, string[]>>().notNull(),
    rank: text("rank").notNull(),
    /** Commodity group it usually belongs to. */
    commodity: text("commodity").notNull(),
    parent: text("parent"),
    search: text("search").notNull(),
    mark: mark(),
    ...dated(),
  },
  (t) => [index("taxa_search").using("gin", sql`${t.search} gin_trgm_ops`)],
);

/** In which appendix a taxon stood, for which population, from when to when; unknown dates are null. */
export const taxonListings = pgTable(
  "taxon_listings",
  {
    taxonId: text("taxon_id")
      .notNull()
      .references(() => taxa.id),
    no: integer("no").notNull(),
    appendix: text("appendix").notNull(),
    /** Countries whose populations are meant; empty: all others. */
    populations: text("populations").array().notNull(),
    note: text("note").notNull().default(""),
    mark: mark(),
    ...dated(),
  },
  (t) => [primaryKey({ columns: [t.taxonId, t.no] })],
);

/** Editions of joint operations whose results were published. */
export const publishedEditions = pgTable("published_editions", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  position: integer("position").notNull(),
  periodFrom: text("period_from").notNull(),
  periodTo: text("period_to").notNull(),
  ...dated(),
});

/** A figure as it was published; two publications that differ are two rows. Never mixed with counted figures. */
export const publishedFigures = pgTable(
  "published_figures",
  {
    edition: text("edition")
      .notNull()
      .references(() => publishedEditions.id),
    no: integer("no").notNull(),
    /** What is counted: cases, members, agencies, or a line of the breakdown. */
    line: text("line").notNull(),
    value: numeric("value", { precision: 21, scale: 6 }),
    unit: text("unit").notNull(),
    qualifier: text("qualifier").notNull(),
    /** Key of the sentence that says what the publication meant by it. */
    definition: text("definition").notNull(),
    ...dated(),
  },
  (t) => [primaryKey({ columns: [t.edition, t.no] })],
);

/** Which content of the seed files the tables hold: loading is skipped while the hash stays the same. */
export const referenceLoads = pgTable("reference_loads", {
  name: text("name").primaryKey(),
  hash: text("hash").notNull(),
  loadedAt: timestamp("loaded_at", { withTimezone: true }).notNull().defaultNow(),
});
