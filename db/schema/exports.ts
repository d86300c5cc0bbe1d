import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { CaseMark, CenLayoutName } from "../../app/domain/cen/mapping.ts";
import type { HandedShape } from "../../app/domain/cen/shape.ts";
import { instant, operationKey } from "./columns.ts";
import { members } from "./operations.ts";

/** Released cases of an agency, handed out as a workbook: who did it, when, and how many of them stood how. */
export const caseExports = pgTable(
  "case_exports",
  {
    operationId: operationKey(),
    id: uuid("id").notNull(),
    agencyId: uuid("agency_id").notNull(),
    layout: text("layout").$type<CenLayoutName>().notNull(),
    /** Counts the exports of an agency in this layout; a later one is compared with those before it. */
    number: integer("number").notNull(),
    /** 'changed': what is new, changed or withdrawn since the last one. 'all': the rest, too. */
    scope: text("scope").$type<"changed" | "all">().notNull(),
    madeBy: uuid("made_by").notNull(),
    personId: uuid("person_id").notNull(),
    madeAt: instant("made_at").notNull().default(sql`clock_timestamp()`),
    shape: jsonb("shape").$type<HandedShape>().notNull(),
    state: text("state").$type<"cases" | "withdrawn" | "done" | "dropped">().notNull(),
    /** The case after which the work goes on: by national number, then, for those withdrawn, by id. */
    after: text("after").notNull().default(""),
    /** Cases that were looked at, and those that could be when it began. */
    seen: integer("seen").notNull().default(0),
    expected: integer("expected").notNull().default(0),
    counts: jsonb("counts").$type<Record<CaseMark, number>>().notNull(),
    endedAt: instant("ended_at"),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.id] }),
    index("case_exports_agency").on(table.operationId, table.agencyId, table.madeAt),
    uniqueIndex("case_exports_number").on(table.operationId, table.agencyId, table.layout, table.number),
    uniqueIndex("case_exports_open")
      .on(table.operationId, table.agencyId, table.layout)
      .where(sql`state in ('cases', 'withdrawn')`),
    foreignKey({
      name: "case_exports_member",
      columns: [table.operationId, table.madeBy],
      foreignColumns: [members.operationId, members.id],
    }),
    check("case_exports_layout", sql`${table.layout} in ('cen', 'cencomm')`),
    check("case_exports_scope", sql`${table.scope} in ('changed', 'all')`),
    check("case_exports_state", sql`${table.state} in ('cases', 'withdrawn', 'done', 'dropped')`),
  ],
);

/** One case as it was handed out: which version of it, how it stood, and its cells. */
export const caseExportRows = pgTable(
  "case_export_rows",
  {
    operationId: operationKey(),
    exportId: uuid("export_id").notNull(),
    /** Its place in the workbook. */
    place: integer("place").notNull(),
    agencyId: uuid("agency_id").notNull(),
    seizureId: uuid("seizure_id").notNull(),
    version: integer("version").notNull(),
    mark: text("mark").$type<CaseMark>().notNull(),
    caseNo: text("case_no").notNull(),
    /** Headings under which it says something else than before. */
    changed: jsonb("changed").$type<string[]>().notNull(),
    /** A line for each kind of goods; none once the record was erased. */
    cells: jsonb("cells").$type<string[][]>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.exportId, table.place] }),
    uniqueIndex("case_export_rows_case").on(table.operationId, table.exportId, table.seizureId),
    index("case_export_rows_seizure").on(table.operationId, table.agencyId, table.seizureId),
    index("case_export_rows_mark").on(table.operationId, table.exportId, table.mark, table.place),
    foreignKey({
      name: "case_export_rows_export",
      columns: [table.operationId, table.exportId],
      foreignColumns: [caseExports.operationId, caseExports.id],
    }),
    check("case_export_rows_mark_known", sql`${table.mark} in ('new', 'changed', 'unchanged', 'withdrawn')`),
  ],
);
