import { sql } from "drizzle-orm";
import { foreignKey, pgTable, unique, uuid } from "drizzle-orm/pg-core";
import { instant, operationKey } from "./columns.ts";
import { members, participants } from "./operations.ts";

/**
 * Who does not want to be shown as being here: an agency as a whole, or one of its members. Who is here is written down
 * nowhere.
 */
export const presenceHidden = pgTable(
  "presence_hidden",
  {
    operationId: operationKey(),
    agencyId: uuid("agency_id").notNull(),
    /** Null: the whole agency. */
    memberId: uuid("member_id"),
    madeBy: uuid("made_by").notNull(),
    madeAt: instant("made_at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    unique("presence_hidden_once").on(table.operationId, table.agencyId, table.memberId).nullsNotDistinct(),
    foreignKey({
      name: "presence_hidden_agency",
      columns: [table.operationId, table.agencyId],
      foreignColumns: [participants.operationId, participants.agencyId],
    }),
    foreignKey({
      name: "presence_hidden_member",
      columns: [table.operationId, table.memberId],
      foreignColumns: [members.operationId, members.id],
    }),
  ],
);
