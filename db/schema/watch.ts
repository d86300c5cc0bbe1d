import { sql } from "drizzle-orm";
import { check, foreignKey, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Sheet } from "../../app/domain/watch/sheet.ts";
import { instant, operationKey } from "./columns.ts";
import { members, participants } from "./operations.ts";

const agencyKey = () => uuid("agency_id").notNull();

/** The duty roster of an agency: who is on duty from when to when. A wrong entry is struck, never changed. */
export const watchShifts = pgTable(
  "watch_shifts",
  {
    operationId: operationKey(),
    id: uuid("id").notNull(),
    agencyId: agencyKey(),
    memberId: uuid("member_id").notNull(),
    startsAt: instant("starts_at").notNull(),
    /** The first instant at which this person is no longer on duty. */
    endsAt: instant("ends_at").notNull(),
    /** How that person is reached while on duty. */
    contact: text("contact").notNull().default(""),
    madeBy: uuid("made_by").notNull(),
    madeAt: instant("made_at").notNull().default(sql`clock_timestamp()`),
    struckAt: instant("struck_at"),
    struckBy: uuid("struck_by"),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.id] }),
    index("watch_shifts_standing").on(table.operationId, table.agencyId, table.endsAt).where(sql`struck_at is null`),
    foreignKey({
      name: "watch_shifts_agency",
      columns: [table.operationId, table.agencyId],
      foreignColumns: [participants.operationId, participants.agencyId],
    }),
    foreignKey({
      name: "watch_shifts_member",
      columns: [table.operationId, table.memberId],
      foreignColumns: [members.operationId, members.id],
    }),
    check("watch_shifts_order", sql`${table.startsAt} < ${table.endsAt}`),
    check("watch_shifts_struck", sql`(${table.struckAt} is null) = (${table.struckBy} is null)`),
  ],
);

/**
 * The watch log of an agency. Rows are added alone: a correction, and that a promise was kept, are entries about an
 * earlier one of the same agency.
 */
export const watchEntries = pgTable(
  "watch_entries",
  {
    operationId: operationKey(),
    agencyId: agencyKey(),
    id: uuid("id").notNull(),
    kind: text("kind").notNull(),
    about: uuid("about"),
    text: text("text").notNull(),
    authorId: uuid("author_id").notNull(),
    at: instant("at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.agencyId, table.id] }),
    index("watch_entries_at").on(table.operationId, table.agencyId, table.at),
    index("watch_entries_about").on(table.operationId, table.agencyId, table.about).where(sql`about is not null`),
    foreignKey({
      name: "watch_entries_agency",
      columns: [table.operationId, table.agencyId],
      foreignColumns: [participants.operationId, participants.agencyId],
    }),
    foreignKey({
      name: "watch_entries_earlier",
      columns: [table.operationId, table.agencyId, table.about],
      foreignColumns: [table.operationId, table.agencyId, table.id],
    }),
    check("watch_entries_kind", sql`${table.kind} in ('note', 'promise', 'correction', 'kept')`),
    check("watch_entries_referring", sql`(${table.about} is not null) = (${table.kind} in ('correction', 'kept'))`),
    check(
      "watch_entries_text",
      sql`char_length(${table.text}) <= 1000 and (${table.text} <> '' or ${table.kind} = 'kept')`,
    ),
  ],
);

/**
 * A watch handed over: the sheet as it was signed, and who took it. One waits at a time for each duty of an agency: what
 * a contact point reads is not what a coordination unit reads, so each hands over to its own.
 */
export const watchHandovers = pgTable(
  "watch_handovers",
  {
    operationId: operationKey(),
    id: uuid("id").notNull(),
    agencyId: agencyKey(),
    /** The role in which it was signed: with its rights the sheet was drafted. */
    duty: text("duty").notNull(),
    sheet: jsonb("sheet").$type<Sheet>().notNull(),
    remark: text("remark").notNull().default(""),
    signedBy: uuid("signed_by").notNull(),
    signedAt: instant("signed_at").notNull().default(sql`clock_timestamp()`),
    acceptedBy: uuid("accepted_by"),
    acceptedAt: instant("accepted_at"),
    /** Signed too early: taken back by its signer. */
    takenBackAt: instant("taken_back_at"),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.id] }),
    uniqueIndex("watch_handovers_waiting")
      .on(table.operationId, table.agencyId, table.duty)
      .where(sql`accepted_at is null and taken_back_at is null`),
    index("watch_handovers_signed").on(table.operationId, table.agencyId, table.signedAt),
    foreignKey({
      name: "watch_handovers_agency",
      columns: [table.operationId, table.agencyId],
      foreignColumns: [participants.operationId, participants.agencyId],
    }),
    check("watch_handovers_duty", sql`${table.duty} in ('lead', 'ocu', 'ncp')`),
    check("watch_handovers_accepted", sql`(${table.acceptedAt} is null) = (${table.acceptedBy} is null)`),
    check("watch_handovers_another", sql`${table.acceptedBy} <> ${table.signedBy}`),
    check("watch_handovers_once", sql`${table.acceptedAt} is null or ${table.takenBackAt} is null`),
  ],
);

/**
 * When a member last opened the first page, and since when it shows what changed: `shown_from` stands still for a while
 * after `shown_at`, so that a page that is loaded again still says it. Null on the first visit.
 */
export const memberVisits = pgTable(
  "member_visits",
  {
    operationId: operationKey(),
    memberId: uuid("member_id").notNull(),
    seenAt: instant("seen_at").notNull(),
    shownAt: instant("shown_at").notNull(),
    shownFrom: instant("shown_from"),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.memberId] }),
    foreignKey({
      name: "member_visits_member",
      columns: [table.operationId, table.memberId],
      foreignColumns: [members.operationId, members.id],
    }),
  ],
);
