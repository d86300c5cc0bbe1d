import { groupOf } from "../commodity-groups.ts";
import { searchKey } from "../search-key.ts";
import { UNKNOWN } from "../unknown.ts";
import { goodsNamed, kindOf } from "./commodity-words.ts";
import { codeOfWord, type ImportIndex, type ListedTaxon, taxonKeys } from "./lists.ts";
import { nearestWords } from "./spelling.ts";
import { asked, clear, EMPTY, note, tidyCell, type Understood, unread } from "./understood.ts";

/** What a row says of its goods, cell by cell. */
export type GoodsCells = {
  commodity: string;
  category: string;
  species: string;
  specimen: string;
  description: string;
};

/** Goods as one line of a report: what it is, of which taxon, and which part of it. */
export type WrittenGoods = {
  commodity: string;
  taxonId: string | null;
  taxonText: string;
  specimen: string | null;
  live: boolean | null;
};

/** The goods of a row, one line for each kind; several species of one kind stand in one line by their names. */
export function understandGoods(cells: GoodsCells, index: ImportIndex): Understood<WrittenGoods[]> {
  const specimen = specimenOf(cells, index);
  const species = tidyCell(cells.species);
  const named = commoditiesOf(cells, index);
  if (species === "" && named.length === 0) return silent(cells);
  if (species === "") return clear(named.map((code) => line(code, null, "", specimen)));
  return ofSpecies(species, named, specimen, index);
}

function silent(cells: GoodsCells): Understood<WrittenGoods[]> {
  const written = [cells.commodity, cells.category, cells.description].map(tidyCell).find((text) => text !== "");
  return written ? unread("import.goods.unread", { written }) : EMPTY;
}

/** Words of the commodity before those of its category, and those before the description. */
function commoditiesOf(cells: GoodsCells, index: ImportIndex): string[] {
  for (const text of [cells.commodity, cells.category, cells.description]) {
    const key = searchKey(text);
    if (key === "") continue;
    const listed = codeIn(text, index) ?? index.commodities.get(key);
    const found = listed ? [listed] : goodsNamed(text);
    if (found.length > 0) return found;
  }
  return [];
}

/** A code of the commodity tree as it stands ("F1.pangolin_scales"). */
function codeIn(text: string, index: ImportIndex): string | null {
  const code = text.trim();
  return /^[A-Z]\d(\.[a-z_0-9]+)?$/.test(code) && index.commodities.get(searchKey(code)) === code ? code : null;
}

function ofSpecies(
  species: string,
  named: readonly string[],
  specimen: string | null,
  index: ImportIndex,
): Understood<WrittenGoods[]> {
  const names = species.split(/\s*(?:[;,、]|\n|\band\b|&)\s*/iu).filter(Boolean);
  const read = names.map((name) => understandTaxon(name, index));
  const lines = new Map<string, NamedGoods[]>();
  const notes = read.flatMap((one) => ("notes" in one ? one.notes : []));
  let asks = false;
  for (const [at, name] of names.entries()) {
    const one = read[at];
    const taxon = one && (one.state === "clear" || one.state === "asked") ? one.value : null;
    if (one?.state !== "clear") asks ||= one?.state === "asked";
    const commodity = commodityFor(taxon, name, named);
    if (!commodity) continue;
    const code = kindOf(commodity, specimen);
    lines.set(code, [
      ...(lines.get(code) ?? []),
      { ...line(code, taxon?.id ?? null, taxon ? "" : name, specimen), name },
    ]);
  }
  const goods = [...lines.values()].map(together);
  if (goods.length === 0) return unread("import.goods.unread", { written: species });
  // A name that no list has stays as it was written: it is told, not asked.
  return asks
    ? asked(goods, [], ...notes)
    : clear(goods, ...notes.filter(({ key }) => key !== "import.taxon.misspelt"));
}

/** The group of a taxon is known; what the row calls the goods is kept where it is a kind of that group. */
function commodityFor(taxon: ListedTaxon | null, name: string, named: readonly string[]): string | null {
  const fitting = taxon ? named.find((code) => groupOf(code) === groupOf(taxon.commodity)) : undefined;
  if (fitting) return fitting;
  const byName = goodsNamed(name)[0];
  // "Methamphetamine" beside "yaba": the narrower words are those of the kind, where nothing else parts them.
  const narrower = named.find((code) => byName !== undefined && code !== byName && groupOf(code) === groupOf(byName));
  if (!taxon && narrower && narrower.includes(".")) return narrower;
  if (taxon && byName && groupOf(byName) === groupOf(taxon.commodity)) return byName;
  return taxon?.commodity ?? byName ?? named[0] ?? null;
}

