import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import type { FigureLine } from "../../app/domain/operation-report/lines.ts";
import type { ReportAudience } from "../../app/domain/operation-report/report.ts";
import type { SignedSection, SignedState } from "../../app/domain/operation-report/signing.ts";
import { instant, operationKey } from "./columns.ts";
import { operationReportEditions, operationReports } from "./operation-reports.ts";
import { administrations } from "./organisations.ts";

/**
 * An administration is asked to sign what a draft says of it: here stands all that would be signed, as it was when it was
 * asked. Rows are added alone; the newest of an administration is what it is asked now.
 */
export const operationReportRequests = pgTable(
  "operation_report_requests",
  {
    operationId: operationKey(),
    id: uuid("id").notNull(),
    reportId: uuid("report_id").notNull(),
    administrationId: uuid("administration_id")
      .notNull()
      .references(() => administrations.id),
    title: text("title").notNull(),
    /** For whom the report was when it was asked: put in by a trigger. */
    audience: text("audience").$type<ReportAudience>().notNull().default("restricted"),
    asOf: instant("as_of").notNull(),
    /** Its own figures under the names of their lines. */
    lines: jsonb("lines").$type<FigureLine[]>().notNull(),
    linesHash: text("lines_hash").notNull(),
    sections: jsonb("sections").$type<SignedSection[]>().notNull(),
    /** SHA-256 of everything that is signed. */
    hash: text("hash").notNull(),
    askedBy: uuid("asked_by").notNull(),
    at: instant("at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.id] }),
    unique("operation_report_requests_exact").on(table.operationId, table.id, table.hash),
    index("operation_report_requests_newest").on(table.operationId, table.reportId, table.administrationId, table.at),
    foreignKey({
      name: "operation_report_requests_report",
      columns: [table.operationId, table.reportId],
      foreignColumns: [operationReports.operationId, operationReports.id],
    }),
    check(
      "operation_report_requests_hash",
      sql`${table.hash} ~ '^[0-9a-f]{64}$' and ${table.linesHash} ~ '^[0-9a-f]{64}$' and length(${table.title}) between 1 and 160`,
    ),
    check("operation_report_requests_audience", sql`${table.audience} in ('restricted', 'participants', 'public')`),
  ],
);

/** What an administration answered to exactly one request: signed by a named person, or refused with a reason. */
export const operationReportSignatures = pgTable(
  "operation_report_signatures",
  {
    operationId: operationKey(),
    requestId: uuid("request_id").notNull(),
    reportId: uuid("report_id").notNull(),
    administrationId: uuid("administration_id").notNull(),
    answer: text("answer").$type<"signed" | "refused">().notNull(),
    reason: text("reason").notNull().default(""),
    hash: text("hash").notNull(),
    signedBy: uuid("signed_by").notNull(),
    /** Names as they are then: people are renamed and leave. */
    signer: text("signer").notNull(),
    agency: text("agency").notNull(),
    at: instant("at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.requestId] }),
    index("operation_report_signatures_newest").on(table.operationId, table.reportId, table.administrationId, table.at),
    foreignKey({
      name: "operation_report_signatures_exact",
      columns: [table.operationId, table.requestId, table.hash],
      foreignColumns: [operationReportRequests.operationId, operationReportRequests.id, operationReportRequests.hash],
    }),
    check("operation_report_signatures_answer", sql`${table.answer} in ('signed', 'refused')`),
    check(
      "operation_report_signatures_reason",
      sql`(${table.answer} = 'refused') = (${table.reason} <> '') and length(${table.reason}) <= 1000`,
    ),
  ],
);

/** How it stood with each administration that had been asked when a version was frozen. Written by PostgreSQL alone. */
export const operationReportEditionSignatures = pgTable(
  "operation_report_edition_signatures",
  {
    operationId: operationKey(),
    reportId: uuid("report_id").notNull(),
    edition: integer("edition").notNull(),
    administrationId: uuid("administration_id").notNull(),
    code: text("code").notNull(),
    state: text("state").$type<SignedState>().notNull(),
    /** Which words were signed beside the figures. */
    sections: text("sections").array().notNull(),
    hash: text("hash"),
    signer: text("signer"),
    agency: text("agency"),
    at: instant("at"),
  },
  (table) => [
    primaryKey({
      name: "operation_report_edition_signatures_pk",
      columns: [table.operationId, table.reportId, table.edition, table.administrationId],
    }),
    foreignKey({
      name: "operation_report_edition_signatures_edition",
      columns: [table.operationId, table.reportId, table.edition],
      foreignColumns: [
        operationReportEditions.operationId,
        operationReportEditions.reportId,
        operationReportEditions.number,
      ],
    }),
    check(
      "operation_report_edition_signatures_state",
      sql`${table.state} in ('signed', 'earlier', 'refused', 'open') and (${table.state} <> 'signed' or ${table.signer} is not null and ${table.at} is not null and ${table.hash} is not null)`,
    ),
  ],
);
