import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import type { SeizureInput } from "../../app/domain/seizure.ts";
import { instant, operationKey } from "./columns.ts";

/**
 * A report inside its agency: draft, in clearance, returned. It is not numbered, announced or counted. Of an erased one
 * the row stays without its contents, so that its id is never used again.
 */
export const seizureReports = pgTable(
  "seizure_reports",
  {
    operationId: operationKey(),
    id: uuid("id").notNull(),
    agencyId: uuid("agency_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    authorId: uuid("author_id").notNull(),
    state: text("state").notNull(),
    /** National approvals given so far, and how many it needs. */
    step: smallint("step").notNull().default(0),
    steps: smallint("steps").notNull(),
    /** Put on hold by a contact point: in clearance, and waiting for nobody until it is taken up again. */
    onHold: boolean("on_hold").notNull().default(false),
    version: integer("version").notNull().default(1),
    /** A draft as it stands in the form, complete or not; from submission on the parsed input. */
    form: jsonb("form").$type<Record<string, string | string[]>>(),
    input: jsonb("input").$type<SeizureInput>(),
    note: text("note").notNull().default(""),
    createdAt: instant("created_at").notNull().default(sql`clock_timestamp()`),
    updatedAt: instant("updated_at").notNull().default(sql`clock_timestamp()`),
    submittedAt: instant("submitted_at"),
    clearedAt: instant("cleared_at"),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.id] }),
    index("seizure_reports_unit").on(table.operationId, table.agencyId, table.unitId, table.state),
    index("seizure_reports_case_no")
      .on(table.operationId, table.agencyId, sql`(coalesce(input ->> 'nationalCaseNo', form ->> 'nationalCaseNo'))`)
      .where(sql`state in ('draft', 'in_clearance', 'returned')`),
    check(
      "seizure_reports_state",
      sql`${table.state} in ('draft', 'in_clearance', 'returned', 'released', 'discarded', 'erased')`,
    ),
  ],
);

/**
 * A report that a contact point entered for a post of the agency: from whom, how and when it came in, under which number
 * the informant can ask for it, and what the post says of it. Its owner's alone; the informant is in no tier.
 */
export const onBehalf = pgTable(
  "on_behalf",
  {
    operationId: operationKey(),
    seizureId: uuid("seizure_id").notNull(),
    agencyId: uuid("agency_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    informant: text("informant").notNull(),
    channel: text("channel").notNull(),
    cameAt: instant("came_at").notNull(),
    enteredBy: uuid("entered_by").notNull(),
    enteredAt: instant("entered_at").notNull().default(sql`clock_timestamp()`),
    receipt: text("receipt").notNull(),
    confirmedBy: uuid("confirmed_by"),
    confirmedAt: instant("confirmed_at"),
    /** What the post says is wrong; a later confirmation leaves it standing. */
    objection: text("objection").notNull().default(""),
    objectedBy: uuid("objected_by"),
    objectedAt: instant("objected_at"),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.seizureId] }),
    index("on_behalf_open").on(table.operationId, table.agencyId).where(sql`confirmed_at is null`),
    check("on_behalf_channel", sql`${table.channel} in ('telephone', 'paper', 'photo', 'messenger', 'radio')`),
  ],
);

/** One national decision, by whom, on whose word and when; seen by the owner only. */
export const clearances = pgTable(
  "clearances",
  {
    operationId: operationKey(),
    seizureId: uuid("seizure_id").notNull(),
    id: uuid("id").notNull(),
    agencyId: uuid("agency_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    step: smallint("step").notNull(),
    decision: text("decision").notNull(),
    memberId: uuid("member_id").notNull(),
    note: text("note").notNull().default(""),
    /** The order it rests on and the superior who gave it, where it is not the contact point's own. */
    reference: text("reference").notNull().default(""),
    approver: text("approver").notNull().default(""),
    at: instant("at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.id] }),
    index("clearances_seizure").on(table.operationId, table.seizureId),
    check("clearances_decision", sql`${table.decision} in ('cleared', 'returned', 'on_hold', 'taken_up')`),
  ],
);

/** A question of the coordination unit on a field of a seizure, and the owner's answer. */
export const questions = pgTable(
  "questions",
  {
    operationId: operationKey(),
    id: uuid("id").notNull(),
    seizureId: uuid("seizure_id").notNull(),
    /** The agency that is asked. */
    agencyId: uuid("agency_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    field: text("field").notNull(),
    question: text("question").notNull(),
    askedBy: uuid("asked_by").notNull(),
    askedAt: instant("asked_at").notNull().default(sql`clock_timestamp()`),
    answer: text("answer"),
    answeredBy: uuid("answered_by"),
    answeredAt: instant("answered_at"),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.id] }),
    index("questions_seizure").on(table.operationId, table.seizureId),
    index("questions_agency").on(table.operationId, table.agencyId),
    index("questions_asker").on(table.operationId, table.askedBy, table.answeredAt),
    index("questions_open").on(table.operationId, table.agencyId).where(sql`answered_at is null`),
  ],
);
