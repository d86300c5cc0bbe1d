import { flowKeysOf, flowOfText } from "../flow.ts";
import type { FactColumns } from "./columns.ts";
import type { ManyKey } from "./definition.ts";
import { Dictionary } from "./dictionary.ts";
import { isGoodsKey, numberedGoods } from "./keys.ts";
import type { Lists, RouteColumns } from "./route-table.ts";
import type { Selection } from "./select.ts";

/** A key of which a case may have several values: `of` writes their numbers, each once, and says how many they are. */
export type NumberedKeys = {
  size: number;
  name: (number: number) => string | null;
  of: (row: number, into: number[]) => number;
};

export function numberedKeys(facts: FactColumns, selection: Selection, key: ManyKey): NumberedKeys {
  if (isGoodsKey(key)) return goodsKeys(facts, selection, numberedGoods(facts, key));
  if (key === "flow") return flowKeys(facts.routes);
  if (key === "corridor") return listKeys(facts.routes.corridors, facts.routes.names.corridor);
  return key === "detection"
    ? setKeys(facts.names.detections, facts.detections)
    : setKeys(facts.names.concealments, facts.concealments);
}

/** Number 0 is 'none'; the others are those of the dictionary and one. */
function withNone(names: Dictionary): Pick<NumberedKeys, "size" | "name"> {
  return { size: names.size + 1, name: (number) => (number === 0 ? null : names.name(number - 1)) };
}

function goodsKeys(
  facts: FactColumns,
  { chosen }: Selection,
  goods: { of: Uint16Array; names: Dictionary },
): NumberedKeys {
  const { itemStart, itemCount, items } = facts;
  const of = (row: number, into: number[]) => {
    const start = itemStart[row] ?? 0;
    const end = start + (itemCount[row] ?? 0);
    let count = 0;
    for (let item = start; item < end; item++) {
      const commodity = items.commodity[item] ?? 0;
      if (chosen[commodity] === 1) count = addOnce(into, count, goods.of[commodity] ?? 0);
    }
    return count;
  };
  return { size: goods.names.size, name: (number) => goods.names.name(number), of };
}

function listKeys(lists: Lists, names: Dictionary): NumberedKeys {
  const of = (row: number, into: number[]) => {
    const start = lists.start[row] ?? 0;
    const count = lists.count[row] ?? 0;
    for (let at = 0; at < count; at++) into[at] = (lists.values[start + at] ?? 0) + 1;
    if (count === 0) into[0] = 0;
    return Math.max(1, count);
  };
  return { ...withNone(names), of };
}

/** A flow is taken apart once for all cases that have it. */
function flowKeys({ flow, names }: RouteColumns): NumberedKeys {
  const steps = new Dictionary();
  const parts = names.flow.names.map((text) => flowKeysOf(flowOfText(text)).map((key) => steps.number(key)));
  const of = (row: number, into: number[]) => {
    const numbers = parts[flow[row] ?? 0] ?? [];
    for (let at = 0; at < numbers.length; at++) into[at] = numbers[at] ?? 0;
    return numbers.length;
  };
  return { size: steps.size, name: (number) => steps.name(number), of };
}

/** Sets of codes are numbered as a whole; their codes are taken apart once for each set. */
function setKeys(sets: Dictionary, column: Uint32Array): NumberedKeys {
  const codes = new Dictionary();
  const parts = sets.names.map((set) => (set === "" ? [0] : set.split(" ").map((code) => codes.number(code) + 1)));
  const of = (row: number, into: number[]) => {
    const numbers = parts[column[row] ?? 0] ?? [0];
    for (let at = 0; at < numbers.length; at++) into[at] = numbers[at] ?? 0;
    return numbers.length;
  };
  return { ...withNone(codes), of };
}

function addOnce(into: number[], count: number, number: number): number {
  for (let at = 0; at < count; at++) if (into[at] === number) return count;
  into[count] = number;
  return count + 1;
}
