import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type { Panel } from "../../app/domain/dashboard.ts";
import { instant, operationKey } from "./columns.ts";
import { members } from "./operations.ts";

/** Panels that somebody put together under a name: for its maker, or shared with all who read facts. */
export const dashboards = pgTable(
  "dashboards",
  {
    operationId: operationKey(),
    id: uuid("id").notNull(),
    memberId: uuid("member_id").notNull(),
    agencyId: uuid("agency_id").notNull(),
    name: text("name").notNull(),
    /** In their order. Filters are read anew each time: what they can say grows. */
    panels: jsonb("panels").$type<readonly Panel[]>().notNull(),
    shared: boolean("shared").notNull(),
    version: integer("version").notNull().default(1),
    madeAt: instant("made_at").notNull().default(sql`clock_timestamp()`),
    changedAt: instant("changed_at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.id] }),
    index("dashboards_member").on(table.operationId, table.memberId),
    index("dashboards_shared").on(table.operationId).where(sql`shared`),
    foreignKey({
      name: "dashboards_member_fk",
      columns: [table.operationId, table.memberId],
      foreignColumns: [members.operationId, members.id],
    }),
    check("dashboards_length", sql`length(${table.name}) between 1 and 80 and ${table.version} > 0`),
    check(
      "dashboards_panels",
      sql`jsonb_typeof(${table.panels}) = 'array' and jsonb_array_length(${table.panels}) <= 24
        and octet_length(${table.panels}::text) <= 120000`,
    ),
  ],
);
