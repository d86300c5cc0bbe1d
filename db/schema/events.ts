import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytes, instant, operationKey } from "./columns.ts";
import { operations } from "./operations.ts";

/**
 * What events belong to. Who is not in a stream does not learn that it exists or moves.
 * `operation`: all that readers of facts may know; `notices`: plan and members, for those who read no facts;
 * `unit`: reports of one unit before release, its agency's tallies, and questions to it; `desk`: what the coordination
 * unit asks and checks; `watch`: who has given a tally and who has not, for leads and the coordination unit.
 */
export const streams = pgTable(
  "streams",
  {
    id: uuid("id").primaryKey(),
    operationId: operationKey().references(() => operations.id),
    kind: text("kind").notNull(),
    agencyId: uuid("agency_id"),
    unitId: uuid("unit_id"),
    /** Number and hash of the last sealed event. */
    head: bigint("head", { mode: "number" }).notNull().default(0),
    headHash: bytes("head_hash").notNull(),
  },
  (table) => [
    uniqueIndex("streams_unit").on(table.operationId, table.unitId).where(sql`kind = 'unit'`),
    uniqueIndex("streams_one").on(table.operationId, table.kind).where(sql`kind <> 'unit'`),
    check("streams_kind", sql`${table.kind} in ('operation', 'notices', 'unit', 'desk', 'watch')`),
  ],
);

/** The header of an event, kept for ever. Without a number until the sealer has seen it. */
export const events = pgTable(
  "events",
  {
    id: uuid("id").primaryKey(),
    /** Order of arrival; only the sealer reads it. */
    arrival: bigint("arrival", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    streamId: uuid("stream_id")
      .notNull()
      .references(() => streams.id),
    operationId: operationKey(),
    seq: bigint("seq", { mode: "number" }),
    commandId: uuid("command_id").notNull(),
    type: text("type").notNull(),
    typeVersion: integer("type_version").notNull(),
    /** The member's id: a pseudonym that means nothing outside the operation. */
    actor: uuid("actor").notNull(),
    agencyId: uuid("agency_id").notNull(),
    at: instant("at").notNull().default(sql`clock_timestamp()`),
    /** HMAC-SHA-256 of the exact body bytes under the event's own key. */
    commitment: bytes("commitment").notNull(),
    previousHash: bytes("previous_hash"),
    hash: bytes("hash"),
  },
  (table) => [
    uniqueIndex("events_number").on(table.streamId, table.seq),
    /** Few among many: what has ever taken a seizure from others, or given it back. */
    index("events_sharing")
      .on(table.streamId)
      .where(sql`type in ('seizure.held', 'seizure.unheld', 'seizure.withdrawn')`),
    index("events_waiting").on(table.streamId, table.arrival).where(sql`seq is null`),
  ],
);

/** Body and key lie apart from the header and can be lawfully purged: those of one seizure are found by its id. */
export const eventBodies = pgTable(
  "event_bodies",
  {
    eventId: uuid("event_id")
      .primaryKey()
      .references(() => events.id),
    streamId: uuid("stream_id").notNull(),
    body: text("body").notNull(),
    key: bytes("key").notNull(),
  },
  () => [
    index("event_bodies_seizure")
      .on(sql`(body::jsonb ->> 'seizure')`)
      .where(sql`body::jsonb ->> 'seizure' is not null`),
  ],
);

/** What was asked once, and what came of it. */
export const commands = pgTable(
  "commands",
  {
    agencyId: uuid("agency_id").notNull(),
    id: uuid("id").notNull(),
    personId: uuid("person_id").notNull(),
    kind: text("kind").notNull(),
    requestHash: bytes("request_hash").notNull(),
    outcome: jsonb("outcome").$type<Record<string, string>>().notNull().default({}),
    at: instant("at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);

/**
 * Reads of cases and names, prints, exports and refusals: apart from the events, never sent to anybody. What one person
 * does with one case is noted once a day.
 */
export const accessLog = pgTable(
  "access_log",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant("at").notNull().default(sql`clock_timestamp()`),
    personId: uuid("person_id"),
    operationId: uuid("operation_id"),
    action: text("action").notNull(),
    subject: text("subject").notNull().default(""),
    outcome: text("outcome").notNull(),
    requestId: text("request_id").notNull().default(""),
  },
  (table) => [
    index("access_log_subject").on(table.operationId, table.subject),
    uniqueIndex("access_log_once_a_day")
      .on(table.operationId, table.subject, table.personId, table.action, sql`((at at time zone 'UTC')::date)`)
      .where(sql`action like 'case.%'`),
  ],
);
