import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { LoggedDetail, Mask, MediaAct, MediaHindrance, OpenKind, ReleaseState } from "../../app/domain/media.ts";
import { attachments } from "./attachments.ts";
import { day, instant, operationKey } from "./columns.ts";
import { operationReportEditions } from "./operation-reports.ts";

/** Something for the press, with the one minute from which it may be said. Until then for participants alone. */
export const mediaReleases = pgTable(
  "media_releases",
  {
    operationId: operationKey(),
    id: uuid("id").notNull(),
    title: text("title").notNull(),
    words: text("words").notNull().default(""),
    reportId: uuid("report_id"),
    edition: integer("edition"),
    /** Masked copies that their owners cleared, in their order. */
    pictures: uuid("pictures").array().notNull(),
    /** Codes of administrations in the order in which leads name them; null: alphabetically. */
    names: text("names").array(),
    releaseAt: instant("release_at").notNull(),
    state: text("state").$type<ReleaseState>().notNull(),
    /** Its minute came and something was in the way: a lead sets another. */
    waitingSince: instant("waiting_since"),
    waitsFor: text("waits_for").$type<MediaHindrance>(),
    releasedAt: instant("released_at"),
    why: text("why").notNull().default(""),
    madeBy: uuid("made_by").notNull(),
    madeAt: instant("made_at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.id] }),
    index("media_releases_due").on(table.releaseAt).where(sql`state = 'embargoed' and waiting_since is null`),
    index("media_releases_edition").on(table.operationId, table.reportId, table.edition),
    foreignKey({
      name: "media_releases_report",
      columns: [table.operationId, table.reportId, table.edition],
      foreignColumns: [
        operationReportEditions.operationId,
        operationReportEditions.reportId,
        operationReportEditions.number,
      ],
    }),
    check(
      "media_releases_said",
      sql`length(${table.title}) between 1 and 160 and length(${table.words}) <= 8000 and length(${table.why}) <= 1000
        and (${table.reportId} is null) = (${table.edition} is null) and cardinality(${table.pictures}) <= 20`,
    ),
    check(
      "media_releases_state",
      sql`${table.state} in ('embargoed', 'released', 'cancelled') and (${table.state} = 'released') = (${table.releasedAt} is not null)
        and (${table.waitingSince} is null) = (${table.waitsFor} is null) and (${table.state} <> 'released' or ${table.waitingSince} is null)`,
    ),
  ],
);

/** What was wrong in something that is out, or that it does not hold any more. Rows are added alone. */
export const mediaCorrections = pgTable(
  "media_corrections",
  {
    operationId: operationKey(),
    id: uuid("id").notNull(),
    releaseId: uuid("release_id").notNull(),
    kind: text("kind").$type<"correction" | "retraction">().notNull(),
    words: text("words").notNull(),
    saidBy: uuid("said_by").notNull(),
    at: instant("at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.id] }),
    index("media_corrections_release").on(table.operationId, table.releaseId, table.at),
    foreignKey({
      name: "media_corrections_of",
      columns: [table.operationId, table.releaseId],
      foreignColumns: [mediaReleases.operationId, mediaReleases.id],
    }),
    check(
      "media_corrections_said",
      sql`${table.kind} in ('correction', 'retraction') and length(${table.words}) between 1 and 2000`,
    ),
  ],
);

/**
 * A masked copy of a picture: drawn anew with the masks burnt in. Other masks are another row. Its owner looks at it and
 * clears it by name, and may take it out again.
 */
export const mediaPictures = pgTable(
  "media_pictures",
  {
    operationId: operationKey(),
    id: uuid("id").notNull(),
    attachmentId: uuid("attachment_id").notNull(),
    seizureId: uuid("seizure_id").notNull(),
    agencyId: uuid("agency_id").notNull(),
    caption: text("caption").notNull(),
    masks: jsonb("masks").$type<Mask[]>().notNull(),
    viewKey: text("view_key").notNull(),
    thumbKey: text("thumb_key").notNull(),
    sha256: text("sha256").notNull(),
    bytes: integer("bytes").notNull(),
    width: integer("width").notNull(),
    height: integer("height").notNull(),
    maskedBy: uuid("masked_by").notNull(),
    maskedAt: instant("masked_at").notNull().default(sql`clock_timestamp()`),
    clearedBy: uuid("cleared_by"),
    /** The name as it is then: people are renamed and leave. Set by a trigger. */
    clearedName: text("cleared_name").notNull().default(""),
    clearedAt: instant("cleared_at"),
    note: text("note").notNull().default(""),
    withdrawnAt: instant("withdrawn_at"),
    /** Everything that was asked about it: erasing destroys what could prove it. */
    commands: uuid("commands").array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.id] }),
    index("media_pictures_seizure").on(table.operationId, table.seizureId),
    index("media_pictures_attachment").on(table.operationId, table.attachmentId),
    index("media_pictures_view").on(table.viewKey),
    index("media_pictures_thumb").on(table.thumbKey),
    // What is taken from a record, or erased, is taken from here.
    foreignKey({
      name: "media_pictures_of",
      columns: [table.operationId, table.attachmentId],
      foreignColumns: [attachments.operationId, attachments.id],
    }).onDelete("cascade"),
    check("media_pictures_hash", sql`${table.sha256} ~ '^[0-9a-f]{64}$'`),
    check(
      "media_pictures_said",
      sql`length(${table.caption}) between 1 and 300 and length(${table.note}) <= 1000
        and (${table.clearedBy} is null) = (${table.clearedAt} is null)`,
    ),
  ],
);

