import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { SeizureInput } from "../../app/domain/seizure.ts";
import { audiences } from "./audiences.ts";
import { day, decimal, instant, micro, operationKey } from "./columns.ts";
import { codes, commodities, places } from "./reference.ts";

type Listed = "id" | "version" | "shared" | "agencyId" | "unitId" | "state" | "reporter" | "mode" | "operationalDay";

/** Every column by which lists are filtered and by which their policy decides: read from the index without the table. */
function listed<Column>(of: Record<Listed, Column>): [Column, ...Column[]] {
  return [of.id, of.version, of.shared, of.agencyId, of.unitId, of.state, of.reporter, of.mode, of.operationalDay];
}

/** Tier A: what every participant may count by. No free text, no identifiers. A row per version. */
export const seizureFacts = pgTable(
  "seizure_facts",
  {
    operationId: operationKey(),
    id: uuid("id").notNull(),
    version: integer("version").notNull(),
    begunBy: uuid("begun_by").notNull(),
    endedBy: uuid("ended_by"),
    messageNo: text("message_no").notNull(),
    agencyId: uuid("agency_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    reporter: text("reporter").notNull(),
    state: text("state").notNull(),
    /** Today's answer, the same on every version: released, not held back and not withdrawn. */
    shared: boolean("shared").notNull(),
    eventKind: text("event_kind").notNull(),
    occurredOn: day("occurred_on").notNull(),
    occurredTo: day("occurred_to"),
    datePrecision: text("date_precision").notNull(),
    occurredAt: instant("occurred_at"),
    operationalDay: day("operational_day"),
    outsideWindow: boolean("outside_window").notNull(),
    late: boolean("late").notNull(),
    clearedAt: instant("cleared_at").notNull(),
    releasedAt: instant("released_at").notNull(),
    country: text("country").notNull(),
    placeId: text("place_id").references(() => places.id),
    lat: doublePrecision("lat"),
    lon: doublePrecision("lon"),
    geoPrecision: text("geo_precision").notNull(),
    placeKind: text("place_kind").notNull(),
    direction: text("direction").notNull(),
    mode: text("mode").notNull(),
    arrested: integer("arrested"),
    /** The joint case it belongs to, by the seizure that stands for it in totals, and its place in it: 0 is that one. */
    joint: uuid("joint"),
    jointPlace: smallint("joint_place").notNull().default(0),
    eventKindList: text("event_kind_list").generatedAlwaysAs(sql`'event_kind'`),
    geoPrecisionList: text("geo_precision_list").generatedAlwaysAs(sql`'geo_precision'`),
    placeKindList: text("place_kind_list").generatedAlwaysAs(sql`'place_kind'`),
    directionList: text("direction_list").generatedAlwaysAs(sql`'direction'`),
    modeList: text("mode_list").generatedAlwaysAs(sql`'mode'`),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.id, table.version] }),
    uniqueIndex("seizure_facts_current").on(table.operationId, table.id).where(sql`ended_by is null`),
    index("seizure_facts_newest")
      .on(table.operationId, table.releasedAt, ...listed(table))
      .where(sql`ended_by is null`),
    index("seizure_facts_day")
      .on(table.operationId, table.occurredOn, ...listed(table))
      .where(sql`ended_by is null`),
    index("seizure_facts_unit")
      .on(table.operationId, table.unitId, table.releasedAt, table.id)
      .where(sql`ended_by is null`),
    index("seizure_facts_unchecked")
      .on(table.operationId, table.releasedAt, table.id, table.version)
      .where(sql`ended_by is null and state = 'submitted' and shared`),
    index("seizure_facts_unshared")
      .on(table.operationId, table.agencyId, table.unitId)
      .where(sql`ended_by is null and not shared`),
    index("seizure_facts_joint").on(table.operationId, table.joint).where(sql`joint is not null and ended_by is null`),
    foreignKey({ columns: [table.eventKindList, table.eventKind], foreignColumns: [codes.list, codes.code] }),
    foreignKey({ columns: [table.geoPrecisionList, table.geoPrecision], foreignColumns: [codes.list, codes.code] }),
    foreignKey({ columns: [table.placeKindList, table.placeKind], foreignColumns: [codes.list, codes.code] }),
    foreignKey({ columns: [table.directionList, table.direction], foreignColumns: [codes.list, codes.code] }),
    foreignKey({ columns: [table.modeList, table.mode], foreignColumns: [codes.list, codes.code] }),
    check("seizure_facts_state", sql`${table.state} in ('submitted', 'verified', 'withdrawn', 'merged')`),
  ],
);

/** What the rows of one version of the facts share, so that each table's policy stands by itself. */
const partOfFacts = () => ({
  operationId: operationKey(),
  seizureId: uuid("seizure_id").notNull(),
  version: integer("version").notNull(),
  agencyId: uuid("agency_id").notNull(),
  unitId: uuid("unit_id").notNull(),
  shared: boolean("shared").notNull(),
});

export const seizureFactItems = pgTable(
  "seizure_fact_items",
  {
    ...partOfFacts(),
    line: smallint("line").notNull(),
    commodity: text("commodity")
      .notNull()
      .references(() => commodities.code),
    quantity: decimal("quantity"),
    unit: text("unit"),
    qualifier: text("qualifier").notNull(),
    secondQuantity: decimal("second_quantity"),
    secondUnit: text("second_unit"),
    normalised: decimal("normalised"),
    normalisedMicro: micro("normalised_micro"),
    dimension: text("dimension"),
    rule: text("rule"),
    ruleVersion: integer("rule_version"),
    taxonId: text("taxon_id"),
    appendix: text("appendix"),
    appendixSource: text("appendix_source"),
    live: boolean("live"),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.seizureId, table.version, table.line] }),
    index("seizure_fact_items_commodity").on(table.operationId, table.commodity),
    foreignKey({
      columns: [table.operationId, table.seizureId, table.version],
      foreignColumns: [seizureFacts.operationId, seizureFacts.id, seizureFacts.version],
    }),
  ],
);

