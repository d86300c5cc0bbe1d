import { sql } from "drizzle-orm";
import {
  bigint,
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
import { instant, operationKey } from "./columns.ts";
import { operationReportEditions } from "./operation-reports.ts";
import { members } from "./operations.ts";

/**
 * Frozen versions as files: asked for by whoever may read the version, made in the background as that person, held for a
 * while, and taken by that person alone.
 */
export const reportFiles = pgTable(
  "report_files",
  {
    operationId: operationKey(),
    id: uuid("id").notNull(),
    reportId: uuid("report_id").notNull(),
    edition: integer("edition").notNull(),
    form: text("form").notNull(),
    locale: text("locale").notNull(),
    madeBy: uuid("made_by").notNull(),
    personId: uuid("person_id").notNull(),
    askedAt: instant("asked_at").notNull().default(sql`clock_timestamp()`),
    /** `stale`: what it says was added to or erased since. */
    state: text("state").$type<"making" | "done" | "stopped" | "stale" | "replaced" | "expired">().notNull(),
    /** How many of its forms are made, and how many there are: an archive has one for each. */
    done: integer("done").notNull().default(0),
    expected: integer("expected").notNull().default(1),
    fileKey: text("file_key"),
    bytes: bigint("bytes", { mode: "number" }),
    workKey: uuid("work_key"),
    takenBy: uuid("taken_by"),
    takenUntil: instant("taken_until"),
    endedAt: instant("ended_at"),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.id] }),
    index("report_files_person").on(table.operationId, table.personId, table.reportId, table.edition, table.askedAt),
    index("report_files_edition").on(table.operationId, table.reportId, table.edition),
    index("report_files_waiting").on(table.askedAt).where(sql`state = 'making'`),
    index("report_files_ended").on(table.endedAt).where(sql`state = 'done'`),
    uniqueIndex("report_files_one")
      .on(table.operationId, table.reportId, table.edition, table.form, table.locale, table.personId)
      .where(sql`state = 'making'`),
    index("report_files_file").on(table.fileKey),
    foreignKey({
      name: "report_files_edition_fk",
      columns: [table.operationId, table.reportId, table.edition],
      foreignColumns: [
        operationReportEditions.operationId,
        operationReportEditions.reportId,
        operationReportEditions.number,
      ],
    }),
    foreignKey({
      name: "report_files_member",
      columns: [table.operationId, table.madeBy],
      foreignColumns: [members.operationId, members.id],
    }),
    check("report_files_state", sql`${table.state} in ('making', 'done', 'stopped', 'stale', 'replaced', 'expired')`),
    check("report_files_form", sql`${table.form} ~ '^[a-z_]{2,20}$' and ${table.locale} ~ '^[a-z]{2,8}$'`),
    check("report_files_file_known", sql`(${table.state} = 'done') = (${table.fileKey} is not null)`),
  ],
);
