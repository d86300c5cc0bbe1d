import { z } from "zod";
import { Id } from "./id.ts";
import { RequiredText } from "./text.ts";

export const ATTACHMENT_KINDS = ["photo", "xray", "document"] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

/** Who beside its owner sees one: those who read the case, or nobody. */
export const ATTACHMENT_AUDIENCES = ["case", "own"] as const;
export type AttachmentAudience = (typeof ATTACHMENT_AUDIENCES)[number];

/** What a file may be, told by its content and not by its name. */
export const MEDIA = {
  "image/jpeg": "image",
  "image/png": "image",
  "image/webp": "image",
  "image/tiff": "image",
  "application/pdf": "pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "office",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "office",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "office",
  "application/vnd.oasis.opendocument.text": "office",
  "application/vnd.oasis.opendocument.spreadsheet": "office",
} as const satisfies Record<string, "image" | "pdf" | "office">;
export type MediaType = keyof typeof MEDIA;

export function isMediaType(type: string): type is MediaType {
  return Object.hasOwn(MEDIA, type);
}

/** Bytes of one file at most. */
export const MOST_BYTES = 25 * 1024 ** 2;
/** Bytes of one piece at most; how large pieces are within that is the sender's choice, by the line it has. */
export const MOST_PIECE_BYTES = 512 * 1024;
/** Files of one record at most, those under way included. */
export const MOST_OF_RECORD = 40;

/** The photo of which a smaller copy was made. If it comes itself, later, its own hash says that it is the one. */
export const PhotoReduced = z.object({
  bytes: z.int("attachment.reduced").min(1, "attachment.reduced"),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, "attachment.reduced"),
});
export type PhotoReduced = z.infer<typeof PhotoReduced>;

/** What is told of a file before its first piece. `id` is made by the sender; the attachment will have it. */
export const UploadInput = z.object({
  id: Id,
  seizure: Id,
  kind: z.enum(ATTACHMENT_KINDS, "attachment.kind"),
  audience: z.enum(ATTACHMENT_AUDIENCES, "attachment.audience"),
  /** As the sender's device has it; the owner alone sees it. */
  name: RequiredText(200),
  bytes: z.int("attachment.empty").min(1, "attachment.empty").max(MOST_BYTES, "attachment.too_large"),
  /** Of a smaller copy that the sender's device has made: what of. */
  of: PhotoReduced.optional(),
});
export type UploadInput = z.infer<typeof UploadInput>;

/** What those who may see one know of it. */
export type Attachment = {
  id: Id;
  kind: AttachmentKind;
  mediaType: MediaType;
  /** Size of the copy that is shown; null where none could be made, and the owner alone has the original. */
  bytes: number | null;
  hasThumb: boolean;
  width: number | null;
  height: number | null;
  at: string;
  audience: AttachmentAudience;
  /** Its sender's device had made it smaller: it shows less than the photo did. */
  reduced: boolean;
  /** For the owner: the file as it came, and of a smaller copy the photo behind it. */
  original: { name: string; bytes: number; sha256: string; of: PhotoReduced | null } | null;
};

/** The photos and documents of one record, for its reader. */
export type RecordFiles = {
  seizure: Id;
  attachments: readonly Attachment[];
  pending: readonly PendingUpload[];
  mayAdd: boolean;
  mayRemove: boolean;
};

/** A file of which not all pieces have come, for whoever sends it. */
export type PendingUpload = { id: Id; kind: AttachmentKind; name: string; bytes: number; received: number };

/** Whether the whole photo behind a smaller copy has come to the same record. */
export function wholeHasCome({ original }: Attachment, all: readonly Attachment[]): boolean {
  return original?.of != null && all.some((other) => other.original?.sha256 === original.of?.sha256);
}
