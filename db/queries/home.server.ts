import { sql } from "drizzle-orm";
import { NO_FILTER } from "../../app/domain/fact-filter.ts";
import { FIGURES } from "../../app/domain/figures/definition.ts";
import type { CaseCount, CaseRow } from "../../app/domain/figures/result.ts";
import type { Id } from "../../app/domain/id.ts";
import type { Tx } from "../client.server.ts";
import { casesBy, countOf, figureTables } from "./figure-fragments.server.ts";

export type CasesAndDays = { cases: CaseCount; byDay: CaseRow<"day" | "kind">[] };

/** What the list of operations shows of each: its cases, and on which days they fell. */
export async function casesAndDays(tx: Tx, operationId: Id): Promise<CasesAndDays> {
  const [row] = await tx.execute<{ figures: CasesAndDays }>(sql`
    with ${figureTables(operationId, NO_FILTER)}
    select json_build_object('cases', ${countOf(sql`true`)}, 'byDay', ${casesBy(FIGURES.byDay.by)}) as figures`);
  if (!row) throw new Error("A statement that always gives one row gave none");
  return row.figures;
}
