import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { day, decimal, instant, operationKey } from "./columns.ts";
import { participants } from "./operations.ts";

const agencyKey = () => uuid("agency_id").notNull();

/** What an agency has promised of its daily tallies. Rows are added alone; for a day the last one made stands. */
export const tallyPromises = pgTable(
  "tally_promises",
  {
    operationId: operationKey(),
    id: uuid("id").notNull(),
    agencyId: agencyKey(),
    rhythm: text("rhythm").notNull(),
    fromDay: day("from_day").notNull(),
    toDay: day("to_day"),
    weekday: smallint("weekday"),
    daysOff: smallint("days_off").array().notNull(),
    holidays: day("holidays").array().notNull(),
    zone: text("zone").notNull(),
    madeBy: uuid("made_by").notNull(),
    madeAt: instant("made_at").notNull().default(sql`clock_timestamp()`),
    begunBy: uuid("begun_by").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.id] }),
    index("tally_promises_agency").on(table.operationId, table.agencyId, table.madeAt),
    foreignKey({
      columns: [table.operationId, table.agencyId],
      foreignColumns: [participants.operationId, participants.agencyId],
    }),
    check("tally_promises_rhythm", sql`${table.rhythm} in ('daily', 'working_days', 'weekly', 'standing_nil', 'none')`),
    check("tally_promises_weekly", sql`${table.rhythm} <> 'weekly' or ${table.weekday} between 1 and 7`),
    check("tally_promises_standing", sql`${table.rhythm} <> 'standing_nil' or ${table.toDay} is not null`),
  ],
);

/** What an agency said of one operational day, one row per version. The first says whether it came in time. */
export const tallies = pgTable(
  "tallies",
  {
    operationId: operationKey(),
    agencyId: agencyKey(),
    day: day("day").notNull(),
    version: integer("version").notNull(),
    begunBy: uuid("begun_by").notNull(),
    endedBy: uuid("ended_by"),
    nil: boolean("nil").notNull(),
    arrested: integer("arrested"),
    containers: integer("containers"),
    parcels: integer("parcels"),
    passengers: integer("passengers"),
    vehicles: integer("vehicles"),
    remark: text("remark").notNull().default(""),
    authorId: uuid("author_id").notNull(),
    at: instant("at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.agencyId, table.day, table.version] }),
    uniqueIndex("tallies_current").on(table.operationId, table.agencyId, table.day).where(sql`ended_by is null`),
    index("tallies_day").on(table.operationId, table.day),
    foreignKey({
      columns: [table.operationId, table.agencyId],
      foreignColumns: [participants.operationId, participants.agencyId],
    }),
  ],
);

const tallyKey = () => ({
  operationId: operationKey(),
  agencyId: agencyKey(),
  day: day("day").notNull(),
  version: integer("version").notNull(),
  group: text("group_code").notNull(),
});

/** Cases of one group of commodities on that day. */
export const tallyGroups = pgTable(
  "tally_groups",
  { ...tallyKey(), position: smallint("position").notNull(), cases: integer("cases").notNull() },
  (table) => [
    primaryKey({
      name: "tally_groups_group",
      columns: [table.operationId, table.agencyId, table.day, table.version, table.group],
    }),
    foreignKey({
      name: "tally_groups_tally",
      columns: [table.operationId, table.agencyId, table.day, table.version],
      foreignColumns: [tallies.operationId, tallies.agencyId, tallies.day, tallies.version],
    }),
    check("tally_groups_cases", sql`${table.cases} > 0`),
  ],
);

/** What they came to: as said, and in the base unit of its dimension with the rule that led there. */
export const tallyQuantities = pgTable(
  "tally_quantities",
  {
    ...tallyKey(),
    line: smallint("line").notNull(),
    quantity: decimal("quantity").notNull(),
    unit: text("unit").notNull(),
    normalised: decimal("normalised"),
    dimension: text("dimension"),
    rule: text("rule"),
    ruleVersion: integer("rule_version"),
    /** The bound that the day's total lay beyond when its writer was asked and confirmed it, and of which list. */
    askedBeyond: decimal("asked_beyond"),
    bandVersion: integer("band_version"),
  },
  (table) => [
    primaryKey({
      name: "tally_quantities_line",
      columns: [table.operationId, table.agencyId, table.day, table.version, table.group, table.line],
    }),
    foreignKey({
      name: "tally_quantities_group",
      columns: [table.operationId, table.agencyId, table.day, table.version, table.group],
      foreignColumns: [
        tallyGroups.operationId,
        tallyGroups.agencyId,
        tallyGroups.day,
        tallyGroups.version,
        tallyGroups.group,
      ],
    }),
    check("tally_quantities_positive", sql`${table.quantity} > 0`),
    check("tally_quantities_asked", sql`(${table.askedBeyond} is null) = (${table.bandVersion} is null)`),
  ],
);

/** What is worth knowing of a tally that says another number of cases than the case reports: asked by the clock. */
export const tallyQuestions = pgTable(
  "tally_questions",
  {
    operationId: operationKey(),
    id: uuid("id").notNull(),
    agencyId: agencyKey(),
    day: day("day").notNull(),
    /** Empty where persons are asked about: they are said of a day, not of goods. */
    group: text("group_code").notNull(),
    /** What differs: the number of cases, of persons arrested, or the quantity in the base unit of a dimension. */
    measure: text("measure").notNull().default("cases"),
    /** By the tally and by the reports: as asked, and once it is answered, as the answer holds for. */
    said: numeric("said", { mode: "number" }).notNull(),
    seen: numeric("seen", { mode: "number" }).notNull(),
    askedAt: instant("asked_at").notNull().default(sql`clock_timestamp()`),
    closedAt: instant("closed_at"),
    closedAs: text("closed_as"),
    answer: text("answer"),
    answeredBy: uuid("answered_by"),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.id] }),
    uniqueIndex("tally_questions_open")
      .on(table.operationId, table.agencyId, table.day, table.group, table.measure)
      .where(sql`closed_at is null`),
    index("tally_questions_day").on(table.operationId, table.agencyId, table.day),
    foreignKey({
      name: "tally_questions_agency",
      columns: [table.operationId, table.agencyId],
      foreignColumns: [participants.operationId, participants.agencyId],
    }),
    check("tally_questions_closed", sql`(${table.closedAt} is null) = (${table.closedAs} is null)`),
    check("tally_questions_closed_as", sql`${table.closedAs} in ('mended', 'answered')`),
    check(
      "tally_questions_answer",
      sql`(${table.closedAs} is not distinct from 'answered') = (coalesce(${table.answer}, '') <> '')`,
    ),
  ],
);

/** Each reminder that went out: the key is why none goes out twice, whoever runs the jobs and however often. */
export const tallyReminders = pgTable(
  "tally_reminders",
  {
    operationId: operationKey(),
    agencyId: agencyKey(),
    day: day("day").notNull(),
    kind: text("kind").notNull(),
    at: instant("at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.agencyId, table.day, table.kind] }),
    foreignKey({
      name: "tally_reminders_agency",
      columns: [table.operationId, table.agencyId],
      foreignColumns: [participants.operationId, participants.agencyId],
    }),
    check("tally_reminders_kind", sql`${table.kind} in ('before', 'missing', 'again')`),
  ],
);
