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
import type { Role } from "../../app/domain/member.ts";
import { bytes, instant, operationKey } from "./columns.ts";
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

/**
 * A screen that shows a dashboard in a room, until it expires or is ended: who is in the room is said by administrations
 * and roles, and whoever started it is there too. The hash of what opens it is read by nobody.
 */
export const walls = pgTable(
  "walls",
  {
    operationId: operationKey(),
    id: uuid("id").notNull(),
    dashboardId: uuid("dashboard_id").notNull(),
    memberId: uuid("member_id").notNull(),
    agencyId: uuid("agency_id").notNull(),
    hash: bytes("hash").notNull().unique("walls_hash"),
    label: text("label").notNull(),
    administrations: uuid("administrations").array().notNull(),
    roles: text("roles").array().$type<Role[]>().notNull(),
    startedAt: instant("started_at").notNull().default(sql`now()`),
    expiresAt: instant("expires_at").notNull(),
    endedAt: instant("ended_at"),
    endedBy: uuid("ended_by"),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.id] }),
    index("walls_member").on(table.operationId, table.memberId),
    index("walls_dashboard").on(table.operationId, table.dashboardId),
    foreignKey({
      name: "walls_dashboard_fk",
      columns: [table.operationId, table.dashboardId],
      foreignColumns: [dashboards.operationId, dashboards.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "walls_member_fk",
      columns: [table.operationId, table.memberId],
      foreignColumns: [members.operationId, members.id],
    }),
    check("walls_lasts", sql`${table.expiresAt} <= ${table.startedAt} + interval '8 days'`),
    check(
      "walls_room",
      sql`cardinality(${table.administrations}) between 1 and 300 and cardinality(${table.roles}) between 1 and 7
        and length(${table.label}) between 1 and 80`,
    ),
  ],
);
