import { createReadableStreamFromReadable } from "@remix-run/node";
import { Id } from "#app/domain/id.ts";
import { Problem } from "#app/domain/problem.ts";
import { forParticipant } from "#app/http.server.ts";
import { noteAccess } from "#app/services/access-log.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { findAttachment } from "#db/queries/attachments.server.ts";

const unknown = () => new Problem("not-found", "attachment.unknown");

/** The small picture, the copy that is shown, or for its owner the file as it came. Each is asked of the policies. */
export const loader = forParticipant(async ({ acting, params, context }) => {
  const id = Id.safeParse(params.attachmentId);
  if (!id.success) throw unknown();
  const found = await read(acting, async (tx, self) => {
    const { operationId, agencyId } = memberOf(self);
    const row = await findAttachment(tx, operationId, id.data);
    return row && { ...row, own: row.attachment.agencyId === agencyId };
  });
  const file = found && fileOf(found, params.form);
  if (!file) throw unknown();
  const { requestId } = context;
  // Written down before it is shown, like a name; small pictures belong to the page, which is noted itself.
  if (!found.own && params.form !== "thumb") {
    const subject = found.attachment.seizureId;
    await noteAccess(acting, { action: "attachment.read", subject, outcome: "shown", requestId });
  }
  const stored = await acting.house.files.read(file.key);
  if (!stored) throw unknown();
  return new Response(createReadableStreamFromReadable(stored.stream), {
    headers: {
      "Content-Type": file.type,
      "Content-Length": String(stored.bytes),
      "Content-Disposition": `${file.type.startsWith("image/") ? "inline" : "attachment"}; filename="${file.name}"`,
      // Whatever a file may hold, it does nothing here.
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
    },
  });
});

type Found = NonNullable<Awaited<ReturnType<typeof findAttachment>>>;

/** Names of files that go out are made of the id: what its sender called it is its owner's. */
function fileOf({ attachment, original }: Found, form: string | undefined) {
  const { id, viewKey, viewType, thumbKey, mediaType } = attachment;
  if (form === "view") return { key: viewKey, type: viewType, name: `${id}.${extensionOf(viewType)}` };
  if (form === "thumb") return thumbKey && { key: thumbKey, type: "image/webp", name: `${id}.webp` };
  if (form !== "original" || !original) return null;
  // As it came, and therefore never opened by a browser.
  return { key: original.key, type: "application/octet-stream", name: `${id}.${extensionOf(mediaType)}` };
}

const EXTENSIONS: Record<string, string> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "image/tiff": "tif",
  "application/pdf": "pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
  "application/vnd.oasis.opendocument.text": "odt",
  "application/vnd.oasis.opendocument.spreadsheet": "ods",
};

const extensionOf = (type: string): string => EXTENSIONS[type] ?? "bin";
