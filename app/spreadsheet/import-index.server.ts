import { type ImportIndex, importIndex } from "#app/domain/import/lists.ts";
import { textFor } from "#app/messages/all.server.ts";
import { LOCALES } from "#app/messages/index.ts";
import type { Db, Tx } from "#db/client.server.ts";
import { listsForImport } from "#db/queries/import-lists.server.ts";

const LABELLED = LOCALES.filter((locale) => locale !== "pseudo");

/** What files are read by: the lists of this installation, and the labels that its screens give them. */
export async function loadImportIndex(db: Db | Tx): Promise<ImportIndex> {
  const lists = await listsForImport(db);
  const labels = (of: (text: ReturnType<typeof textFor>) => string) => LABELLED.map((locale) => of(textFor(locale)));
  return importIndex({
    countries: lists.countries.map(({ iso2, iso3, name, names, aliases }) => ({
      iso2,
      iso3,
      names: [name, ...Object.values(names), ...aliases],
    })),
    places: lists.places,
    taxa: lists.taxa.map(({ names, ...taxon }) => ({ ...taxon, names: Object.values(names).flat() })),
    codes: lists.codes.map(({ list, code }) => ({ list, code, words: labels((text) => text.code(list, code)) })),
    commodities: lists.commodities.map(({ code }) => ({
      code,
      words: [code, ...labels((text) => text.commodity(code))],
    })),
  });
}
