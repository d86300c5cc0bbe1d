import { sql } from "drizzle-orm";
import { boolean, foreignKey, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { day, instant, operationKey } from "./columns.ts";

type FrozenVersion = { report: string; number: number };

/** That a record was erased, by whom and why: all that is left of it beside headers of events and frozen sums. */
export const erasures = pgTable(
  "erasures",
  {
    operationId: operationKey(),
    seizureId: uuid("seizure_id").notNull(),
    agencyId: uuid("agency_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    /** Empty for a report that was never released. */
    messageNo: text("message_no").notNull(),
    /** Whether others than its owner ever counted it: they are told that it is gone. */
    told: boolean("told").notNull(),
    reason: text("reason").notNull(),
    erasedBy: uuid("erased_by").notNull(),
    erasedAt: instant("erased_at").notNull().default(sql`clock_timestamp()`),
    /** Deadlines whose sums counted it, and do so for ever. */
    frozenDays: day("frozen_days").array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.operationId, table.seizureId] })],
);

/** On whose word a record was erased, and in which versions of reports it stays: its owner's own business. */
export const erasureOrders = pgTable(
  "erasure_orders",
  {
    operationId: operationKey(),
    seizureId: uuid("seizure_id").notNull(),
    agencyId: uuid("agency_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    reference: text("reference").notNull(),
    approver: text("approver").notNull(),
    /** Frozen versions of reports whose figures counted it, and do so for ever: the first frozen first. */
    frozenVersions: jsonb("frozen_versions").$type<FrozenVersion[]>().notNull().default([]),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.seizureId] }),
    foreignKey({
      name: "erasure_orders_erasure",
      columns: [table.operationId, table.seizureId],
      foreignColumns: [erasures.operationId, erasures.seizureId],
    }),
  ],
);
