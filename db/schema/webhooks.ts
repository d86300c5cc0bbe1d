import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { DeliveryState, Fault, WebhookKind, WebhookReason, WebhookState } from "../../app/domain/webhook.ts";
import { bytes, instant, operationKey } from "./columns.ts";
import { apiKeys } from "./keys.ts";
import { operations } from "./operations.ts";
import { agencies, persons } from "./organisations.ts";

/**
 * Where an agency's key is told what happens. Its id is that of a key of its own, by which workers read what the other key
 * might: it has the same machine, scopes and end, and its secret leaves no process.
 */
export const webhooks = pgTable(
  "webhooks",
  {
    id: uuid("id").primaryKey(),
    agencyId: uuid("agency_id")
      .notNull()
      .references(() => agencies.id),
    /** For whom it reads; the one that came in its place, once it was renewed. */
    keyId: uuid("key_id").notNull(),
    /** Null: every operation that the key opens. */
    operationId: uuid("operation_id").references(() => operations.id),
    label: text("label").notNull(),
    address: text("address").notNull(),
    kinds: text("kinds").array().$type<WebhookKind[]>().notNull(),
    /** What the secret is made from together with one of the installation, and a hash by which a wrong one is noticed. */
    secretId: uuid("secret_id").notNull(),
    secretCheck: bytes("secret_check").notNull(),
    /** The one before it, with which calls are signed too until then. */
    previousId: uuid("previous_id"),
    previousUntil: instant("previous_until"),
    state: text("state").$type<WebhookState>().notNull().default("active"),
    reason: text("reason").$type<WebhookReason>().notNull().default(""),
    madeBy: uuid("made_by")
      .notNull()
      .references(() => persons.id),
    madeAt: instant("made_at").notNull().default(sql`clock_timestamp()`),
    changedAt: instant("changed_at").notNull().default(sql`clock_timestamp()`),
    /** When it was last looked for something new; a stream that appears later is read from there. */
    lookedAt: instant("looked_at").notNull().default(sql`clock_timestamp()`),
    /** Not before this is the next one tried. */
    dueAt: instant("due_at").notNull().default(sql`clock_timestamp()`),
    /** How the last call ended. */
    lastAt: instant("last_at"),
    lastStatus: integer("last_status"),
    lastFault: text("last_fault").$type<Fault>(),
    /** Which worker has it, and until when: one that dies is followed by another. */
    takenBy: uuid("taken_by"),
    takenUntil: instant("taken_until"),
  },
  (table) => [
    foreignKey({ name: "webhooks_reader", columns: [table.id], foreignColumns: [apiKeys.id] }).onDelete("cascade"),
    foreignKey({ name: "webhooks_key", columns: [table.keyId], foreignColumns: [apiKeys.id] }),
    index("webhooks_agency").on(table.agencyId, table.madeAt),
    index("webhooks_of_key").on(table.keyId),
    index("webhooks_active").on(table.dueAt).where(sql`state = 'active'`),
    check("webhooks_state", sql`${table.state} in ('active', 'paused', 'ended')`),
    check("webhooks_reason", sql`${table.reason} in ('', 'asked', 'failing', 'rights', 'secret', 'gone', 'key')`),
    check(
      "webhooks_kinds",
      sql`cardinality(${table.kinds}) > 0 and ${table.kinds} <@ array['seizure', 'operation', 'agency', 'member']`,
    ),
  ],
);

/** How far each stream was looked through for a webhook. */
export const webhookCursors = pgTable(
  "webhook_cursors",
  {
    webhookId: uuid("webhook_id")
      .notNull()
      .references(() => webhooks.id, { onDelete: "cascade" }),
    streamId: uuid("stream_id").notNull(),
    operationId: operationKey(),
    seq: bigint("seq", { mode: "number" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.webhookId, table.streamId] })],
);

/** What is to be told, was told, or need not be told any more. What it says is read when it is sent, and kept nowhere. */
export const webhookDeliveries = pgTable(
  "webhook_deliveries",
  {
    /** The `webhook-id`: the same however often it is sent. */
    id: uuid("id").primaryKey(),
    webhookId: uuid("webhook_id")
      .notNull()
      .references(() => webhooks.id, { onDelete: "cascade" }),
    /** The order in which they are told. */
    place: bigint("place", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    /** Null for a test. */
    operationId: uuid("operation_id"),
    streamId: uuid("stream_id"),
    seq: bigint("seq", { mode: "number" }),
    type: text("type").notNull(),
    happenedAt: instant("happened_at").notNull(),
    state: text("state").$type<DeliveryState>().notNull().default("waiting"),
    /** Tries since it was last begun with; calls in all stand in the log. */
    tries: integer("tries").notNull().default(0),
    /** Somebody asked for it by hand: it is sent once, whatever its turn. */
    askedAt: instant("asked_at"),
    nextAt: instant("next_at"),
    endedAt: instant("ended_at"),
  },
  (table) => [
    uniqueIndex("webhook_deliveries_once").on(table.webhookId, table.streamId, table.seq),
    index("webhook_deliveries_log").on(table.webhookId, table.place),
    index("webhook_deliveries_waiting").on(table.webhookId, table.place).where(sql`state = 'waiting'`),
    index("webhook_deliveries_asked").on(table.webhookId, table.askedAt).where(sql`asked_at is not null`),
    index("webhook_deliveries_ended").on(table.endedAt).where(sql`state <> 'waiting'`),
    check("webhook_deliveries_state", sql`${table.state} in ('waiting', 'delivered', 'withheld', 'failed')`),
  ],
);

/** One call: noted before it is made, so that one in the middle of which the server went down is known. */
export const webhookAttempts = pgTable(
  "webhook_attempts",
  {
    deliveryId: uuid("delivery_id")
      .notNull()
      .references(() => webhookDeliveries.id, { onDelete: "cascade" }),
    n: integer("n").notNull(),
    at: instant("at").notNull().default(sql`clock_timestamp()`),
    /** Null while it is under way. */
    ms: integer("ms"),
    status: integer("status"),
    fault: text("fault").$type<Fault>(),
  },
  (table) => [primaryKey({ columns: [table.deliveryId, table.n] })],
);
