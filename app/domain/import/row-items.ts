import { groupOf } from "../commodity-groups.ts";
import { searchKey } from "../search-key.ts";
import type { SeizureItem } from "../seizure.ts";
import { understandCode, understandYesNo } from "./coded.ts";
import type { Target } from "./columns.ts";
import { understandGoods, understandTaxon, type WrittenGoods } from "./goods.ts";
import { codeOfWord, type ImportIndex, taxonKeys } from "./lists.ts";
import { understandNumber } from "./number.ts";
import { type Amount, type Amounts, understandAmounts } from "./quantity.ts";
import type { RowCells } from "./row-words.ts";
import { columnOf, type ImportContext, type SheetReading } from "./sheet.ts";
import type { Told } from "./told.ts";
import { clear, mapUnderstood, tidyCell, type Understood } from "./understood.ts";
import { unitInHeading, unitOfWord } from "./unit-words.ts";

type Cells = Partial<Record<Target, string>>;

/** The goods of a row with their amounts, in the names of the API. */
export function readItems(
  { cells, exact, layout }: RowCells,
  sheet: SheetReading,
  context: ImportContext,
  told: Told,
): Partial<SeizureItem>[] {
  const read = exact.has("commodity")
    ? listedGoods(cells, context.index)
    : understandGoods(goodsCells(cells), context.index);
  const goods = told.take("items.0.commodity", read);
  if (goods === null || goods.length === 0) {
    if (read.state === "empty") told.refuse("items.0.commodity", "import.goods.missing");
    return [];
  }
  const amounts = readAmounts(cells, goods, sheet, told);
  const parts = {
    ...purityOf(cells, sheet, told),
    brand: tidyCell(cells.brand ?? "").slice(0, 80),
    ...foundOut(cells, context, told),
    ...(layout && { description: tidyCell(cells.description ?? "").slice(0, 500) }),
  };
  const liveSaid = told.take("items.0.live", understandYesNo(cells.live ?? ""));
  if (goods.length > 1 && amounts.length > 0) {
    told.ask("items.0.quantity", "import.quantity.several_goods", { count: String(goods.length) });
  }
  return goods.map((one) => ({
    ...one,
    commodity: byCount(one.commodity, goods.length === 1 ? amounts : []),
    live: liveSaid ?? one.live,
    ...(goods.length === 1 ? amountFields(amounts) : { quantity: null, unit: null }),
    ...parts,
  }));
}

/** Methamphetamine alone says no form; what is counted in tablets is tablets. */
function byCount(commodity: string, [amount]: readonly Amount[]): string {
  return commodity === "D1.meth_crystal" && amount?.unit === "tablets" ? "D1.meth_tablets" : commodity;
}

/** How sure it is what it is, and how sure how much; nothing where the file does not say. */
function foundOut(cells: Cells, { index }: ImportContext, told: Told): Partial<SeizureItem> {
  const code = (target: "qualifier" | "identification") =>
    told.take(`items.0.${target}`, understandCode(cells[target] ?? "", target, index));
  const [qualifier, identification] = [code("qualifier"), code("identification")];
  const before = tidyCell(cells.fieldCommodity ?? "");
  const fieldCommodity = index.commodities.get(searchKey(before)) ?? null;
  return {
    ...(qualifier !== null && { qualifier }),
    ...(identification !== null && { identification }),
    ...(fieldCommodity !== null && { fieldCommodity }),
  };
}

/** Goods by a code of the tree: nothing is guessed from the words beside it but the species. */
function listedGoods(cells: Cells, index: ImportIndex): Understood<WrittenGoods[]> {
  const species = tidyCell(cells.species ?? "");
  const specimen = codeOfWord(cells.specimen ?? "", "specimen_term", index) ?? null;
  const goods = { commodity: cells.commodity ?? "", taxonId: null, taxonText: "", specimen, live: null };
  const named = taxonKeys(species).flatMap((key) => index.taxa.get(key) ?? []);
  const itself = named.find(({ scientificName }) => scientificName === species);
  if (species === "" || itself) return clear([{ ...goods, taxonId: itself?.id ?? null }]);
  const read = understandTaxon(species, index);
  if (read.state === "empty" || read.state === "unread") return clear([{ ...goods, taxonText: species.slice(0, 160) }]);
  return mapUnderstood(read, ({ id }) => [{ ...goods, taxonId: id }]);
}

function goodsCells(cells: Cells) {
  const genus = tidyCell(cells.genus ?? "");
  const species = tidyCell(cells.species ?? "");
  const epithet = tidyCell(cells.epithet ?? "");
  return {
    commodity: cells.commodity ?? "",
    category: cells.category ?? "",
    species: scientific(genus, epithet || species) ?? species,
    specimen: cells.specimen ?? "",
    description: cells.description ?? "",
  };
}

