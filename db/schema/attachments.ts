import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { audiences } from "./audiences.ts";
import { bytes, instant, operationKey } from "./columns.ts";

/**
 * A photo or document of a record: one row for each use of a file. Who sees the case sees it, unless it has an audience
 * of its own; what it was before it was made clean is its owner's.
 */
export const attachments = pgTable(
  "attachments",
  {
    operationId: operationKey(),
    id: uuid("id").notNull(),
    seizureId: uuid("seizure_id").notNull(),
    agencyId: uuid("agency_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    kind: text("kind").notNull(),
    mediaType: text("media_type").notNull(),
    /** The copy that is shown: where it lies, what it is, how large. */
    viewKey: text("view_key").notNull(),
    viewType: text("view_type").notNull(),
    viewBytes: integer("view_bytes").notNull(),
    thumbKey: text("thumb_key"),
    width: integer("width"),
    height: integer("height"),
    /** Made smaller by its sender before it went over the line. */
    reduced: boolean("reduced").notNull().default(false),
    /** Null: whoever reads the case. */
    audienceId: uuid("audience_id"),
    authorId: uuid("author_id").notNull(),
    at: instant("at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.id] }),
    index("attachments_seizure").on(table.operationId, table.seizureId),
    check("attachments_kind", sql`${table.kind} in ('photo', 'xray', 'document')`),
    foreignKey({
      columns: [table.operationId, table.audienceId],
      foreignColumns: [audiences.operationId, audiences.id],
    }),
  ],
);

/** Tier C of an attachment: the file as it came, its name on the sender's device, and what proves that it is the same. */
export const attachmentOriginals = pgTable(
  "attachment_originals",
  {
    operationId: operationKey(),
    id: uuid("id").notNull(),
    agencyId: uuid("agency_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    key: text("key").notNull(),
    name: text("name").notNull(),
    bytes: integer("bytes").notNull(),
    sha256: text("sha256").notNull(),
    /** Of a smaller copy: the photo on the sender's device that it was made of. */
    ofBytes: integer("of_bytes"),
    ofSha256: text("of_sha256"),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.id] }),
    foreignKey({
      name: "attachment_originals_attachment",
      columns: [table.operationId, table.id],
      foreignColumns: [attachments.operationId, attachments.id],
    }).onDelete("cascade"),
  ],
);

/** A file on its way, piece by piece, over as many connections as it takes; its sender's alone. */
export const uploads = pgTable(
  "uploads",
  {
    operationId: operationKey(),
    id: uuid("id").notNull(),
    seizureId: uuid("seizure_id").notNull(),
    agencyId: uuid("agency_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    memberId: uuid("member_id").notNull(),
    kind: text("kind").notNull(),
    audience: text("audience").notNull(),
    name: text("name").notNull(),
    bytes: integer("bytes").notNull(),
    /** Of a smaller copy: what it was made of. */
    ofBytes: integer("of_bytes"),
    ofSha256: text("of_sha256"),
    received: integer("received").notNull().default(0),
    begunAt: instant("begun_at").notNull().default(sql`clock_timestamp()`),
    lastAt: instant("last_at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.id] }),
    index("uploads_seizure").on(table.operationId, table.seizureId),
    index("uploads_last").on(table.lastAt),
  ],
);

export const uploadPieces = pgTable(
  "upload_pieces",
  {
    operationId: operationKey(),
    uploadId: uuid("upload_id").notNull(),
    /** Of its first byte. */
    position: bigint("position", { mode: "number" }).notNull(),
    memberId: uuid("member_id").notNull(),
    content: bytes("content").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.uploadId, table.position] }),
    foreignKey({
      name: "upload_pieces_upload",
      columns: [table.operationId, table.uploadId],
      foreignColumns: [uploads.operationId, uploads.id],
    }).onDelete("cascade"),
  ],
);
