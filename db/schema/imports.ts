import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type { Target } from "../../app/domain/import/columns.ts";
import type { ImportState, RowCount, RowOutcome } from "../../app/domain/import/progress.ts";
import type { RowStatus } from "../../app/domain/import/row.ts";
import type { ImportAnswers, SheetReading } from "../../app/domain/import/sheet.ts";
import type { FieldNote } from "../../app/domain/import/told.ts";
import { bytes, instant, operationKey } from "./columns.ts";
import { members } from "./operations.ts";

/**
 * A file of reports on its way in: who gave it, how it is read, and how far it is. The member's own agency alone knows of
 * it; an officer of that of the own unit.
 */
export const imports = pgTable(
  "imports",
  {
    operationId: operationKey(),
    id: uuid("id").notNull(),
    agencyId: uuid("agency_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    madeBy: uuid("made_by").notNull(),
    personId: uuid("person_id").notNull(),
    madeAt: instant("made_at").notNull().default(sql`clock_timestamp()`),
    fileName: text("file_name").notNull(),
    /** SHA-256 over the whole file; empty until it is here. */
    fileHash: text("file_hash").notNull().default(""),
    fileBytes: bigint("file_bytes", { mode: "number" }).notNull().default(0),
    state: text("state").$type<ImportState>().notNull(),
    /** 'good': reports whose lines are clear, chunk by chunk. 'all': every line in one transaction, or none. */
    mode: text("mode").$type<"" | "good" | "all">().notNull().default(""),
    /** Whether lines with open questions become drafts, and whether corrections are made to what is here already. */
    drafts: boolean("drafts").notNull().default(false),
    corrects: boolean("corrects").notNull().default(false),
    /** How the file as a whole is read; null until it was looked at. */
    sheet: jsonb("sheet").$type<SheetReading>(),
    /** What was answered once for the whole file. */
    answers: jsonb("answers").$type<ImportAnswers>().notNull().default({}),
    rows: integer("rows").notNull().default(0),
    /** Lines that the work under way is done with. */
    done: integer("done").notNull().default(0),
    /** How many lines there are of each status and outcome, as the last work or mending left them. */
    counts: jsonb("counts").$type<RowCount[]>().notNull().default([]),
    /** Why the file or the work was refused: a key of the catalogue with its parameters. */
    refusal: jsonb("refusal").$type<{ key: string; params?: Record<string, string> }>(),
    cancelAsked: boolean("cancel_asked").notNull().default(false),
    /** The session under which workers do it, begun by whoever asked for the work; its secret is kept nowhere. */
    workKey: uuid("work_key"),
    /** Which worker has it, and until when: one that dies is followed by another. */
    takenBy: uuid("taken_by"),
    takenUntil: instant("taken_until"),
    endedAt: instant("ended_at"),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.id] }),
    index("imports_agency").on(table.operationId, table.agencyId, table.madeAt),
    index("imports_waiting").on(table.madeAt).where(sql`state in ('reading', 'importing')`),
    foreignKey({
      name: "imports_member",
      columns: [table.operationId, table.madeBy],
      foreignColumns: [members.operationId, members.id],
    }),
    check(
      "imports_state",
      sql`${table.state} in ('uploading', 'reading', 'read', 'importing', 'done', 'cancelled', 'refused')`,
    ),
    check("imports_mode", sql`${table.mode} in ('', 'good', 'all')`),
  ],
);

/** The file itself, piece by piece, until its rows were read out of it. */
export const importParts = pgTable(
  "import_parts",
  {
    operationId: operationKey(),
    importId: uuid("import_id").notNull(),
    place: integer("place").notNull(),
    agencyId: uuid("agency_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    content: bytes("content").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.importId, table.place] }),
    foreignKey({
      name: "import_parts_import",
      columns: [table.operationId, table.importId],
      foreignColumns: [imports.operationId, imports.id],
    }),
  ],
);

/** One record of the file: as it was written, as it was understood, and the seizure that it became. */
export const importRows = pgTable(
  "import_rows",
  {
    operationId: operationKey(),
    importId: uuid("import_id").notNull(),
    /** 0 is the first record below the headings. */
    row: integer("row").notNull(),
    agencyId: uuid("agency_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    /** The first row with the same national case number: lines of one case become one report. */
    caseRow: integer("case_row").notNull(),
    caseNo: text("case_no").notNull().default(""),
    written: jsonb("written").$type<string[]>().notNull(),
    /** Cells that were mended here, by the number of their column. */
    mended: jsonb("mended").$type<Record<string, string>>().notNull().default({}),
    /** Questions that somebody answered with "that is right", with the sentences that were agreed to. */
    agreed: jsonb("agreed").$type<Record<string, string>>().notNull().default({}),
    fields: jsonb("fields").$type<Record<string, unknown>>().notNull(),
    status: text("status").$type<RowStatus>().notNull(),
    questions: jsonb("questions").$type<string[]>().notNull(),
    notes: jsonb("notes").$type<FieldNote[]>().notNull(),
    /** What became of it; empty while nothing has. */
    outcome: text("outcome").$type<RowOutcome>().notNull().default(""),
    /** Hash of what the report says, by which an equal one is known again. */
    content: text("content").notNull().default(""),
    seizureId: uuid("seizure_id"),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.importId, table.row] }),
    index("import_rows_case").on(table.operationId, table.importId, table.caseRow, table.row),
    index("import_rows_state").on(table.operationId, table.importId, table.status, table.outcome, table.row),
    index("import_rows_seizure").on(table.operationId, table.seizureId).where(sql`seizure_id is not null`),
    foreignKey({
      name: "import_rows_import",
      columns: [table.operationId, table.importId],
      foreignColumns: [imports.operationId, imports.id],
    }),
    check("import_rows_status", sql`${table.status} in ('ok', 'question', 'error', 'skip')`),
    check(
      "import_rows_outcome",
      sql`${table.outcome} in ('', 'imported', 'drafted', 'unchanged', 'updated', 'corrected', 'refused')`,
    ),
  ],
);

/** How an agency reads files with these headings: said once, kept for the next file. */
export const importMappings = pgTable(
  "import_mappings",
  {
    agencyId: uuid("agency_id").notNull(),
    fingerprint: text("fingerprint").notNull(),
    columns: jsonb("columns").$type<(Target | null)[]>().notNull(),
    changedBy: uuid("changed_by").notNull(),
    changedAt: instant("changed_at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.fingerprint] })],
);
