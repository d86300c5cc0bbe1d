import { groupOf, SLOTS, slotOf } from "../commodity-groups.ts";
import { choosesGoods, type FactFilter } from "../fact-filter.ts";
import { type Amount, type AmountRow, type AmountSum, addAmounts, readAmount } from "./amounts.ts";
import { countAll, countCases } from "./cases.ts";
import type { FactColumns } from "./columns.ts";
import type { CaseKey } from "./definition.ts";
import type { CaseCount, CaseRow } from "./result.ts";
import type { Selection } from "./select.ts";

/** What cases can be crossed by. */
export const PIVOT_KEYS = [
  ...(["reporter", "country", "slot", "group", "commodity", "corridor", "mode"] as const),
  ...(["placeKind", "direction", "detection", "concealment", "day"] as const),
] as const satisfies readonly CaseKey[];
export type PivotKey = (typeof PIVOT_KEYS)[number];

export const PIVOT_MEASURES = ["total", "confirmed", "provisional"] as const;
export type PivotMeasure = (typeof PIVOT_MEASURES)[number];

/** `amount`: what is added up in each cell instead of counting its cases. */
export type Pivot = { rows: PivotKey; columns: PivotKey | null; measure: PivotMeasure; amount: Amount | null };

/** Cells, and what stands at the ends of rows and columns: cases with the value, which are not the sum of its cells. */
export type PivotCounts = {
  cells: CaseRow<PivotKey>[];
  rows: CaseRow<PivotKey>[];
  columns: CaseRow<PivotKey>[];
  all: CaseCount;
  /** The same of what is added up, of the cases that state it; null where cases are counted. */
  amounts: {
    cells: AmountRow<PivotKey>[];
    rows: AmountRow<PivotKey>[];
    columns: AmountRow<PivotKey>[];
    all: AmountSum;
  } | null;
};

export const NOTHING: AmountSum = { amount: "0", confirmed: "0", cases: 0 };

const GOODS: readonly PivotKey[] = ["slot", "group", "commodity"];
/** Of each of these a case has several: two of them together would say nothing that a reader could check. */
const APART: readonly PivotKey[] = [...GOODS, "corridor"];

/** Whether two keys can be crossed: not with itself, nor two that goods and legs are named by. */
export function canCross(rows: PivotKey, columns: PivotKey): boolean {
  return rows !== columns && !(APART.includes(rows) && APART.includes(columns));
}

/** Reads how the cases are crossed from an address; what cannot be is left out. */
export function readPivot(params: URLSearchParams): Pivot {
  const rows = PIVOT_KEYS.find((key) => key === params.get("rows")) ?? "reporter";
  const asked =
    params.get("columns") === "none" ? null : (PIVOT_KEYS.find((key) => key === params.get("columns")) ?? "slot");
  const columns = asked !== null && canCross(rows, asked) ? asked : null;
  const measure = PIVOT_MEASURES.find((measure) => measure === params.get("measure")) ?? "total";
  return { rows, columns, measure, amount: readAmount(params.get("measure")) };
}

/** The same from the columns of a browser as `pivotInSql` from the tables. */
export function countPivot(facts: FactColumns, selection: Selection, { rows, columns, amount }: Pivot): PivotCounts {
  // A leg is the case's own, whoever told of it.
  const of = (keys: readonly PivotKey[]) =>
    keys.includes("reporter") && !keys.includes("corridor") ? { ...selection, cases: selection.messages } : selection;
  const by = (keys: readonly PivotKey[]) => countCases(facts, of(keys), keys);
  const sums = (keys: readonly PivotKey[]) => (amount ? addAmounts(facts, of(keys), keys, amount) : []);
  return {
    cells: columns === null ? [] : by([rows, columns]),
    rows: by([rows]),
    columns: columns === null ? [] : by([columns]),
    all: countAll(facts, selection),
    amounts: amount && {
      cells: columns === null ? [] : sums([rows, columns]),
      rows: sums([rows]),
      columns: columns === null ? [] : sums([columns]),
      all: sumOfAll(sums([])),
    },
  };
}

function sumOfAll([all]: readonly (AmountSum & { key: unknown })[]): AmountSum {
  return all ? { amount: all.amount, confirmed: all.confirmed, cases: all.cases } : NOTHING;
}

/**
 * The filter that leaves the cases of one value, on top of another filter; null where no filter says it: nobody has named a
 * value, or the filter asks for others of the kind that a case has several of.
 */
export function narrowedTo(filter: FactFilter, key: PivotKey, value: string | null): FactFilter | null {
  if (value === null) return null;
  if (key === "day") return { ...filter, from: value, to: value };
  if (key === "slot" || key === "group" || key === "commodity")
    return { ...filter, ...goodsWithin(filter, key, value) };
  const field = FIELD_OF[key];
  const asked = filter[field];
  if (SEVERAL.includes(key) && asked.length > 0 && !(asked.length === 1 && asked[0] === value)) return null;
  return { ...filter, [field]: [value] };
}

/**
 * What of the goods that a filter asks for lies under a value; all of that value where it asks for none. A slot holds
 * groups and a group commodities, each wholly.
 */
function goodsWithin(filter: FactFilter, key: "slot" | "group" | "commodity", value: string): Goods {
  const { slots, groups, commodities } = filter;
  const none: Goods = { slots: [], groups: [], commodities: [] };
  if (key === "commodity") return { ...none, commodities: [value] };
  const all = !choosesGoods(filter);
  if (key === "group") {
    if (all || groups.includes(value) || slots.includes(slotOf(value))) return { ...none, groups: [value] };
    return { ...none, commodities: commodities.filter((code) => groupOf(code) === value) };
  }
  const whole = SLOTS.filter((slot) => slot === value);
  if (all || whole.some((slot) => slots.includes(slot))) return { ...none, slots: whole };
  const within = (code: string) => slotOf(code) === value;
  return { ...none, groups: groups.filter(within), commodities: commodities.filter(within) };
}

type Goods = Pick<FactFilter, "slots" | "groups" | "commodities">;

const SEVERAL: readonly PivotKey[] = ["detection", "concealment", "corridor"];
const FIELD_OF = {
  reporter: "reporters",
  country: "seizedIn",
  corridor: "corridors",
  mode: "modes",
  placeKind: "placeKinds",
  direction: "directions",
  detection: "detections",
  concealment: "concealments",
} as const satisfies Partial<Record<PivotKey, keyof FactFilter>>;
