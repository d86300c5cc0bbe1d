import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { instant, operationKey } from "./columns.ts";
import { commands } from "./events.ts";

/**
 * How what a device had kept came in: when it was written and sent by the clock of the device, which may be years off,
 * and when it was received by ours. What was done belongs to the command; those
 * of the own agency who report and clear see this.
 */
export const deliveries = pgTable(
  "deliveries",
  {
    agencyId: uuid("agency_id").notNull(),
    commandId: uuid("command_id").notNull(),
    operationId: operationKey(),
    personId: uuid("person_id").notNull(),
    /** What it was about, if it was a seizure. */
    seizureId: uuid("seizure_id"),
    wroteAt: instant("wrote_at").notNull(),
    sentAt: instant("sent_at").notNull(),
    receivedAt: instant("received_at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ columns: [table.agencyId, table.commandId] }),
    index("deliveries_seizure").on(table.operationId, table.seizureId).where(sql`${table.seizureId} is not null`),
    index("deliveries_received").on(table.operationId, table.agencyId, table.receivedAt),
    foreignKey({
      name: "deliveries_command",
      columns: [table.agencyId, table.commandId],
      foreignColumns: [commands.agencyId, commands.id],
    }),
  ],
);
