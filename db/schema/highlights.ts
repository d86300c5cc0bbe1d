import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { HighlightAnswer } from "../../app/domain/operation-report/highlight.ts";
import type { ReportAudience } from "../../app/domain/operation-report/report.ts";
import { instant, operationKey } from "./columns.ts";
import { operationReports } from "./operation-reports.ts";

/**
 * What a report is to say of one case, and for whom: rows are added alone and the newest of a case stands; without words
 * it is taken out again. Written by those who draft, and by an owner who clears it with other words.
 */
export const operationReportHighlights = pgTable(
  "operation_report_highlights",
  {
    operationId: operationKey(),
    reportId: uuid("report_id").notNull(),
    seizureId: uuid("seizure_id").notNull(),
    version: integer("version").notNull(),
    words: text("words").notNull(),
    /** Of the report when it was written: set by a trigger. */
    audience: text("audience").$type<ReportAudience>().notNull(),
    authorId: uuid("author_id").notNull(),
    commandId: uuid("command_id").notNull(),
    at: instant("at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({
      name: "operation_report_highlights_key",
      columns: [table.operationId, table.reportId, table.seizureId, table.version],
    }),
    index("operation_report_highlights_seizure").on(table.operationId, table.seizureId),
    foreignKey({
      name: "operation_report_highlights_report",
      columns: [table.operationId, table.reportId],
      foreignColumns: [operationReports.operationId, operationReports.id],
    }),
    check("operation_report_highlights_words", sql`${table.version} > 0 and length(${table.words}) <= 1000`),
    check("operation_report_highlights_audience", sql`${table.audience} in ('restricted', 'participants', 'public')`),
  ],
);

/** What owners say of those very words: rows are added alone, the newest of an agency stands. */
export const operationReportHighlightAnswers = pgTable(
  "operation_report_highlight_answers",
  {
    operationId: operationKey(),
    reportId: uuid("report_id").notNull(),
    seizureId: uuid("seizure_id").notNull(),
    version: integer("version").notNull(),
    agencyId: uuid("agency_id").notNull(),
    /** In the order of this agency's answers: set by a trigger. */
    number: integer("number").notNull(),
    answer: text("answer").$type<HighlightAnswer>().notNull(),
    reason: text("reason").notNull().default(""),
    memberId: uuid("member_id").notNull(),
    commandId: uuid("command_id").notNull(),
    at: instant("at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({
      name: "operation_report_highlight_answers_key",
      columns: [table.operationId, table.reportId, table.seizureId, table.version, table.agencyId, table.number],
    }),
    foreignKey({
      name: "operation_report_highlight_answers_words",
      columns: [table.operationId, table.reportId, table.seizureId, table.version],
      foreignColumns: [
        operationReportHighlights.operationId,
        operationReportHighlights.reportId,
        operationReportHighlights.seizureId,
        operationReportHighlights.version,
      ],
    }),
    index("operation_report_highlight_answers_seizure").on(table.operationId, table.seizureId),
    check("operation_report_highlight_answers_answer", sql`${table.answer} in ('cleared', 'refused', 'taken_back')`),
    check(
      "operation_report_highlight_answers_reason",
      sql`length(${table.reason}) <= 1000 and (${table.answer} <> 'refused' or ${table.reason} <> '')`,
    ),
  ],
);
