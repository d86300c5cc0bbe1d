import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { beginAs, type Self } from "#db/queries/acting.server.ts";
import { filesOf, findAttachment, findUpload, lockUpload, piecesOf } from "#db/queries/attachments.server.ts";
import { anEvent } from "#db/queries/events.server.ts";
import { attachmentOriginals, attachments, uploadPieces, uploads } from "#db/schema.ts";
import { type Cleaned, cleaned, mediaTypeOf } from "../attachments/clean.server.ts";
import { newKey } from "../attachments/store.server.ts";
import {
  type AttachmentAudience,
  type MediaType,
  MOST_OF_RECORD,
  MOST_PIECE_BYTES,
  type UploadInput,
} from "../domain/attachment.ts";
import type { Id } from "../domain/id.ts";
import { Problem } from "../domain/problem.ts";
import { resolveAudience } from "./audience.server.ts";
import type { Acting } from "./house.server.ts";
import { findReport, type Report } from "./report-rows.server.ts";
import { type Change, type Command, memberOf, mustBeAllowed, type Outcome, read, write } from "./write.server.ts";

const OVER: ReadonlySet<string> = new Set(["discarded", "erased"]);

/** The record that files are added to or taken from: of the own unit, or for a contact point of the own agency. */
async function recordOf(change: Change, seizure: Id): Promise<Report> {
  const report = await findReport(change, seizure);
  if (!report || OVER.has(report.state)) throw new Problem("not-found", "report.unknown");
  mustBeAllowed(change.self, "attachment.add", report);
  return report;
}

/** Says which file is going to come. Nothing of it is shown to anybody before it is whole. */
export async function beginUpload(acting: Acting, command: Command<UploadInput>): Promise<Outcome> {
  return write(acting, "attachment.begin", command, async (change): Promise<Outcome> => {
    const { id, seizure, of, ...told } = command.input;
    const { operationId, agencyId, unitId } = await recordOf(change, seizure);
    const { tx, self } = change;
    if ((await filesOf(tx, operationId, seizure)) >= MOST_OF_RECORD) {
      throw new Problem("invalid", "attachment.too_many", { most: MOST_OF_RECORD });
    }
    const keys = { operationId, id, seizureId: seizure, agencyId, unitId, memberId: memberOf(self).id };
    const begun = await tx
      .insert(uploads)
      .values({ ...keys, ...told, ofBytes: of?.bytes, ofSha256: of?.sha256 })
      .onConflictDoNothing()
      .returning({ id: uploads.id });
    // Another command had this id, or somebody else has it: the same answer for both.
    if (begun.length === 0) throw new Problem("conflict", "command.reused");
    return { attachment: id };
  });
}

/** A file on its way to a record. */
type Way = { upload: Id; seizure: Id };

/** One piece, from its first byte on. A piece that came before is not taken again; one too early is told what is missing. */
export async function addPiece(
  acting: Acting,
  { upload: id, seizure, position, content }: Way & { position: number; content: Uint8Array },
): Promise<{ received: number; bytes: number }> {
  if (content.length === 0 || content.length > MOST_PIECE_BYTES || !Number.isInteger(position))
    throw new Problem("invalid", "attachment.piece");
  return acting.house.db.transaction(async (tx) => {
    const member = memberOf(await bearer(tx, acting));
    const { operationId } = member;
    const upload = await lockUpload(tx, operationId, id);
    if (upload?.seizureId !== seizure) throw new Problem("not-found", "attachment.unknown");
    const { received, bytes } = upload;
    if (position !== received) return { received, bytes };
    if (position + content.length > bytes) throw new Problem("invalid", "attachment.piece");
    await tx.insert(uploadPieces).values({ operationId, uploadId: id, position, memberId: member.id, content });
    await tx
      .update(uploads)
      .set({ received: received + content.length, lastAt: new Date() })
      .where(and(eq(uploads.operationId, operationId), eq(uploads.id, id)));
    return { received: received + content.length, bytes };
  });
}

async function bearer(tx: Tx, acting: Acting): Promise<Self> {
  const self = await beginAs(tx, acting.token, acting.operationId);
  if (!self) throw new Problem("unauthenticated", "session.ended");
  return self;
}

type Kept = {
  upload: typeof uploads.$inferSelect;
  mediaType: MediaType;
  sha256: string;
  cleaned: Cleaned;
  keys: { original: string; view: string; thumb: string | null };
};

/**
 * Makes an attachment of a file that has come whole: looks at what it is, has it scanned, makes the clean copy, writes
 * the files, and only then the row. What a crash in between leaves behind is swept; the pieces stay until the row stands,
 * so that it can be asked for again.
 */
