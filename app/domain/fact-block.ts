import { z } from "zod";
import { Code, CountryCode } from "./code.ts";
import { CommodityCode, DIMENSIONS } from "./commodity.ts";
import { Id } from "./id.ts";
import { DATE_PRECISIONS, SEIZURE_STATES } from "./seizure.ts";

/** One value per row, or a single one that every row has. They come as lists; kept ones may be typed arrays. */
export type Column<T> = T | ArrayLike<T>;

/** A decimal: a number where that writes itself the same way, else its text; true for 'the same as the quantity'. */
export type Amount = number | string | true | null;

/** What the numbers of a column mean: places in a dictionary, places in a fixed list, or themselves. -1 is null. */
type Meaning = { dictionary: DictionaryName } | { most: number } | "number";
type DictionaryName = (typeof DICTIONARIES)[number];

const DICTIONARIES = [
  "codes",
  "codeLists",
  "agencies",
  "reporters",
  "numbering",
  "countries",
  "commodities",
  "words",
  "joints",
  "places",
] as const;

const code = { dictionary: "codes" } as const;
const word = { dictionary: "words" } as const;
const codeList = { dictionary: "codeLists" } as const;
const yesOrNo = { most: 1 } as const;
const oneOf = (values: readonly string[]) => ({ most: values.length - 1 });

export const FACT_COLUMNS = {
  revision: "number",
  numbering: { dictionary: "numbering" },
  serial: "number",
  agency: { dictionary: "agencies" },
  reporter: { dictionary: "reporters" },
  state: oneOf(SEIZURE_STATES),
  eventKind: code,
  occurredOn: "number",
  occurredTo: "number",
  datePrecision: oneOf(DATE_PRECISIONS),
  operationalDay: "number",
  outsideWindow: yesOrNo,
  late: yesOrNo,
  place: { dictionary: "places" },
  placeKind: code,
  direction: code,
  mode: code,
  items: "number",
  route: "number",
  detections: codeList,
  controlReasons: codeList,
  concealmentPlaces: codeList,
  concealmentMethods: codeList,
  offences: codeList,
  arrested: "number",
  joint: { dictionary: "joints" },
  jointPlace: "number",
} as const satisfies Record<string, Meaning>;

export const ITEM_COLUMNS = {
  commodity: { dictionary: "commodities" },
  unit: code,
  qualifier: code,
  secondUnit: code,
  dimension: oneOf(DIMENSIONS),
  rule: word,
  taxonId: word,
  appendix: word,
  live: yesOrNo,
} as const satisfies Record<string, Meaning>;

export const NODE_COLUMNS = {
  role: code,
  place: { dictionary: "places" },
  opportunity: yesOrNo,
  modeToNext: code,
  evidence: code,
} as const satisfies Record<string, Meaning>;

export const PLACE_COLUMNS = {
  country: { dictionary: "countries" },
  placeId: word,
  precision: code,
} as const satisfies Record<string, Meaning>;

/** Columns that hold nulls; everywhere else a -1 is refused. */
const MAY_BE_NULL = new Set(
  "serial occurredTo operationalDay arrested joint unit secondUnit dimension rule taxonId appendix live opportunity modeToNext placeId".split(
    " ",
  ),
);

type Numbers<L> = { readonly [K in keyof L]: Column<number> };

const numbersOf = <L extends Record<string, Meaning>>(layout: L) =>
  z.custom<Numbers<L>>((value) => isRecord(value) && Object.keys(layout).every((name) => isNumbers(value[name])));

const Amounts = z.custom<Column<Amount>>((value) => every(value, isAmount));
const Degrees = z.custom<Column<number | null>>((value) => every(value, isDegrees));
const Instants = z.custom<Column<number | string>>((value) => every(value, isInstant));
const Count = z.number().int().min(0).max(50_000_000);

/**
 * Many facts as columns: what repeats stands once in a dictionary and is meant by its place there. A fraction of the
 * size of the same facts as objects, and read without making objects of them.
 */
export const FactBlock = z
  .object({
    /** 1 had no joint cases. Blocks are kept nowhere: whoever gets another number than this begins anew. */
    v: z.literal(2),
    count: Count,
    /** All ids behind each other, 16 bytes each, in base64. */
    ids: z.string(),
    /** Days count from this one (since 1970-01-01), instants from this one (milliseconds since 1970). */
    firstDay: z.number().int().min(-800_000).max(3_000_000),
    firstInstant: z.number().int(),
    codes: z.array(Code),
    codeLists: z.array(z.array(z.number().int())),
    agencies: z.array(Id),
    reporters: z.array(z.string()),
    /** Beginning of a message number, and to how many digits its counter is filled up; 0 where it has none. */
    numbering: z.array(z.tuple([z.string(), z.number().int().min(0).max(15)])),
    countries: z.array(CountryCode),
    commodities: z.array(CommodityCode),
    /** Ids of reference data: places, taxa, appendices, rules. */
    words: z.array(z.string()),
    /** Heads of joint cases. */
    joints: z.array(Id),
    facts: numbersOf(FACT_COLUMNS),
    releasedAt: Instants,
    items: numbersOf(ITEM_COLUMNS),
    itemCount: Count,
    quantity: Amounts,
    secondQuantity: Amounts,
    normalised: Amounts,
    nodes: numbersOf(NODE_COLUMNS),
    nodeCount: Count,
    share: Amounts,
    places: numbersOf(PLACE_COLUMNS),
    placeCount: Count,
    lat: Degrees,
    lon: Degrees,
  })
  .refine(holdsTogether, "facts.malformed");
