import type { Column, FactBlock } from "./fact-block.ts";

/**
 * The same block with its columns of whole numbers as typed arrays, which are smaller and go from thread to thread
 * without being copied. All of one block share one memory: there are thousands of columns, and each costs the receiver.
 */
export function withArrays(block: FactBlock): FactBlock {
  const tables = [block.facts, block.items, block.nodes, block.places];
  const room = new Int32Array(tables.reduce((sum, table) => sum + lengthOf(table), 0));
  let used = 0;
  const arrays = <T extends Record<string, Column<number>>>(table: T): T => {
    const made: Record<string, Column<number>> = {};
    for (const [name, column] of Object.entries(table)) {
      made[name] = column;
      if (!isSmall(column)) continue;
      // One by one: what copies a list as a whole asks each place of it twice.
      for (let row = 0; row < column.length; row++) room[used + row] = column[row] ?? 0;
      made[name] = room.subarray(used, used + column.length);
      used += column.length;
    }
    return { ...table, ...made };
  };
  return {
    ...block,
    facts: arrays(block.facts),
    items: arrays(block.items),
    nodes: arrays(block.nodes),
    places: arrays(block.places),
    releasedAt: doubles(block.releasedAt),
    quantity: doubles(block.quantity),
    secondQuantity: doubles(block.secondQuantity),
    normalised: doubles(block.normalised),
    share: doubles(block.share),
    lat: doubles(block.lat),
    lon: doubles(block.lon),
  };
}

function lengthOf(table: Record<string, Column<number>>): number {
  return Object.values(table).reduce<number>((sum, column) => sum + (isSmall(column) ? column.length : 0), 0);
}

/** Whether all of it are numbers that fit in four bytes. */
function isSmall(column: Column<number>): column is ArrayLike<number> {
  if (typeof column === "number") return false;
  for (let row = 0; row < column.length; row++) if (((column[row] ?? 0) | 0) !== column[row]) return false;
  return true;
}

/** A column that holds numbers alone; others are lists as they were. */
function doubles<T>(column: Column<T | number>): Column<T | number> {
  if (!Array.isArray(column) || column.length === 0) return column;
  const numbers = new Float64Array(column.length);
  for (let row = 0; row < numbers.length; row++) {
    const value: unknown = column[row];
    if (typeof value !== "number") return column;
    numbers[row] = value;
  }
  return numbers;
}
