import { and, asc, count, eq, sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { Db, Tx } from "../client.server.ts";
import { attachmentOriginals, attachments, uploadPieces, uploads } from "../schema.ts";

/** With what their owner alone sees of them. */
function withOriginals(tx: Tx) {
  return tx
    .select({ attachment: attachments, original: attachmentOriginals })
    .from(attachments)
    .leftJoin(
      attachmentOriginals,
      and(eq(attachmentOriginals.operationId, attachments.operationId), eq(attachmentOriginals.id, attachments.id)),
    );
}

/** The photos and documents of a record that the reader may see. */
export async function attachmentsOf(tx: Tx, operationId: Id, seizure: Id) {
  return withOriginals(tx)
    .where(and(eq(attachments.operationId, operationId), eq(attachments.seizureId, seizure)))
    .orderBy(asc(attachments.at), asc(attachments.id));
}

export async function findAttachment(tx: Tx, operationId: Id, id: Id) {
  const [row] = await withOriginals(tx).where(and(eq(attachments.operationId, operationId), eq(attachments.id, id)));
  return row;
}

/** Files of the record that are on their way from this reader, and of which pieces are missing. */
export async function uploadsOf(tx: Tx, operationId: Id, seizure: Id) {
  return tx
    .select()
    .from(uploads)
    .where(and(eq(uploads.operationId, operationId), eq(uploads.seizureId, seizure)))
    .orderBy(asc(uploads.begunAt));
}

function oneUpload(tx: Tx, operationId: Id, id: Id) {
  return tx
    .select()
    .from(uploads)
    .where(and(eq(uploads.operationId, operationId), eq(uploads.id, id)));
}

export async function findUpload(tx: Tx, operationId: Id, id: Id) {
  const [row] = await oneUpload(tx, operationId, id);
  return row;
}

/** The same, held until the transaction ends. */
export async function lockUpload(tx: Tx, operationId: Id, id: Id) {
  const [row] = await oneUpload(tx, operationId, id).for("update");
  return row;
}

/** All pieces in their order. */
export async function piecesOf(tx: Tx, operationId: Id, uploadId: Id): Promise<Uint8Array[]> {
  const rows = await tx
    .select({ content: uploadPieces.content })
    .from(uploadPieces)
    .where(and(eq(uploadPieces.operationId, operationId), eq(uploadPieces.uploadId, uploadId)))
    .orderBy(asc(uploadPieces.position));
  return rows.map(({ content }) => content);
}

/** How many files the record has or is about to have, as far as the own agency sees. */
export async function filesOf(tx: Tx, operationId: Id, seizure: Id): Promise<number> {
  const [[kept], [coming]] = await Promise.all([
    tx
      .select({ n: count() })
      .from(attachments)
      .where(and(eq(attachments.operationId, operationId), eq(attachments.seizureId, seizure))),
    tx
      .select({ n: count() })
      .from(uploads)
      .where(and(eq(uploads.operationId, operationId), eq(uploads.seizureId, seizure))),
  ]);
  return (kept?.n ?? 0) + (coming?.n ?? 0);
}

/** Of these keys, those that no row names. */
export async function unnamedFiles(db: Db, keys: readonly string[]): Promise<string[]> {
  const rows = await db.execute<{ key: string }>(sql`select unnamed_files(${`{${keys.join(",")}}`}::text[]) as key`);
  return rows.map(({ key }) => key);
}

export async function dropStaleUploads(db: Db, before: Date): Promise<number> {
  const [row] = await db.execute<{ n: number }>(
    sql`select drop_stale_uploads(${before.toISOString()}::timestamptz) as n`,
  );
  return row?.n ?? 0;
}