/** The ordered route: origins (parallel, with shares), departure, transit, discovery, destination. */
export const seizureFactNodes = pgTable(
  "seizure_fact_nodes",
  {
    ...partOfFacts(),
    position: smallint("position").notNull(),
    role: text("role").notNull(),
    country: text("country").notNull(),
    placeId: text("place_id"),
    lat: doublePrecision("lat"),
    lon: doublePrecision("lon"),
    geoPrecision: text("geo_precision").notNull(),
    sharePercent: decimal("share_percent"),
    opportunity: boolean("opportunity"),
    modeToNext: text("mode_to_next"),
    evidence: text("evidence").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.seizureId, table.version, table.position] }),
    foreignKey({
      columns: [table.operationId, table.seizureId, table.version],
      foreignColumns: [seizureFacts.operationId, seizureFacts.id, seizureFacts.version],
    }),
  ],
);

/** Coded fields that take several values: detection, reason for control, concealment, offence. */
export const seizureFactCodes = pgTable(
  "seizure_fact_codes",
  {
    ...partOfFacts(),
    list: text("list").notNull(),
    code: text("code").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.seizureId, table.version, table.list, table.code] }),
    foreignKey({
      columns: [table.operationId, table.seizureId, table.version],
      foreignColumns: [seizureFacts.operationId, seizureFacts.id, seizureFacts.version],
    }),
    foreignKey({ columns: [table.list, table.code], foreignColumns: [codes.list, codes.code] }),
  ],
);

/** Tier B: the case without persons, for the owner's audience. `detail` holds what facts do not. */
export const seizures = pgTable(
  "seizures",
  {
    operationId: operationKey(),
    id: uuid("id").notNull(),
    version: integer("version").notNull(),
    begunBy: uuid("begun_by").notNull(),
    endedBy: uuid("ended_by"),
    agencyId: uuid("agency_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    shared: boolean("shared").notNull(),
    /** Today's audience, the same on every version; its history is in `seizure_audiences`. */
    audienceId: uuid("audience_id").notNull(),
    nationalCaseNo: text("national_case_no").notNull(),
    handling: text("handling").notNull(),
    /** Everything the officer wrote, less tier C: the exact input of this version. */
    input: jsonb("input").$type<SeizureInput>().notNull(),
    /** Kind and reason of a correction; empty for the first version. */
    changeKind: text("change_kind").notNull().default(""),
    changeReason: text("change_reason").notNull().default(""),
    authorId: uuid("author_id").notNull(),
    at: instant("at").notNull().default(sql`clock_timestamp()`),
    receipt: text("receipt").notNull(),
    /** Lower-case text of the case, with and without accents; read only by `search_seizures`. */
    searchText: text("search_text").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.id, table.version] }),
    uniqueIndex("seizures_current").on(table.operationId, table.id).where(sql`ended_by is null`),
    uniqueIndex("seizures_case_no")
      .on(table.operationId, table.agencyId, table.nationalCaseNo)
      .where(sql`ended_by is null`),
    index("seizures_agency").on(table.operationId, table.agencyId, table.at).where(sql`ended_by is null`),
    index("seizures_search").using("gin", sql`search_text gin_trgm_ops`),
    index("seizures_pairs").using("gin", sql`search_pairs(search_text)`),
    foreignKey({
      columns: [table.operationId, table.audienceId],
      foreignColumns: [audiences.operationId, audiences.id],
    }),
  ],
);

/** Which list of readers a case had, from one event to another. */
export const seizureAudiences = pgTable(
  "seizure_audiences",
  {
    operationId: operationKey(),
    seizureId: uuid("seizure_id").notNull(),
    version: integer("version").notNull(),
    agencyId: uuid("agency_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    audienceId: uuid("audience_id").notNull(),
    begunBy: uuid("begun_by").notNull(),
    endedBy: uuid("ended_by"),
  },
  (table) => [primaryKey({ columns: [table.operationId, table.seizureId, table.version] })],
);

/** Tier C: persons, registrations, waybills; for the owner and the recipients it names. Never in events or search. */
export const seizureNominal = pgTable(
  "seizure_nominal",
  {
    operationId: operationKey(),
    id: uuid("id").notNull(),
    version: integer("version").notNull(),
    begunBy: uuid("begun_by").notNull(),
    endedBy: uuid("ended_by"),
    agencyId: uuid("agency_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    shared: boolean("shared").notNull(),
    audienceId: uuid("audience_id").notNull(),
    nominal: jsonb("nominal").$type<NonNullable<SeizureInput["nominal"]>>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.id, table.version] }),
    uniqueIndex("seizure_nominal_current").on(table.operationId, table.id).where(sql`ended_by is null`),
  ],
);

/** On whose word a version of a case was made: its owner's own business. */
export const seizureOrders = pgTable(
  "seizure_orders",
  {
    operationId: operationKey(),
    seizureId: uuid("seizure_id").notNull(),
    version: integer("version").notNull(),
    agencyId: uuid("agency_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    reference: text("reference").notNull(),
    approver: text("approver").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.seizureId, table.version] }),
    foreignKey({
      name: "seizure_orders_version",
      columns: [table.operationId, table.seizureId, table.version],
      foreignColumns: [seizures.operationId, seizures.id, seizures.version],
    }),
  ],
);

/** Last message number given per operation and reporting administration. */
export const messageCounters = pgTable(
  "message_counters",
  {
    operationId: operationKey(),
    reporter: text("reporter").notNull(),
    last: integer("last").notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.operationId, table.reporter] })],
);
