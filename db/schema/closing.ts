import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { ClosingCounts } from "../../app/domain/closing.ts";
import { day, instant, operationKey } from "./columns.ts";
import { members, operations, participants } from "./operations.ts";

/** Why a lead closes although something is open: of what, how much of it was open then, and why. Rows are added alone. */
export const closingReasons = pgTable(
  "closing_reasons",
  {
    operationId: operationKey(),
    id: uuid("id").notNull(),
    what: text("what").notNull(),
    open: integer("open").notNull(),
    reason: text("reason").notNull(),
    memberId: uuid("member_id").notNull(),
    at: instant("at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.id] }),
    index("closing_reasons_at").on(table.operationId, table.at),
    foreignKey({
      name: "closing_reasons_member",
      columns: [table.operationId, table.memberId],
      foreignColumns: [members.operationId, members.id],
    }),
    check("closing_reasons_said", sql`${table.open} > 0 and length(${table.reason}) between 1 and 1000`),
  ],
);

/** Each time that an operation was closed: what was open then, and why it was opened again. */
export const operationClosings = pgTable(
  "operation_closings",
  {
    operationId: operationKey(),
    number: integer("number").notNull(),
    counts: jsonb("counts").$type<ClosingCounts>().notNull(),
    closedBy: uuid("closed_by").notNull(),
    closedAt: instant("closed_at").notNull().default(sql`clock_timestamp()`),
    reopenedBy: uuid("reopened_by"),
    reopenedAt: instant("reopened_at"),
    reopenedWhy: text("reopened_why").notNull().default(""),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.number] }),
    uniqueIndex("operation_closings_standing").on(table.operationId).where(sql`reopened_at is null`),
    foreignKey({
      name: "operation_closings_member",
      columns: [table.operationId, table.closedBy],
      foreignColumns: [members.operationId, members.id],
    }),
  ],
);

/** Until when the records of an operation are kept, as its leads say it; the last row stands, null is "not said". */
export const recordKeeping = pgTable(
  "record_keeping",
  {
    operationId: operationKey().references(() => operations.id),
    number: integer("number").notNull(),
    keptUntil: day("kept_until"),
    saidBy: uuid("said_by").notNull(),
    saidAt: instant("said_at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.number] }),
    foreignKey({
      name: "record_keeping_member",
      columns: [table.operationId, table.saidBy],
      foreignColumns: [members.operationId, members.id],
    }),
  ],
);

/** All records of one agency in one archive, to take home: asked for here, made in the background, held until the next. */
export const recordPackages = pgTable(
  "record_packages",
  {
    operationId: operationKey(),
    id: uuid("id").notNull(),
    agencyId: uuid("agency_id").notNull(),
    madeBy: uuid("made_by").notNull(),
    personId: uuid("person_id").notNull(),
    askedAt: instant("asked_at").notNull().default(sql`clock_timestamp()`),
    state: text("state").$type<"making" | "done" | "stopped" | "replaced" | "erased">().notNull(),
    done: integer("done").notNull().default(0),
    expected: integer("expected").notNull().default(0),
    /** Where it lies, what it weighs and what proves it the same; null while it is made and once it is gone. */
    fileKey: text("file_key"),
    bytes: bigint("bytes", { mode: "number" }),
    sha256: text("sha256"),
    /** How many records of each kind are in it, by the names of its files. */
    counts: jsonb("counts").$type<Record<string, number>>().notNull().default({}),
    asOf: instant("as_of"),
    workKey: uuid("work_key"),
    takenBy: uuid("taken_by"),
    takenUntil: instant("taken_until"),
    endedAt: instant("ended_at"),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.id] }),
    index("record_packages_agency").on(table.operationId, table.agencyId, table.askedAt),
    index("record_packages_waiting").on(table.askedAt).where(sql`state = 'making'`),
    uniqueIndex("record_packages_one").on(table.operationId, table.agencyId).where(sql`state = 'making'`),
    index("record_packages_file").on(table.fileKey),
    foreignKey({
      name: "record_packages_agency_fk",
      columns: [table.operationId, table.agencyId],
      foreignColumns: [participants.operationId, participants.agencyId],
    }),
    foreignKey({
      name: "record_packages_member",
      columns: [table.operationId, table.madeBy],
      foreignColumns: [members.operationId, members.id],
    }),
    check("record_packages_state", sql`${table.state} in ('making', 'done', 'stopped', 'replaced', 'erased')`),
    check(
      "record_packages_file_known",
      sql`(${table.state} = 'done') = (${table.fileKey} is not null) and (${table.sha256} is null or ${table.sha256} ~ '^[0-9a-f]{64}$')`,
    ),
  ],
);
