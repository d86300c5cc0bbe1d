import { sql } from "drizzle-orm";
import {
  boolean,
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
import { day, instant, operationKey } from "./columns.ts";
import { administrations, agencies, agencyUnits, persons } from "./organisations.ts";

/** A time-boxed joint operation. What can change is in its plan; here is what it is and where it stands. */
export const operations = pgTable(
  "operations",
  {
    id: uuid("id").primaryKey(),
    code: text("code").notNull().unique(),
    kind: text("kind").notNull().default("live"),
    state: text("state").notNull().default("draft"),
    stateReason: text("state_reason").notNull().default(""),
    datesMovedDays: integer("dates_moved_days").notNull().default(0),
    createdBy: uuid("created_by")
      .notNull()
      .references(() => persons.id),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [
    check("operations_kind", sql`${table.kind} in ('live', 'demo', 'exercise')`),
    check("operations_state", sql`${table.state} in ('draft', 'planning', 'active', 'follow_up', 'debrief', 'closed')`),
  ],
);

/** The plan, one row per version; the current one has no ending event. */
export const operationPlans = pgTable(
  "operation_plans",
  {
    operationId: operationKey().references(() => operations.id),
    version: integer("version").notNull(),
    begunBy: uuid("begun_by").notNull(),
    endedBy: uuid("ended_by"),
    name: text("name").notNull(),
    edition: text("edition").notNull(),
    objectives: text("objectives").notNull(),
    scope: text("scope").array().notNull(),
    zone: text("zone").notNull(),
    startsOn: day("starts_on").notNull(),
    endsOn: day("ends_on").notNull(),
    followUpEndsOn: day("follow_up_ends_on").notNull(),
    debriefOn: day("debrief_on").notNull(),
    cutOff: text("cut_off").notNull(),
    lateLimitHours: integer("late_limit_hours").notNull(),
    handling: text("handling").notNull(),
    tier: text("tier").notNull(),
    joining: text("joining").notNull(),
    reportersReadFacts: boolean("reporters_read_facts").notNull(),
    showsPresence: boolean("shows_presence").notNull().default(false),
    boundaryProfile: text("boundary_profile").notNull(),
    boundaryApprovedBy: uuid("boundary_approved_by"),
    boundaryApprovedAt: instant("boundary_approved_at"),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.version] }),
    uniqueIndex("operation_plans_current").on(table.operationId).where(sql`ended_by is null`),
  ],
);

/** An administration under the official name that the plan lists. */
export const participantAdministrations = pgTable(
  "participant_administrations",
  {
    operationId: operationKey().references(() => operations.id),
    administrationId: uuid("administration_id")
      .notNull()
      .references(() => administrations.id),
    officialName: text("official_name").notNull(),
  },
  (table) => [primaryKey({ columns: [table.operationId, table.administrationId] })],
);

/** An agency that takes part: since when, whether it leads, and how many national approvals its reports pass. */
export const participants = pgTable(
  "participants",
  {
    operationId: operationKey(),
    agencyId: uuid("agency_id")
      .notNull()
      .references(() => agencies.id),
    administrationId: uuid("administration_id").notNull(),
    leads: boolean("leads").notNull().default(false),
    /** Partners and observers take part without reading cases addressed to 'all'. */
    readsAll: boolean("reads_all").notNull().default(true),
    clearanceSteps: integer("clearance_steps").notNull().default(1),
    joinedOn: day("joined_on").notNull(),
    leftAt: instant("left_at"),
    invitedAt: instant("invited_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.agencyId] }),
    foreignKey({
      columns: [table.operationId, table.administrationId],
      foreignColumns: [participantAdministrations.operationId, participantAdministrations.administrationId],
    }),
    check("participants_steps", sql`${table.clearanceSteps} between 0 and 4`),
  ],
);

/** A person acting for an agency in an operation, from a date to a date. */
export const members = pgTable(
  "members",
  {
    operationId: operationKey(),
    id: uuid("id").notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id),
    agencyId: uuid("agency_id").notNull(),
    unitId: uuid("unit_id")
      .notNull()
      .references(() => agencyUnits.id),
    role: text("role").notNull(),
    state: text("state").notNull().default("active"),
    fromDay: day("from_day").notNull(),
    toDay: day("to_day"),
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.id] }),
    uniqueIndex("members_person").on(table.personId, table.operationId),
    index("members_agency").on(table.operationId, table.agencyId),
    foreignKey({
      columns: [table.operationId, table.agencyId],
      foreignColumns: [participants.operationId, participants.agencyId],
    }),
    check("members_role", sql`${table.role} in ('lead', 'ocu', 'ncp', 'reporter', 'analyst', 'partner', 'observer')`),
    check("members_state", sql`${table.state} in ('active', 'suspended')`),
  ],
);
