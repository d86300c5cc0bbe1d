import { type SQL, sql } from "drizzle-orm";
import { type FactFilter, NO_FILTER } from "../../app/domain/fact-filter.ts";
import { inOrder } from "../../app/domain/figures/order.ts";
import { NOTHING, type Pivot, type PivotCounts, type PivotKey } from "../../app/domain/figures/pivot.ts";
import type { Id } from "../../app/domain/id.ts";
import type { Tx } from "../client.server.ts";
import { amountsBy, casesBy, countOf, figureTables, statedTable } from "./figure-fragments.server.ts";

type Asked = { operationId: Id; filter?: FactFilter };
type Read = Omit<PivotCounts, "amounts"> & {
  amounts:
    | (Omit<NonNullable<PivotCounts["amounts"]>, "all"> & { all: NonNullable<PivotCounts["amounts"]>["rows"] })
    | null;
};

/** The same from the tables as `countPivot` from the columns of a browser. */
export async function pivotInSql(
  tx: Tx,
  { operationId, filter = NO_FILTER }: Asked,
  { rows, columns, amount }: Pivot,
): Promise<PivotCounts> {
  const [row] = await tx.execute<{ pivot: Read }>(sql`
    with ${figureTables(operationId, filter)} ${amount ? sql`, ${statedTable(amount)}` : sql``}
    select json_build_object(${crossedBy(casesBy, rows, columns)}, 'all', ${countOf(sql`true`)}, 'amounts', ${
      amount ? sql`json_build_object(${crossedBy(amountsBy, rows, columns)}, 'all', ${amountsBy([])})` : sql`null::json`
    }) as pivot`);
  if (!row) throw new Error("A statement that always gives one row gave none");
  const { amounts, ...counts } = row.pivot;
  inTheirOrder(counts, rows, columns);
  if (!amounts) return { ...counts, amounts };
  inTheirOrder(amounts, rows, columns);
  const [all] = amounts.all;
  const sum = all ? { amount: all.amount, confirmed: all.confirmed, cases: all.cases } : NOTHING;
  return { ...counts, amounts: { ...amounts, all: sum } };
}

function crossedBy(by: (keys: readonly PivotKey[]) => SQL, rows: PivotKey, columns: PivotKey | null): SQL {
  const none = sql`'[]'::json`;
  return sql`'cells', ${columns ? by([rows, columns]) : none}, 'rows', ${by([rows])}, 'columns', ${columns ? by([columns]) : none}`;
}

type Rows = { key: Record<PivotKey, string | null> }[];

function inTheirOrder(found: { cells: Rows; rows: Rows; columns: Rows }, rows: PivotKey, columns: PivotKey | null) {
  inOrder(found.cells, columns ? [rows, columns] : []);
  inOrder(found.rows, [rows]);
  inOrder(found.columns, columns ? [columns] : []);
}
