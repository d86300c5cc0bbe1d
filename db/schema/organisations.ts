import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytes, instant } from "./columns.ts";

/** A country, territory or organisation that takes part; `code` is ISO 3166-1 alpha-2, or the organisation's own. */
export const administrations = pgTable("administrations", {
  id: uuid("id").primaryKey(),
  code: text("code").notNull().unique(),
  kind: text("kind").notNull(),
  name: text("name").notNull(),
  createdAt: instant("created_at").notNull().defaultNow(),
});

/** The owner of records. An administration may have several. */
export const agencies = pgTable(
  "agencies",
  {
    id: uuid("id").primaryKey(),
    administrationId: uuid("administration_id")
      .notNull()
      .references(() => administrations.id),
    code: text("code").notNull().unique(),
    name: text("name").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [index("agencies_administration").on(table.administrationId)],
);

/** A post or office of an agency; every agency has at least one. */
export const agencyUnits = pgTable(
  "agency_units",
  {
    id: uuid("id").primaryKey(),
    agencyId: uuid("agency_id")
      .notNull()
      .references(() => agencies.id),
    name: text("name").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [uniqueIndex("agency_units_name").on(table.agencyId, table.name)],
);

/** An account. `administrator` manages accounts and reads no operation; `mayOpen` may open operations. */
export const persons = pgTable(
  "persons",
  {
    id: uuid("id").primaryKey(),
    agencyId: uuid("agency_id")
      .notNull()
      .references(() => agencies.id),
    unitId: uuid("unit_id")
      .notNull()
      .references(() => agencyUnits.id),
    email: text("email").notNull(),
    name: text("name").notNull(),
    /** Null until the invitation is accepted, and for a machine that acts by key. */
    passwordHash: text("password_hash"),
    administrator: boolean("administrator").notNull().default(false),
    mayOpen: boolean("may_open").notNull().default(false),
    machine: boolean("machine").notNull().default(false),
    state: text("state").notNull().default("active"),
    locale: text("locale"),
    zone: text("zone"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("persons_email").on(sql`lower(${table.email})`),
    check("persons_state", sql`${table.state} in ('active', 'suspended')`),
  ],
);

/** Opaque secrets, kept as SHA-256: sessions of the browser, keys of machines, invitations to set a first password. */
export const tokens = pgTable(
  "tokens",
  {
    id: uuid("id").primaryKey(),
    hash: bytes("hash").notNull().unique(),
    kind: text("kind").notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id),
    label: text("label").notNull().default(""),
    createdBy: uuid("created_by").references(() => persons.id),
    createdAt: instant("created_at").notNull().defaultNow(),
    usedAt: instant("used_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
  },
  (table) => [
    index("tokens_person").on(table.personId),
    check("tokens_kind", sql`${table.kind} in ('session', 'key', 'invitation')`),
  ],
);
