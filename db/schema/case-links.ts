import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { LinkAnswer } from "../../app/domain/case-links/standing.ts";
import { instant, operationKey } from "./columns.ts";

/**
 * What two cases may have in common, one row for each: the present version's alone, kept by triggers. A row is read by
 * whoever reads the tier that it is from, of that very seizure.
 */
export const seizureClues = pgTable(
  "seizure_clues",
  {
    operationId: operationKey(),
    seizureId: uuid("seizure_id").notNull(),
    tier: text("tier").notNull(),
    kind: text("kind").notNull(),
    /** As it is compared: small letters and digits without spaces or signs, or codes. */
    value: text("value").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.kind, table.value, table.seizureId] }),
    index("seizure_clues_seizure").on(table.operationId, table.seizureId),
    check("seizure_clues_tier", sql`${table.tier} in ('A', 'B', 'C')`),
  ],
);

/**
 * What a person said of two cases: rows are added alone, the newest of a pair is what stands, and `open` took the one
 * before it back. Whoever reads both cases reads it.
 */
export const caseLinks = pgTable(
  "case_links",
  {
    operationId: operationKey(),
    one: uuid("one").notNull(),
    other: uuid("other").notNull(),
    version: integer("version").notNull(),
    answer: text("answer").$type<LinkAnswer>().notNull(),
    note: text("note").notNull().default(""),
    /** What stood before its author, as digests: whoever reads the answer need not read all that it was given on. */
    reasons: text("reasons").array().notNull(),
    authorId: uuid("author_id").notNull(),
    commandId: uuid("command_id").notNull(),
    at: instant("at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.one, table.other, table.version] }),
    index("case_links_other").on(table.operationId, table.other),
    check("case_links_two", sql`${table.one} < ${table.other}`),
    check("case_links_answer", sql`${table.answer} in ('linked', 'apart', 'open') and ${table.version} > 0`),
    check("case_links_note", sql`length(${table.note}) <= 1000`),
  ],
);
