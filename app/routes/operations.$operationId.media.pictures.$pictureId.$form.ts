import { createReadableStreamFromReadable } from "@remix-run/node";
import { Id } from "#app/domain/id.ts";
import { Problem } from "#app/domain/problem.ts";
import { forParticipant } from "#app/http.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { findPicture, type MediaPicture } from "#db/queries/media.server.ts";

const unknown = () => new Problem("not-found", "media.picture.unknown");

/** A masked copy, large or small, for whoever its policies let see it. There is no way from here to what lies under it. */
export const loader = forParticipant(async ({ acting, params }) => {
  const id = Id.safeParse(params.pictureId);
  if (!id.success) throw unknown();
  const found = await read(acting, (tx, self) => findPicture(tx, memberOf(self).operationId, id.data));
  const file = found && fileOf(found, params.form);
  const stored = file && (await acting.house.files.read(file.key));
  if (!stored) throw unknown();
  return new Response(createReadableStreamFromReadable(stored.stream), {
    headers: {
      "Content-Type": file.type,
      "Content-Length": String(stored.bytes),
      "Content-Disposition": `inline; filename="${id.data}.${file.extension}"`,
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
    },
  });
});

function fileOf({ viewKey, thumbKey }: MediaPicture, form: string | undefined) {
  if (form === "view") return { key: viewKey, type: "image/jpeg", extension: "jpg" };
  return form === "thumb" ? { key: thumbKey, type: "image/webp", extension: "webp" } : null;
}
