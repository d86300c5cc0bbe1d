import { type FactFilter, writeFactFilter } from "#app/domain/fact-filter.ts";
import { writeAmount } from "#app/domain/figures/amounts.ts";
import { narrowedTo, type Pivot } from "#app/domain/figures/pivot.ts";

/** The address of the page with another filter, crossed in the same way. */
export function pivotAddress(filter: FactFilter, { rows, columns, measure, amount }: Pivot): string {
  const params = writeFactFilter(filter);
  params.set("rows", rows);
  params.set("columns", columns ?? "none");
  if (amount) params.set("measure", writeAmount(amount));
  else if (measure !== "total") params.set("measure", measure);
  return `?${params}`;
}

type Cell = { row?: string | null; column?: string | null };

/** Where the reports behind a number are listed; null where no filter says which they are. */
export function reportsBehind(filter: FactFilter, pivot: Pivot, { row, column }: Cell): string | null {
  const byRow = row === undefined ? filter : narrowedTo(filter, pivot.rows, row);
  const byBoth = byRow && column !== undefined && pivot.columns ? narrowedTo(byRow, pivot.columns, column) : byRow;
  if (byBoth === null) return null;
  const measured = { total: byBoth.states, confirmed: ["verified"], provisional: ["submitted"] } as const;
  const params = writeFactFilter({ ...byBoth, states: [...measured[pivot.measure]] });
  params.set("counted", "yes");
  return `../seizures?${params}`;
}