type NamedGoods = WrittenGoods & { name: string };

/** Several species of one kind are one line, under no taxon, with all of their names. */
function together(lines: readonly NamedGoods[]): WrittenGoods {
  const [first] = lines;
  if (!first) throw new Error("a kind of goods without a line");
  const { name: _, ...alone } = first;
  const taxa = new Set(lines.map(({ taxonId, name }) => taxonId ?? name));
  if (taxa.size === 1) return alone;
  return {
    ...alone,
    taxonId: null,
    taxonText: lines
      .map(({ name }) => name)
      .join("; ")
      .slice(0, 160),
  };
}

function line(commodity: string, taxonId: string | null, taxonText: string, specimen: string | null): WrittenGoods {
  const live = specimen === null ? null : specimen === "LIV";
  return { commodity: kindOf(commodity, specimen), taxonId, taxonText: taxonText.slice(0, 160), specimen, live };
}

/** A taxon by scientific or common name in any language; a misspelt one is asked with what may be meant. */
export function understandTaxon(text: string, index: ImportIndex): Understood<ListedTaxon> {
  const tidy = tidyCell(text);
  if (tidy === "" || searchKey(tidy) === searchKey(UNKNOWN)) return EMPTY;
  const found = taxonKeys(tidy).flatMap((key) => index.taxa.get(key) ?? []);
  const [first, ...others] = widest([...new Set(found)], index);
  if (first && others.length === 0) return clear(first);
  if (first)
    return asked(first, others, note("import.taxon.which", { written: tidy, choices: namesOf([first, ...others]) }));
  const near = nearestWords(searchKey(tidy), index.taxa.keys()).flatMap((key) => index.taxa.get(key) ?? []);
  const [likely, ...more] = [...new Set(near)];
  if (likely) {
    const choices = namesOf([likely, ...more]);
    return asked(likely, more, note("import.taxon.misspelt", { written: tidy, choices }));
  }
  const genus = genusOf(tidy, index);
  if (!genus) return unread("import.taxon.unlisted", { written: tidy });
  return clear(genus, note("import.taxon.genus", { written: tidy, understood: genus.scientificName }));
}

/** "Pythons" are a family and a genus in it: nothing narrower was said than the family. */
function widest(taxa: readonly ListedTaxon[], index: ImportIndex): ListedTaxon[] {
  const within = (taxon: ListedTaxon, other: ListedTaxon) => {
    for (let at = taxon.parent; at !== null; at = index.taxonById.get(at)?.parent ?? null)
      if (at === other.id) return true;
    return false;
  };
  return taxa.filter((taxon) => !taxa.some((other) => within(taxon, other)));
}

/** A species that the list does not have stands under its genus where it has that. */
function genusOf(text: string, index: ImportIndex): ListedTaxon | null {
  const found = /^([A-Z][a-z]+) [a-z]+( [a-z]+)?$/.exec(text);
  const genera = found ? index.taxa.get(searchKey(found[1] ?? "")) : undefined;
  return genera?.length === 1 ? (genera[0] ?? null) : null;
}

function namesOf(taxa: readonly ListedTaxon[]): string {
  return taxa
    .slice(0, 4)
    .map((taxon) => taxon.scientificName)
    .join(", ");
}

/** A CITES term by its code or by its name; "live" and "dead" animals too. */
function specimenOf(cells: GoodsCells, index: ImportIndex): string | null {
  for (const text of [cells.specimen, cells.description]) {
    const key = searchKey(text);
    if (key === "") continue;
    const listed = [text, text.trim().replace(/s$/i, ""), `${text.trim()}s`]
      .map((word) => codeOfWord(word, "specimen_term", index))
      .find((code) => code !== undefined);
    if (listed) return listed;
    if (/^(live|alive|living|song|con song|มีชีวิต|活)/.test(key)) return "LIV";
    if (/^(dead|carcass|body|bodies|ตาย|死)/.test(key)) return "BOD";
  }
  return null;
}
