import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { operationKey } from "./columns.ts";

/** A resolved list of readers; seizures with the same list share one. */
export const audiences = pgTable(
  "audiences",
  {
    operationId: operationKey(),
    id: uuid("id").notNull(),
    kind: text("kind").notNull(),
    joining: text("joining").notNull(),
    /** SHA-256 of kind, rule and sorted ids: finds the same list again. */
    digest: text("digest").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.id] }),
    uniqueIndex("audiences_digest").on(table.operationId, table.digest),
    check("audiences_kind", sql`${table.kind} in ('all', 'agencies', 'members')`),
  ],
);

export const audienceReaders = pgTable(
  "audience_readers",
  {
    operationId: operationKey(),
    audienceId: uuid("audience_id").notNull(),
    /** An agency, or for kind 'members' a member. */
    readerId: uuid("reader_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.audienceId, table.readerId] }),
    index("audience_readers_reader").on(table.operationId, table.readerId),
    foreignKey({
      columns: [table.operationId, table.audienceId],
      foreignColumns: [audiences.operationId, audiences.id],
    }),
  ],
);
