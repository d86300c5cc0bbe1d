import { MOST_PIECE_BYTES } from "#app/domain/attachment.ts";
import { Id } from "#app/domain/id.ts";
import { Problem } from "#app/domain/problem.ts";
import { forParticipant } from "#app/http.server.ts";
import { addPiece } from "#app/services/attachments.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { findUpload } from "#db/queries/attachments.server.ts";

function uploadIdOf(params: Record<string, string | undefined>): Id {
  const id = Id.safeParse(params.uploadId);
  if (!id.success) throw new Problem("not-found", "attachment.unknown");
  return id.data;
}

/** How much of it has come: whoever was cut off goes on from there. */
export const loader = forParticipant(async ({ acting, params }) => {
  const id = uploadIdOf(params);
  const upload = await read(acting, (tx, self) => findUpload(tx, memberOf(self).operationId, id));
  if (!upload) throw new Problem("not-found", "attachment.unknown");
  return Response.json({ received: upload.received, bytes: upload.bytes });
});

const POSITION = /^\d{1,9}$/;

/** One piece of it: its bytes as the body, the position of the first as `Upload-Offset`. */
export const action = forParticipant(async ({ acting, params, request }) => {
  const upload = uploadIdOf(params);
  const position = request.headers.get("Upload-Offset") ?? "";
  if (request.method !== "PUT" || !POSITION.test(position)) throw new Problem("invalid", "attachment.piece");
  const content = new Uint8Array(await bodyOf(request));
  if (content.length > MOST_PIECE_BYTES) throw new Problem("invalid", "attachment.piece");
  return Response.json(await addPiece(acting, { upload, position: Number(position), content }));
});

async function bodyOf(request: Request): Promise<ArrayBuffer> {
  try {
    return await request.arrayBuffer();
  } catch {
    throw new Problem("invalid", "attachment.piece");
  }
}
