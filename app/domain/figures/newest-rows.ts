import type { FactColumns } from "./columns.ts";

/** Of these rows the newest by the day of the event and then by their release, the newest first, at most so many. */
export function newestRows({ day, releasedAt }: FactColumns, rows: Uint32Array, most: number): number[] {
  const isNewer = (row: number, than: number) =>
    (day[row] ?? 0) - (day[than] ?? 0) || (releasedAt[row] ?? 0) - (releasedAt[than] ?? 0);
  const newest: number[] = [];
  for (const row of rows) {
    const last = newest.at(-1);
    if (newest.length === most && last !== undefined && isNewer(row, last) <= 0) continue;
    const place = newest.findIndex((other) => isNewer(row, other) > 0);
    newest.splice(place < 0 ? newest.length : place, 0, row);
    if (newest.length > most) newest.pop();
  }
  return newest;
}