export async function finishUpload(acting: Acting, command: Command<Way>): Promise<Outcome> {
  const kept = await keepFiles(acting, command.input);
  return write(acting, "attachment.add", command, async (change): Promise<Outcome> => {
    // Asked again after it was done: `write` has answered by now. Another command cannot do it twice.
    if (!kept) throw new Problem("not-found", "attachment.unknown");
    const { upload, sha256, mediaType, cleaned, keys } = kept;
    const record = await recordOf(change, upload.seizureId);
    const { operationId, agencyId, unitId } = record;
    const { tx, note, self } = change;
    const member = memberOf(self);
    const { id, seizureId, kind, name } = upload;
    const audienceId = upload.audience === "case" ? null : await ownAlone(change);
    await tx.insert(attachments).values({
      ...{ operationId, id, seizureId, agencyId, unitId, kind, mediaType, audienceId, authorId: member.id },
      ...{ viewKey: keys.view, viewType: cleaned.view.mediaType, viewBytes: cleaned.view.bytes.length },
      ...{ thumbKey: keys.thumb, width: cleaned.width, height: cleaned.height, reduced: upload.ofSha256 !== null },
    });
    const { bytes, ofBytes, ofSha256 } = upload;
    const original = { key: keys.original, name, bytes, sha256, ofBytes, ofSha256 };
    await tx.insert(attachmentOriginals).values({ operationId, id, agencyId, unitId, ...original });
    await tx.delete(uploads).where(and(eq(uploads.operationId, operationId), eq(uploads.id, id)));
    note(anEvent("attachment.added", { seizure: seizureId, attachment: id }, "unit", unitId));
    tellReaders(change, record, audienceId);
    return { attachment: id, seizure: seizureId };
  });
}

/** Pages of the released case that are open show it at once, and no other page hears of it. */
function tellReaders({ note }: Change, { id, state }: Report, audienceId: Id | null) {
  if (state === "released") note(anEvent("case.touched", { case: id, own: audienceId !== null }, "operation"));
}

function ownAlone({ tx, self }: Change): Promise<Id> {
  return resolveAudience(tx, memberOf(self), { kind: "agencies", agencies: [] });
}

/** Null where there is no such upload any more. */
async function keepFiles(acting: Acting, { upload: id, seizure }: Way): Promise<Kept | null> {
  const found = await read(acting, async (tx, self) => {
    const { operationId } = memberOf(self);
    const upload = await findUpload(tx, operationId, id);
    return upload?.seizureId === seizure ? { upload, pieces: await piecesOf(tx, operationId, id) } : null;
  });
  if (!found) return null;
  const { upload, pieces } = found;
  const bytes = Buffer.concat(pieces);
  if (bytes.length !== upload.bytes) {
    throw new Problem("conflict", "attachment.incomplete", { received: bytes.length, bytes: upload.bytes });
  }
  try {
    return await keepWhole(acting, upload, bytes);
  } catch (thrown) {
    // What is no good stays no good: nobody is asked to go on with it.
    if (thrown instanceof Problem && thrown.kind === "invalid") await dropUpload(acting, id);
    throw thrown;
  }
}

async function dropUpload(acting: Acting, id: Id): Promise<void> {
  await acting.house.db.transaction(async (tx) => {
    const { operationId } = memberOf(await bearer(tx, acting));
    await tx.delete(uploads).where(and(eq(uploads.operationId, operationId), eq(uploads.id, id)));
  });
}

async function keepWhole(acting: Acting, upload: Kept["upload"], bytes: Uint8Array): Promise<Kept> {
  const { files, scan } = acting.house;
  const mediaType = await mediaTypeOf(bytes);
  // A scanned page is a document too; a text is no photo.
  if (upload.kind !== "document" && !mediaType.startsWith("image/")) {
    throw new Problem("invalid", "attachment.no_picture");
  }
  await scan?.(bytes);
  const clean = await cleaned(bytes, mediaType);
  const keys = { original: newKey(), view: newKey(), thumb: clean.thumb && newKey() };
  await Promise.all([
    files.put(keys.original, bytes),
    files.put(keys.view, clean.view.bytes),
    keys.thumb && clean.thumb && files.put(keys.thumb, clean.thumb),
  ]);
  return { upload, mediaType, sha256: createHash("sha256").update(bytes).digest("hex"), cleaned: clean, keys };
}

/** Gives a file up that has not come whole. */
export async function abandonUpload(acting: Acting, command: Command<Way>): Promise<Outcome> {
  return write(acting, "attachment.abandon", command, async ({ tx, self }): Promise<Outcome> => {
    const { operationId } = memberOf(self);
    const upload = await lockUpload(tx, operationId, command.input.upload);
    if (upload?.seizureId !== command.input.seizure) throw new Problem("not-found", "attachment.unknown");
    await tx.delete(uploads).where(and(eq(uploads.operationId, operationId), eq(uploads.id, upload.id)));
    return { attachment: upload.id };
  });
}

/** Takes it from the record, for everybody and for good: its files go with the next sweep. */
export async function removeAttachment(
  acting: Acting,
  command: Command<{ attachment: Id; seizure: Id }>,
): Promise<Outcome> {
  return write(acting, "attachment.remove", command, async (change): Promise<Outcome> => {
    const { tx, self, note } = change;
    const { operationId } = memberOf(self);
    const found = await findAttachment(tx, operationId, command.input.attachment);
    if (found?.attachment.seizureId !== command.input.seizure) throw new Problem("not-found", "attachment.unknown");
    const { id, seizureId, unitId } = found.attachment;
    const report = await recordOf(change, seizureId);
    // What was released stands until a contact point corrects it.
    mustBeAllowed(self, report.state === "released" ? "seizure.amend" : "report.write", report);
    await tx.delete(attachments).where(and(eq(attachments.operationId, operationId), eq(attachments.id, id)));
    note(anEvent("attachment.removed", { seizure: seizureId, attachment: id }, "unit", unitId));
    tellReaders(change, report, found.attachment.audienceId);
    return { attachment: id, seizure: seizureId };
  });
}

/** For the words on the screen: what an audience that is stored says. */
export function audienceOf({ audienceId }: { audienceId: Id | null }): AttachmentAudience {
  return audienceId === null ? "case" : "own";
}