export type FactBlock = z.infer<typeof FactBlock>;

/** Every column is as long as its table, every place in a dictionary exists, and the parts add up. */
function holdsTogether(block: BlockShape): boolean {
  const { count, itemCount, nodeCount, placeCount } = block;
  const sizes = Object.fromEntries(
    DICTIONARIES.map((name) => [name, name === "places" ? placeCount : block[name].length]),
  );
  return (
    isBase64Of(block.ids, count * 16) &&
    block.codeLists.every((list) => list.every((place) => place >= 0 && place < block.codes.length)) &&
    fits(FACT_COLUMNS, block.facts, count, sizes) &&
    fits(ITEM_COLUMNS, block.items, itemCount, sizes) &&
    fits(NODE_COLUMNS, block.nodes, nodeCount, sizes) &&
    fits(PLACE_COLUMNS, block.places, placeCount, sizes) &&
    sumOf(block.facts.items, count) === itemCount &&
    sumOf(block.facts.route, count) === nodeCount &&
    isLong(block.releasedAt, count) &&
    [block.quantity, block.secondQuantity, block.normalised].every((column) => isLong(column, itemCount)) &&
    isLong(block.share, nodeCount) &&
    [block.lat, block.lon].every((column) => isLong(column, placeCount))
  );
}

type BlockShape = {
  [K in Exclude<DictionaryName, "places" | "codeLists">]: readonly unknown[];
} & {
  codeLists: readonly (readonly number[])[];
  ids: string;
  count: number;
  itemCount: number;
  nodeCount: number;
  placeCount: number;
  facts: Numbers<typeof FACT_COLUMNS>;
  items: Numbers<typeof ITEM_COLUMNS>;
  nodes: Numbers<typeof NODE_COLUMNS>;
  places: Numbers<typeof PLACE_COLUMNS>;
} & { [K in "releasedAt" | "quantity" | "secondQuantity" | "normalised" | "share" | "lat" | "lon"]: Column<unknown> };

function fits<L extends Record<string, Meaning>>(
  layout: L,
  columns: Numbers<L>,
  rows: number,
  sizes: Record<string, number>,
): boolean {
  return Object.entries(layout).every(([name, meaning]) => {
    const column = columns[name as keyof L];
    const least = MAY_BE_NULL.has(name) ? -1 : 0;
    return isLong(column, rows) && (rows === 0 || isWithin(column, least, mostOf(meaning, sizes)));
  });
}

function mostOf(meaning: Meaning, sizes: Record<string, number>): number {
  if (meaning === "number") return Number.MAX_SAFE_INTEGER;
  return "most" in meaning ? meaning.most : (sizes[meaning.dictionary] ?? 0) - 1;
}

function isWithin(column: Column<number>, least: number, most: number): boolean {
  if (typeof column === "number") return column >= least && column <= most;
  for (let row = 0; row < column.length; row++) {
    const value = column[row];
    if (value === undefined || value < least || value > most) return false;
  }
  return true;
}

function isLong(column: Column<unknown>, rows: number): boolean {
  return !Array.isArray(column) || column.length === rows;
}

function sumOf(column: Column<number>, rows: number): number {
  if (typeof column === "number") return column * rows;
  let sum = 0;
  for (let row = 0; row < column.length; row++) sum += column[row] ?? 0;
  return sum;
}

function isBase64Of(text: string, bytes: number): boolean {
  return text.length === Math.ceil(bytes / 3) * 4 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isNumbers(value: unknown): value is Column<number> {
  return every(value, Number.isSafeInteger);
}

function every(value: unknown, test: (entry: unknown) => boolean): boolean {
  if (!Array.isArray(value)) return test(value);
  for (let at = 0; at < value.length; at++) if (!test(value[at])) return false;
  return true;
}

function isAmount(value: unknown): boolean {
  if (value === null || value === true) return true;
  if (typeof value === "string") return /^-?\d{1,30}(\.\d{1,12})?$/.test(value);
  return typeof value === "number" && (value === 0 || (Math.abs(value) >= 1e-6 && Math.abs(value) < 1e21));
}

function isDegrees(value: unknown): boolean {
  return value === null || Number.isFinite(value);
}

function isInstant(value: unknown): boolean {
  return Number.isSafeInteger(value) || (typeof value === "string" && !Number.isNaN(Date.parse(value)));
}
