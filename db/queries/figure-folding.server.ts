import { sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { Db } from "../client.server.ts";

/** Operations whose facts have changed since their cells were made. */
export async function operationsToFold(db: Db): Promise<Id[]> {
  const rows = await db.execute<{ id: Id }>(sql`select figures_to_fold as id from figures_to_fold()`);
  return rows.map(({ id }) => id);
}

/** Counts into the cells what has changed, at most so many changes in one transaction; says how many there were. */
export async function foldFigures(db: Db, operationId: Id, most: number): Promise<number> {
  const [row] = await db.execute<{ folded: number }>(sql`select fold_figures(${operationId}::uuid, ${most}) as folded`);
  return row?.folded ?? 0;
}
