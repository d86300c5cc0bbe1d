import postgres from "postgres";
import { addDays, type LocalDate } from "#app/domain/local-date.ts";
import { openDatabase } from "#db/client.server.ts";
import { foldFigures } from "#db/queries/figure-folding.server.ts";
import { storeFacts } from "../../db/store-facts.ts";
import type { Throng } from "../../support/throng.ts";
import { resampledFacts } from "../resampled.ts";

const AT_ONCE = 1_000;
const DAYS = 300;

const FOLDED_AT_ONCE = 2_000;

/** Counts all of it into the cells of figures, as the product does while an operation grows. */
export async function foldAll(appUrl: string, { operationId }: Throng): Promise<void> {
  const { db, end } = openDatabase(appUrl, { max: 1 });
  try {
    while ((await foldFigures(db, operationId, FOLDED_AT_ONCE)) > 0);
  } finally {
    await end();
  }
}

/** Fills an operation that lasts most of a year with shared facts, past services. */
export async function crowd(ownerUrl: string, { operationId }: Throng, count: number): Promise<void> {
  // Each thousand is a statement of its own, and a connection keeps those that are prepared.
  const sql = postgres(ownerUrl, { max: 1, prepare: false, onnotice: () => {} });
  const today = new Date().toISOString().slice(0, 10);
  const firstDay: LocalDate = addDays(today, -DAYS);
  try {
    await sql`update operation_plans set starts_on = ${firstDay}, ends_on = ${addDays(today, 30)},
      follow_up_ends_on = ${addDays(today, 60)}, debrief_on = ${addDays(today, 80)} where operation_id = ${operationId}`;
    let some = [];
    for (const fact of resampledFacts({ count, firstDay, days: DAYS })) {
      some.push(fact);
      if (some.length < AT_ONCE) continue;
      await storeFacts(sql, operationId, some);
      some = [];
    }
    if (some.length > 0) await storeFacts(sql, operationId, some);
    await sql`analyze`;
  } finally {
    await sql.end();
  }
}
