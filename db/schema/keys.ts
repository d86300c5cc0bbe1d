import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { operations } from "./operations.ts";
import { agencies, persons, tokens } from "./organisations.ts";

/**
 * What a key of a machine may be used for, and where. Its secret, its ends and its use stand in `tokens`, where no
 * application reads: a key without a row here opens no operation.
 */
export const apiKeys = pgTable(
  "api_keys",
  {
    id: uuid("id")
      .primaryKey()
      .references(() => tokens.id, { onDelete: "cascade" }),
    agencyId: uuid("agency_id")
      .notNull()
      .references(() => agencies.id),
    machineId: uuid("machine_id")
      .notNull()
      .references(() => persons.id),
    /** Null: every operation in which its machine takes part. */
    operationId: uuid("operation_id").references(() => operations.id),
    /** The first letters, to know one from another. */
    prefix: text("prefix").notNull(),
    scopes: text("scopes").array().notNull(),
    /** The key in whose place it came. */
    rotatedFrom: uuid("rotated_from"),
  },
  (table) => [
    index("api_keys_agency").on(table.agencyId),
    foreignKey({ name: "api_keys_before", columns: [table.rotatedFrom], foreignColumns: [table.id] }).onDelete(
      "set null",
    ),
    check(
      "api_keys_scopes",
      sql`cardinality(${table.scopes}) > 0 and ${table.scopes} <@ array['seizures.read', 'seizures.write', 'clearance.write',
        'names.read', 'tallies.read', 'tallies.write', 'figures.read', 'feed.read']`,
    ),
  ],
);
