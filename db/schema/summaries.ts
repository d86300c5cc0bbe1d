import { sql } from "drizzle-orm";
import { check, foreignKey, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, operationKey } from "./columns.ts";
import { seizures } from "./seizures.ts";

/**
 * Summaries of a case's narrative in other languages. Rows are added alone: the newest version of a language is what
 * stands, and an empty one took it back. Whoever reads the case reads them; with the case they are erased.
 */
export const narrativeSummaries = pgTable(
  "narrative_summaries",
  {
    operationId: operationKey(),
    seizureId: uuid("seizure_id").notNull(),
    language: text("language").notNull(),
    version: integer("version").notNull(),
    /** The version of the case that the translator had read. */
    aboutVersion: integer("about_version").notNull(),
    text: text("text").notNull(),
    authorId: uuid("author_id").notNull(),
    at: instant("at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.seizureId, table.language, table.version] }),
    foreignKey({
      name: "narrative_summaries_about",
      columns: [table.operationId, table.seizureId, table.aboutVersion],
      foreignColumns: [seizures.operationId, seizures.id, seizures.version],
    }).onDelete("cascade"),
    check("narrative_summaries_version", sql`${table.version} > 1 or (${table.version} = 1 and ${table.text} <> '')`),
  ],
);
