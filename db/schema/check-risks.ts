import { date, index, integer, pgTable, primaryKey, smallint, uuid } from "drizzle-orm/pg-core";
import { instant, operationKey } from "./columns.ts";

/**
 * How much stands against a version of a report that waits to be checked, as it was judged on a day by what was usual then:
 * what the queue of the coordination unit is ordered by. Read and written by functions alone.
 */
export const checkRisks = pgTable(
  "check_risks",
  {
    operationId: operationKey(),
    seizureId: uuid("seizure_id").notNull(),
    version: integer("version").notNull(),
    risk: smallint("risk").notNull(),
    judgedOn: date("judged_on", { mode: "string" }).notNull(),
    releasedAt: instant("released_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.seizureId] }),
    index("check_risks_order").on(
      table.operationId,
      table.risk.desc(),
      table.releasedAt,
      table.seizureId,
      table.version,
    ),
  ],
);
