import type { Known } from "./evidence.ts";

/** What earlier operations knew: cases with a corridor in all, and of each cell by its key. */
export type Earlier = { operations: number; among: number; cells: Readonly<Record<string, number>> };

export const NO_EARLIER: Earlier = { operations: 0, among: 0, cells: {} };

export function earlierOf(earlier: Earlier, key: string): Known {
  return { cases: earlier.cells[key] ?? 0, among: earlier.among };
}
