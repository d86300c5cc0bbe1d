import { and, asc, desc, eq, gte, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { trimDecimal } from "../../app/domain/exact-decimal.ts";
import type { LocalDate } from "../../app/domain/local-date.ts";
import type { Measures } from "../../app/domain/quantity.ts";
import type { TallyBand } from "../../app/domain/tally/bands.ts";
import type { Db, Tx } from "../client.server.ts";
import {
  codes,
  commodities,
  conversionRules,
  countries,
  publishedEditions,
  publishedFigures,
  sources,
  tallyBands,
  taxonListings,
  units,
} from "../schema/reference.ts";

type Reader = Db | Tx;

/** The listings of a taxon, oldest first; each with its source and whether it is from memory. */
export async function listingsOf(db: Reader, taxonId: string) {
  return db
    .select({
      appendix: taxonListings.appendix,
      populations: taxonListings.populations,
      note: taxonListings.note,
      mark: taxonListings.mark,
      validFrom: taxonListings.validFrom,
      validTo: taxonListings.validTo,
      source: sources.title,
    })
    .from(taxonListings)
    .innerJoin(sources, eq(sources.id, taxonListings.sourceId))
    .where(eq(taxonListings.taxonId, taxonId))
    .orderBy(taxonListings.no);
}

/** The codes of one list (or of all) that hold on a day. */
export async function listCodes(db: Reader, list?: string, on?: LocalDate) {
  return db
    .select({ list: codes.list, code: codes.code, rollup: codes.rollup, sourceId: codes.sourceId })
    .from(codes)
    .where(and(list ? eq(codes.list, list) : undefined, on ? holdsOn(codes, on) : undefined))
    .orderBy(asc(codes.list), asc(codes.position));
}

/** The commodity tree in its order: each group, then its kinds. */
export async function listCommodities(db: Reader) {
  return db
    .select({
      code: commodities.code,
      group: commodities.group,
      parent: commodities.parent,
      slot: commodities.slot,
      units: commodities.units,
    })
    .from(commodities)
    .where(isNull(commodities.validTo))
    .orderBy(commodities.position);
}

/** Groups of goods, in the order of the list. */
export async function listCommodityGroups(db: Reader): Promise<string[]> {
  const rows = await db.select({ group: commodities.group }).from(commodities).orderBy(commodities.position);
  return [...new Set(rows.map(({ group }) => group))];
}

/** Countries and territories by name in a language; codes that name no country stand at the end. */
export async function listCountries(db: Reader, language = "en") {
  const name = sql<string>`coalesce(case when ${language} = 'en' then null else ${countries.names} ->> ${language} end, ${countries.name})`;
  return db
    .select({ iso2: countries.iso2, kind: countries.kind, name, lat: countries.lat, lon: countries.lon })
    .from(countries)
    .orderBy(countries.kind, name);
}

/** Units and conversion rules that hold on a day. */
export async function measuresOn(db: Reader, on: LocalDate): Promise<Measures> {
  const [unitRows, ruleRows] = await Promise.all([
    db
      .select({ code: units.code, dimension: units.dimension, factor: units.factor })
      .from(units)
      .where(holdsOn(units, on))
      .orderBy(units.position),
    db.select().from(conversionRules).where(holdsOn(conversionRules, on)).orderBy(conversionRules.position),
  ]);
  return { units: unitRows, rules: ruleRows };
}

/** Bounds of a day's totals that hold on a day; of several versions the newest. */
export async function tallyBandsOn(db: Reader, on: LocalDate): Promise<TallyBand[]> {
  const rows = await db
    .selectDistinctOn([tallyBands.group, tallyBands.dimension])
    .from(tallyBands)
    .where(holdsOn(tallyBands, on))
    .orderBy(tallyBands.group, tallyBands.dimension, desc(tallyBands.version));
  const bound = (value: string | null) => (value === null ? null : trimDecimal(value));
  return rows.map(({ group, dimension, version, low, high }) => ({
    ...{ group, dimension, version },
    ...{ low: bound(low), high: bound(high) },
  }));
}

/** Results of earlier editions as they were published, each figure with its source; never mixed with counted ones. */
export async function listPublished(db: Reader) {
  return db
    .select({
      edition: publishedEditions.id,
      name: publishedEditions.name,
      periodFrom: publishedEditions.periodFrom,
      periodTo: publishedEditions.periodTo,
      line: publishedFigures.line,
      value: sql<string>`trim_scale(${publishedFigures.value})::text`,
      unit: publishedFigures.unit,
      qualifier: publishedFigures.qualifier,
      definition: publishedFigures.definition,
      source: sources.title,
    })
    .from(publishedEditions)
    .innerJoin(publishedFigures, eq(publishedFigures.edition, publishedEditions.id))
    .innerJoin(sources, eq(sources.id, publishedFigures.sourceId))
    .orderBy(publishedEditions.position, publishedFigures.no);
}

export type Told = { list: string; code: string };

/** What is told by a code that its list does not have; commodities, units and countries are lists too. */
export async function unknownCodes(db: Reader, told: readonly Told[]): Promise<Told[]> {
  return db.execute<Told>(sql`
    select t.list, t.code from jsonb_to_recordset(${JSON.stringify(told)}::text::jsonb) as t(list text, code text)
    where not case t.list
      when 'commodity' then exists (select from commodities c where c.code = t.code)
      when 'unit' then exists (select from units u where u.code = t.code)
      when 'country' then exists (select from countries c where c.iso2 = t.code)
      else exists (select from codes c where c.list = t.list and c.code = t.code) end`);
}

function holdsOn(
  table: typeof codes | typeof units | typeof conversionRules | typeof tallyBands,
  on: LocalDate,
): SQL | undefined {
  return and(or(isNull(table.validFrom), lte(table.validFrom, on)), or(isNull(table.validTo), gte(table.validTo, on)));
}
