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
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type { ReportHighlight } from "../../app/domain/operation-report/highlight.ts";
import type { ReportAudience, ReportKind } from "../../app/domain/operation-report/report.ts";
import type { ReportText } from "../../app/domain/operation-report/report-text.ts";
import type { ReportResults } from "../../app/domain/operation-report/results.ts";
import { day, instant, operationKey } from "./columns.ts";

/** A report on the operation while it is written. What is frozen of it stands in its editions. */
export const operationReports = pgTable(
  "operation_reports",
  {
    operationId: operationKey(),
    id: uuid("id").notNull(),
    kind: text("kind").$type<ReportKind>().notNull(),
    audience: text("audience").$type<ReportAudience>().notNull(),
    title: text("title").notNull(),
    fromDay: day("from_day"),
    toDay: day("to_day"),
    /** Of a sheet the code of the administration or of the group of goods that it is about. */
    subject: text("subject"),
    /** Counts of persons under so many are not said; 0 says all. */
    suppressUnder: smallint("suppress_under").notNull().default(0),
    begunBy: uuid("begun_by").notNull(),
    begunAt: instant("begun_at").notNull().default(sql`clock_timestamp()`),
    /** Put aside: no longer in the list, and brought back as it was. */
    droppedAt: instant("dropped_at"),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.id] }),
    check(
      "operation_reports_kind",
      sql`${table.kind} in ('end_of_operation', 'mid_term', 'situation', 'country_sheet', 'commodity_sheet', 'press_sheet')`,
    ),
    check(
      "operation_reports_subject",
      sql`(${table.kind} in ('country_sheet', 'commodity_sheet')) = (${table.subject} is not null) and length(${table.subject}) between 1 and 40`,
    ),
    check("operation_reports_press", sql`${table.kind} <> 'press_sheet' or ${table.audience} = 'public'`),
    check("operation_reports_suppress", sql`${table.suppressUnder} in (0, 3, 5, 10)`),
    check("operation_reports_audience", sql`${table.audience} in ('restricted', 'participants', 'public')`),
    check("operation_reports_title", sql`length(${table.title}) between 1 and 160`),
    check(
      "operation_reports_days",
      sql`(${table.kind} = 'situation') = (${table.fromDay} is not null and ${table.toDay} is not null) and ${table.fromDay} <= ${table.toDay}`,
    ),
  ],
);

/** What is written in a section: rows are added alone, the newest stands. */
export const operationReportTexts = pgTable(
  "operation_report_texts",
  {
    operationId: operationKey(),
    reportId: uuid("report_id").notNull(),
    section: text("section").notNull(),
    version: integer("version").notNull(),
    body: jsonb("body").$type<ReportText>().notNull(),
    authorId: uuid("author_id").notNull(),
    at: instant("at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.reportId, table.section, table.version] }),
    foreignKey({
      name: "operation_report_texts_report",
      columns: [table.operationId, table.reportId],
      foreignColumns: [operationReports.operationId, operationReports.id],
    }),
    check("operation_report_texts_version", sql`${table.version} > 0 and length(${table.section}) <= 40`),
  ],
);

/** All figures of a report as they were counted at one moment: rows are added alone, the newest stands in the draft. */
export const operationReportReckonings = pgTable(
  "operation_report_reckonings",
  {
    operationId: operationKey(),
    reportId: uuid("report_id").notNull(),
    number: integer("number").notNull(),
    results: jsonb("results").$type<ReportResults>().notNull(),
    /** SHA-256 of its figures, in hexadecimal digits. */
    hash: text("hash").notNull(),
    rules: text("rules").array().notNull(),
    /** Up to which number of the operation's stream, and up to when, everything is in it. */
    seq: bigint("seq", { mode: "number" }).notNull(),
    asOf: instant("as_of").notNull(),
    reckonedBy: uuid("reckoned_by").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.reportId, table.number] }),
    foreignKey({
      name: "operation_report_reckonings_report",
      columns: [table.operationId, table.reportId],
      foreignColumns: [operationReports.operationId, operationReports.id],
    }),
    check("operation_report_reckonings_hash", sql`${table.number} > 0 and ${table.hash} ~ '^[0-9a-f]{64}$'`),
  ],
);

/**
 * A report as it was frozen: its figures, their rules and its words, by themselves. What comes in later, is withdrawn or
 * erased changes nothing here; all that is ever added is who published it and when.
 */
export const operationReportEditions = pgTable(
  "operation_report_editions",
  {
    operationId: operationKey(),
    reportId: uuid("report_id").notNull(),
    number: integer("number").notNull(),
    kind: text("kind").$type<ReportKind>().notNull(),
    audience: text("audience").$type<ReportAudience>().notNull(),
    title: text("title").notNull(),
    fromDay: day("from_day"),
    toDay: day("to_day"),
    subject: text("subject"),
    /** The newest text of each section. */
    texts: jsonb("texts").$type<Record<string, ReportText>>().notNull(),
    results: jsonb("results").$type<ReportResults>().notNull(),
    /** What its owners have cleared for it: put in by a trigger, whatever else is said. */
    highlights: jsonb("highlights").$type<ReportHighlight[]>().notNull().default([]),
    hash: text("hash").notNull(),
    rules: text("rules").array().notNull(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    asOf: instant("as_of").notNull(),
    frozenBy: uuid("frozen_by").notNull(),
    frozenAt: instant("frozen_at").notNull().default(sql`clock_timestamp()`),
    publishedBy: uuid("published_by"),
    publishedAt: instant("published_at"),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.reportId, table.number] }),
    index("operation_report_editions_published")
      .on(table.operationId, table.publishedAt)
      .where(sql`published_at is not null`),
    foreignKey({
      name: "operation_report_editions_report",
      columns: [table.operationId, table.reportId],
      foreignColumns: [operationReports.operationId, operationReports.id],
    }),
    check("operation_report_editions_hash", sql`${table.number} > 0 and ${table.hash} ~ '^[0-9a-f]{64}$'`),
    check(
      "operation_report_editions_published_by",
      sql`(${table.publishedBy} is null) = (${table.publishedAt} is null)`,
    ),
  ],
);