/** Genus and epithet in columns of their own are one name; a species column that holds the whole name stays. */
function scientific(genus: string, species: string): string | null {
  if (!/^[A-Z][a-z]+$/.test(genus)) return null;
  if (species === "" || species.toLowerCase() === "spp.") return `${genus} spp.`;
  return /^[a-z][a-z-]+$/.test(species) ? `${genus} ${species}` : null;
}

/** All amounts of a row: weight before pieces, as two measures of the same goods. */
function readAmounts(cells: Cells, goods: readonly WrittenGoods[], sheet: SheetReading, told: Told): Amount[] {
  const counted = countedIn(goods[0]);
  const written: readonly (readonly [target: Target, unit: string | null])[] = [
    ["weight", "kg"],
    ["quantity", unitBeside(cells.unit ?? "", counted, told)],
    ["pieces", counted],
    ["volume", "l"],
    ["secondQuantity", unitOfWord(cells.secondUnit ?? "")],
  ];
  return written.flatMap(([target, usual]) => {
    const { heading, mark } = columnOf(target, sheet);
    const unit = target === "quantity" && tidyCell(cells.unit ?? "") !== "" ? usual : (unitInHeading(heading) ?? usual);
    const isUsual = unitInHeading(heading) === null && !(target === "quantity" && tidyCell(cells.unit ?? "") !== "");
    const silent = target === "quantity" && unit === "pcs" && isUsual && !sheet.columns.includes("unit");
    const read = understandAmounts(cells[target] ?? "", { mark, unit: silent ? null : unit, isUsual });
    const field = read.state === "unread" && isNegative(cells[target] ?? "") ? null : "items.0.quantity";
    if (field === null) {
      told.refuse("items.0.quantity", "import.number.negative", { written: cells[target] ?? "" });
      return [];
    }
    const amounts = amountsIn(told.take(field, read));
    return silent ? inPieces(amounts, cells[target] ?? "", told) : amounts;
  });
}

/** Where nothing in the file names a unit, "40" of scales may be pieces or kilograms. */
function inPieces(amounts: readonly Amount[], written: string, told: Told): Amount[] {
  return amounts.map((amount) => {
    if (amount.quantity === null || amount.unit !== null) return amount;
    told.ask("items.0.unit", "import.unit.missing", { written: tidyCell(written) });
    return { ...amount, unit: "pcs" };
  });
}

const isNegative = (text: string) => /^\s*-\s*\d/.test(text);

function amountsIn(read: Amounts | null): Amount[] {
  if (read === null) return [];
  return read.second ? [read.first, read.second] : [read.first];
}

/** The unit of the column beside the quantity; none where the file leaves it empty: then it counts what it names. */
function unitBeside(text: string, counted: string, told: Told): string | null {
  const tidy = tidyCell(text);
  if (tidy === "") return counted;
  const unit = unitOfWord(tidy);
  if (unit === null) told.ask("items.0.unit", "import.unit.unread", { written: tidy });
  return unit;
}

const ANIMALS = ["F1", "F5", "F6", "F7", "F9"];

/** Whole animals count as animals, tablets as tablets, everything else in pieces. */
function countedIn(goods: WrittenGoods | undefined): string {
  if (!goods) return "pcs";
  if (goods.commodity.endsWith("_tablets")) return "tablets";
  if (goods.commodity === "O1.cigarettes") return "sticks";
  const whole = goods.live === true || goods.specimen === "BOD";
  const bare =
    goods.specimen === null &&
    ANIMALS.includes(groupOf(goods.commodity)) &&
    !/scales|shell|meat|skins|casques|nests|horn/.test(goods.commodity);
  return whole || bare ? "animals" : "pcs";
}

function amountFields(amounts: readonly Amount[]): Partial<SeizureItem> {
  const measured = amounts.filter(({ quantity }) => quantity !== null);
  const [first, second] = measured;
  if (!first) return { quantity: null, unit: null };
  const other = second && second.unit !== first.unit ? second : undefined;
  return {
    quantity: first.quantity,
    unit: first.unit,
    qualifier: first.qualifier,
    secondQuantity: other?.quantity ?? null,
    secondUnit: other?.unit ?? null,
  };
}

function purityOf(cells: Cells, sheet: SheetReading, told: Told): Partial<SeizureItem> {
  const text = tidyCell(cells.purityPercent ?? "").replace(/%$/, "");
  if (text === "") return {};
  const purity = told.take("items.0.purityPercent", understandNumber(text, columnOf("purityPercent", sheet).mark));
  return purity === null ? {} : { purityPercent: purity };
}
