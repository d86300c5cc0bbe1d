import { addDays } from "../calendar.ts";
import { familyOf, groupOf, slotOf } from "../commodity-groups.ts";
import { type FactColumns, NO_DAY } from "./columns.ts";
import { type CaseKey, type GoodsKey, MIXED, type SingleKey } from "./definition.ts";
import { Dictionary } from "./dictionary.ts";
import type { Selection } from "./select.ts";

export const GOODS_KEYS: Record<GoodsKey, (commodity: string) => string> = {
  slot: slotOf,
  group: groupOf,
  family: familyOf,
  commodity: (code) => code,
};

export function isGoodsKey(key: CaseKey): key is GoodsKey {
  return key in GOODS_KEYS;
}

export function isSingleKey(key: CaseKey): key is SingleKey {
  return !isGoodsKey(key) && !MANY.includes(key);
}

const MANY: readonly CaseKey[] = ["detection", "concealment", "corridor", "flow"];

/** A key as a column: per row the number of its value, from 0; `name` gives the value back. */
export type NumberedKey = {
  size: number;
  name: (number: number) => string | null;
  column: Uint8Array | Uint16Array | Int32Array;
};

const numbered = new WeakMap<Selection, Map<SingleKey, NumberedKey>>();

/** The key for a selection, numbered once for all figures that sort by it. */
export function numberedKey(facts: FactColumns, selection: Selection, key: SingleKey): NumberedKey {
  const kept = numbered.get(selection) ?? new Map<SingleKey, NumberedKey>();
  numbered.set(selection, kept);
  const made = kept.get(key) ?? numberKey(facts, selection, key);
  kept.set(key, made);
  return made;
}

function numberKey(facts: FactColumns, selection: Selection, key: SingleKey): NumberedKey {
  if (key === "day") return dayKey(facts, selection.cases);
  if (key === "kind") return kindKey(facts, selection);
  return columnKey(facts.names[key], facts[key]);
}

function columnKey(dictionary: Dictionary, column: Uint16Array): NumberedKey {
  return { size: dictionary.size, name: (number) => dictionary.name(number), column };
}

/** Number 0 is the unknown day; the first known day of the selection is 1. */
function dayKey(facts: FactColumns, cases: Uint32Array): NumberedKey {
  let [first, last] = [Infinity, -Infinity];
  for (const row of cases) {
    const day = facts.day[row] ?? NO_DAY;
    if (day === NO_DAY) continue;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  const column = new Int32Array(facts.size);
  for (const row of cases) {
    const day = facts.day[row] ?? NO_DAY;
    if (day !== NO_DAY) column[row] = day - first + 1;
  }
  return {
    size: last < first ? 1 : last - first + 2,
    name: (number) => (number === 0 ? null : addDays("1970-01-01", first + number - 1)),
    column,
  };
}

/** The one slot of all chosen goods, or 'mixed'. */
function kindKey(facts: FactColumns, { cases, chosen }: Selection): NumberedKey {
  const goods = numberedGoods(facts, "slot");
  const mixed = goods.names.number(MIXED);
  const column = new Uint8Array(facts.size);
  for (const row of cases) column[row] = kindOf(facts, row, chosen, goods.of, mixed);
  return { size: goods.names.size, name: (number) => goods.names.name(number), column };
}

function kindOf(facts: FactColumns, row: number, chosen: Uint8Array, slots: Uint16Array, mixed: number): number {
  const start = facts.itemStart[row] ?? 0;
  const end = start + (facts.itemCount[row] ?? 0);
  let kind = -1;
  for (let item = start; item < end; item++) {
    const commodity = facts.items.commodity[item] ?? 0;
    if (chosen[commodity] !== 1) continue;
    const slot = slots[commodity] ?? 0;
    if (kind >= 0 && kind !== slot) return mixed;
    kind = slot;
  }
  return kind < 0 ? mixed : kind;
}

/** The value of a goods key for each commodity, by their numbers. */
export function numberedGoods(facts: FactColumns, key: GoodsKey): { of: Uint16Array; names: Dictionary } {
  const names = new Dictionary();
  return { of: Uint16Array.from(facts.names.commodity.names, (name) => names.number(GOODS_KEYS[key](name))), names };
}
