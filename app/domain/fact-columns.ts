import type { FactPlace } from "./fact.ts";
import type { Amount, Column, FactBlock } from "./fact-block.ts";

/** How the columns of a block are read. */

function isColumn<T>(column: Column<T>): column is ArrayLike<T> {
  return typeof column === "object" && column !== null;
}

export function at<T>(column: Column<T>, row: number): T {
  return isColumn(column) ? entry(column, row) : column;
}

export function entry<T>(entries: ArrayLike<T>, place: number): T {
  const found = entries[place];
  if (found === undefined) throw new RangeError(`No entry at ${place}`);
  return found;
}

/** Where the parts of each row begin, when those of all rows stand behind each other. */
export function startsOf(counts: Column<number>, rows: number): Uint32Array {
  const starts = new Uint32Array(rows);
  let start = 0;
  for (let row = 0; row < rows; row++) {
    starts[row] = start;
    start += at(counts, row);
  }
  return starts;
}

export function decimalOf(amount: Amount, same: Amount = null): string | null {
  const meant = amount === true ? same : amount;
  return meant === null ? null : String(meant);
}

export function placeIn({ places, countries, words, codes, lat, lon }: FactBlock, row: number): FactPlace {
  const placeId = at(places.placeId, row);
  return {
    country: entry(countries, at(places.country, row)),
    placeId: placeId < 0 ? null : entry(words, placeId),
    lat: at(lat, row),
    lon: at(lon, row),
    precision: entry(codes, at(places.precision, row)),
  };
}