/** Something about a case is going on that the press would spoil: while it stands, nothing with that case goes out. */
export const mediaBlackouts = pgTable(
  "media_blackouts",
  {
    operationId: operationKey(),
    id: uuid("id").notNull(),
    seizureId: uuid("seizure_id").notNull(),
    agencyId: uuid("agency_id").notNull(),
    kind: text("kind").$type<OpenKind>().notNull(),
    reason: text("reason").notNull(),
    /** It ends by itself then; null: when it is lifted. */
    until: instant("until"),
    openedBy: uuid("opened_by").notNull(),
    openedAt: instant("opened_at").notNull().default(sql`clock_timestamp()`),
    liftedBy: uuid("lifted_by"),
    liftedAt: instant("lifted_at"),
    commands: uuid("commands").array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.id] }),
    index("media_blackouts_seizure").on(table.operationId, table.seizureId),
    index("media_blackouts_standing").on(table.operationId).where(sql`lifted_at is null`),
    check(
      "media_blackouts_said",
      sql`${table.kind} in ('arrest', 'delivery', 'other') and length(${table.reason}) between 1 and 1000
        and (${table.liftedBy} is null) = (${table.liftedAt} is null)`,
    ),
  ],
);

/** What was published of a case in its own country already: by whom and on which day, as its owner says. */
export const mediaKnown = pgTable(
  "media_known",
  {
    operationId: operationKey(),
    id: uuid("id").notNull(),
    seizureId: uuid("seizure_id").notNull(),
    agencyId: uuid("agency_id").notNull(),
    outlet: text("outlet").notNull(),
    source: text("source").notNull(),
    day: day("day").notNull(),
    saidBy: uuid("said_by").notNull(),
    at: instant("at").notNull().default(sql`clock_timestamp()`),
    takenBackAt: instant("taken_back_at"),
    commands: uuid("commands").array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.id] }),
    index("media_known_seizure").on(table.operationId, table.seizureId),
    check("media_known_said", sql`length(${table.outlet}) between 1 and 160 and length(${table.source}) <= 600`),
  ],
);

/** Who did what at the desk, and when; written by triggers alone, never changed. It names no case. */
export const mediaLog = pgTable(
  "media_log",
  {
    operationId: operationKey(),
    id: uuid("id").notNull().default(sql`gen_random_uuid()`),
    at: instant("at").notNull().default(sql`clock_timestamp()`),
    act: text("act").$type<MediaAct>().notNull(),
    /** Null where it was the clock. */
    memberId: uuid("member_id"),
    /** Whose own matter it is; null: that of the desk. */
    agencyId: uuid("agency_id"),
    /** The release, picture or mark that it is about. */
    subject: uuid("subject").notNull(),
    detail: jsonb("detail").$type<LoggedDetail>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.id] }),
    index("media_log_at").on(table.operationId, table.at),
  ],
);
