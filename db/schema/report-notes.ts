import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant, operationKey } from "./columns.ts";
import { operationReportEditions, operationReports } from "./operation-reports.ts";

/** What was found wrong in a published version, beside it: rows are added alone, and one is withdrawn by another. */
export const operationReportErrata = pgTable(
  "operation_report_errata",
  {
    operationId: operationKey(),
    id: uuid("id").notNull(),
    reportId: uuid("report_id").notNull(),
    edition: integer("edition").notNull(),
    /** The section it is about; empty in a withdrawal. */
    section: text("section").notNull(),
    /** The figure, or the paragraph of the section (`¶3`), that it is about; empty where it is about more. */
    line: text("line").notNull().default(""),
    said: text("said").notNull(),
    correct: text("correct").notNull(),
    reason: text("reason").notNull(),
    withdraws: uuid("withdraws"),
    authorId: uuid("author_id").notNull(),
    /** The name as it is then: those who read it may not know the person. */
    author: text("author").notNull(),
    at: instant("at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.id] }),
    unique("operation_report_errata_withdrawn").on(table.operationId, table.withdraws),
    unique("operation_report_errata_of").on(table.operationId, table.reportId, table.edition, table.id),
    foreignKey({
      name: "operation_report_errata_edition",
      columns: [table.operationId, table.reportId, table.edition],
      foreignColumns: [
        operationReportEditions.operationId,
        operationReportEditions.reportId,
        operationReportEditions.number,
      ],
    }),
    foreignKey({
      name: "operation_report_errata_withdraws",
      columns: [table.operationId, table.reportId, table.edition, table.withdraws],
      foreignColumns: [table.operationId, table.reportId, table.edition, table.id],
    }),
    check(
      "operation_report_errata_words",
      sql`length(${table.reason}) between 1 and 1000 and length(${table.said}) <= 1000 and length(${table.correct}) <= 1000
        and (${table.withdraws} is not null) = (${table.said} = '' and ${table.correct} = '' and ${table.section} = '')
        and length(${table.line}) <= 200 and (${table.withdraws} is null or ${table.line} = '')`,
    ),
  ],
);

/**
 * What is said of a section of a draft among those who write it. A thread begins with a row without one; that it is
 * resolved, and open again, are rows of it too.
 */
export const operationReportComments = pgTable(
  "operation_report_comments",
  {
    operationId: operationKey(),
    id: uuid("id").notNull(),
    reportId: uuid("report_id").notNull(),
    section: text("section").notNull(),
    threadId: uuid("thread_id").notNull(),
    act: text("act").$type<"said" | "resolved" | "reopened">().notNull(),
    body: text("body").notNull(),
    authorId: uuid("author_id").notNull(),
    at: instant("at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.id] }),
    unique("operation_report_comments_of").on(table.operationId, table.reportId, table.section, table.id),
    index("operation_report_comments_report").on(table.operationId, table.reportId, table.at),
    foreignKey({
      name: "operation_report_comments_report_fk",
      columns: [table.operationId, table.reportId],
      foreignColumns: [operationReports.operationId, operationReports.id],
    }),
    foreignKey({
      name: "operation_report_comments_thread",
      columns: [table.operationId, table.reportId, table.section, table.threadId],
      foreignColumns: [table.operationId, table.reportId, table.section, table.id],
    }),
    check(
      "operation_report_comments_body",
      sql`${table.act} in ('said', 'resolved', 'reopened') and (${table.act} = 'said') = (${table.body} <> '')
        and length(${table.body}) <= 2000 and (${table.act} = 'said' or ${table.threadId} <> ${table.id})`,
    ),
  ],
);
