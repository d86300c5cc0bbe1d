import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { OutcomeKind } from "../../app/domain/outcome/kinds.ts";
import type { OutcomeSaid } from "../../app/domain/outcome/said.ts";
import { day, instant, operationKey } from "./columns.ts";

/**
 * What became of a case in courts and laboratories, while the operation runs and for years after it was closed. Rows are
 * added alone: the newest version of an outcome is what stands, and a withdrawn one took it back. No figure of a report
 * reads them.
 */
export const seizureOutcomes = pgTable(
  "seizure_outcomes",
  {
    operationId: operationKey(),
    id: uuid("id").notNull(),
    version: integer("version").notNull(),
    seizureId: uuid("seizure_id").notNull(),
    kind: text("kind").$type<OutcomeKind>().notNull(),
    /** The day on which it came about; `at` is when it was told here, set by a trigger, and what a cut-off goes by. */
    onDay: day("on_day").notNull(),
    said: jsonb("said").$type<OutcomeSaid>().notNull(),
    withdrawn: boolean("withdrawn").notNull().default(false),
    /** Why it was corrected or taken back; empty for the first version. */
    reason: text("reason").notNull().default(""),
    authorId: uuid("author_id").notNull(),
    commandId: uuid("command_id").notNull(),
    at: instant("at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.id, table.version] }),
    index("seizure_outcomes_seizure").on(table.operationId, table.seizureId),
    check(
      "seizure_outcomes_kind",
      sql`${table.kind} in ('laboratory', 'charge', 'verdict', 'sentence', 'assets', 'disposal')`,
    ),
    check(
      "seizure_outcomes_version",
      sql`${table.version} > 0 and (${table.version} > 1) = (${table.reason} <> '') and length(${table.reason}) <= 1000
        and (${table.version} > 1 or not ${table.withdrawn})`,
    ),
  ],
);
