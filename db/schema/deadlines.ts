import { sql } from "drizzle-orm";
import { jsonb, pgTable, primaryKey } from "drizzle-orm/pg-core";
import type { DeadlineFigures } from "../../app/domain/deadline.ts";
import { day, instant, operationKey } from "./columns.ts";

/** What the operation counted at a day's deadline, as it was known then: written once, and never changed. */
export const deadlineSums = pgTable(
  "deadline_sums",
  {
    operationId: operationKey(),
    day: day("day").notNull(),
    dueAt: instant("due_at").notNull(),
    frozenAt: instant("frozen_at").notNull().default(sql`clock_timestamp()`),
    figures: jsonb("figures").$type<DeadlineFigures>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.operationId, table.day] })],
);
