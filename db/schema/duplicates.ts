import { sql } from "drizzle-orm";
import { check, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { MatchKind } from "../../app/domain/duplicates/may-be-one.ts";
import { instant, operationKey } from "./columns.ts";

/** What was decided on two messages that may be one case: proposed by the coordination unit, agreed by their owners. */
export const duplicates = pgTable(
  "duplicates",
  {
    operationId: operationKey(),
    id: uuid("id").notNull(),
    /** The seizure that goes on counting, and the one that is counted under it. */
    kept: uuid("kept").notNull(),
    dropped: uuid("dropped").notNull(),
    keptAgencyId: uuid("kept_agency_id").notNull(),
    droppedAgencyId: uuid("dropped_agency_id").notNull(),
    /** `duplicate`: one of them is counted under the other. `same_consignment`: both stay, and are one case. */
    kind: text("kind").$type<MatchKind>().notNull().default("duplicate"),
    state: text("state").notNull(),
    note: text("note").notNull().default(""),
    proposedBy: uuid("proposed_by").notNull(),
    proposedAt: instant("proposed_at").notNull().default(sql`clock_timestamp()`),
    keptAgreedBy: uuid("kept_agreed_by"),
    droppedAgreedBy: uuid("dropped_agreed_by"),
    /** Who refused, undid or completed it. */
    closedBy: uuid("closed_by"),
    closedAt: instant("closed_at"),
    closedNote: text("closed_note").notNull().default(""),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.id] }),
    uniqueIndex("duplicates_pair")
      .on(table.operationId, sql`least(kept, dropped)`, sql`greatest(kept, dropped)`)
      .where(sql`state in ('proposed', 'merged', 'joined', 'apart')`),
    check("duplicates_state", sql`${table.state} in ('proposed', 'merged', 'joined', 'apart', 'refused', 'undone')`),
    check("duplicates_kind", sql`${table.kind} in ('duplicate', 'same_consignment')`),
    check("duplicates_two", sql`${table.kept} <> ${table.dropped}`),
  ],
);
