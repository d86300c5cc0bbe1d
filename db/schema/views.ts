import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type { ViewPage } from "../../app/domain/view-address.ts";
import { instant, operationKey } from "./columns.ts";
import { members } from "./operations.ts";

/** A page as somebody looked at it, kept under a name: for its maker, or shared with all who read facts. */
export const savedViews = pgTable(
  "saved_views",
  {
    operationId: operationKey(),
    id: uuid("id").notNull(),
    memberId: uuid("member_id").notNull(),
    agencyId: uuid("agency_id").notNull(),
    name: text("name").notNull(),
    page: text("page").$type<ViewPage>().notNull(),
    /** The query of its address. Read anew each time: what a filter can say grows. */
    query: text("query").notNull(),
    shared: boolean("shared").notNull(),
    version: integer("version").notNull().default(1),
    madeAt: instant("made_at").notNull().default(sql`clock_timestamp()`),
    changedAt: instant("changed_at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.id] }),
    index("saved_views_member").on(table.operationId, table.memberId),
    index("saved_views_shared").on(table.operationId).where(sql`shared`),
    foreignKey({
      name: "saved_views_member_fk",
      columns: [table.operationId, table.memberId],
      foreignColumns: [members.operationId, members.id],
    }),
    check("saved_views_page", sql`${table.page} in ('map', 'statistics', 'seizures')`),
    check(
      "saved_views_length",
      sql`length(${table.name}) between 1 and 80 and octet_length(${table.query}) <= 8000 and ${table.version} > 0`,
    ),
  ],
);

/** That the maker of a view wants to be told of cases that come to fit it: nobody else's business, shared or not. */
export const viewWatches = pgTable(
  "view_watches",
  {
    operationId: operationKey(),
    viewId: uuid("view_id").notNull(),
    memberId: uuid("member_id").notNull(),
    /** So many new cases are told together. */
    threshold: integer("threshold").notNull(),
    /** Cases of so many last days count alone; null for all. */
    days: integer("days"),
    /** Up to which number of the operation's stream it was looked at. */
    looked: bigint("looked", { mode: "number" }).notNull(),
    since: instant("since").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.viewId] }),
    foreignKey({
      name: "view_watches_view",
      columns: [table.operationId, table.viewId],
      foreignColumns: [savedViews.operationId, savedViews.id],
    }).onDelete("cascade"),
    check("view_watches_threshold", sql`${table.threshold} between 1 and 1000`),
    check("view_watches_days", sql`${table.days} between 1 and 366`),
  ],
);

/** Cases that a watch knows: those that wait to be told with others, and those that it tells no more. */
export const viewCases = pgTable(
  "view_cases",
  {
    operationId: operationKey(),
    viewId: uuid("view_id").notNull(),
    seizureId: uuid("seizure_id").notNull(),
    memberId: uuid("member_id").notNull(),
    waits: boolean("waits").notNull(),
    /** The notice it was told by; none where it fitted before the watch began. */
    noticeId: uuid("notice_id"),
    at: instant("at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.viewId, table.seizureId] }),
    index("view_cases_waiting").on(table.operationId, table.viewId).where(sql`waits`),
    index("view_cases_notice").on(table.operationId, table.noticeId).where(sql`notice_id is not null`),
    index("view_cases_seizure").on(table.operationId, table.seizureId),
    foreignKey({
      name: "view_cases_watch",
      columns: [table.operationId, table.viewId],
      foreignColumns: [viewWatches.operationId, viewWatches.viewId],
    }).onDelete("cascade"),
  ],
);

/** So many cases came to fit a view that is watched; for its maker alone. */
export const viewNotices = pgTable(
  "view_notices",
  {
    operationId: operationKey(),
    id: uuid("id").notNull(),
    viewId: uuid("view_id").notNull(),
    memberId: uuid("member_id").notNull(),
    cases: integer("cases").notNull(),
    /** When the first of them was found. */
    firstAt: instant("first_at").notNull(),
    at: instant("at").notNull().default(sql`clock_timestamp()`),
    /** The filter as it was then. */
    query: text("query").notNull(),
    readAt: instant("read_at"),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.id] }),
    index("view_notices_member").on(table.operationId, table.memberId, table.at),
    index("view_notices_unread").on(table.operationId, table.memberId).where(sql`read_at is null`),
    index("view_notices_view").on(table.operationId, table.viewId),
    foreignKey({
      name: "view_notices_view_fk",
      columns: [table.operationId, table.viewId],
      foreignColumns: [savedViews.operationId, savedViews.id],
    }).onDelete("cascade"),
    check("view_notices_cases", sql`${table.cases} > 0`),
  ],
);
