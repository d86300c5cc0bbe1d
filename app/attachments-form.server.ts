import { data } from "@remix-run/node";
import { z } from "zod";
import { MOST_PIECE_BYTES, UploadInput } from "./domain/attachment.ts";
import { Id } from "./domain/id.ts";
import { Problem } from "./domain/problem.ts";
import { commandOf, parsed, textOf, wholeOf } from "./form.server.ts";
import { contentOf } from "./piece-of-file.server.ts";
import { abandonUpload, addPiece, beginUpload, finishUpload, removeAttachment } from "./services/attachments.server.ts";
import type { Acting } from "./services/house.server.ts";

const Upload = z.object({ upload: Id });
const One = z.object({ attachment: Id });

type Sent = { acting: Acting; seizure: Id; form: FormData; intent: string };

/** One step of sending a file, or of taking one away, by the name of its form. */
export async function sendFileByForm({ acting, seizure, form, intent }: Sent) {
  const upload = () => ({ ...parsed(Upload, { upload: form.get("upload") }), seizure });
  const attachment = () => ({ ...parsed(One, { attachment: form.get("attachment") }), seizure });
  switch (intent) {
    case "begin": {
      const told = { id: textOf(form, "upload"), seizure, bytes: wholeOf(form, "bytes") };
      const said = { kind: textOf(form, "kind"), audience: textOf(form, "audience"), name: textOf(form, "name") };
      const of = form.has("ofSha256")
        ? { bytes: wholeOf(form, "ofBytes"), sha256: textOf(form, "ofSha256") }
        : undefined;
      return data(await beginUpload(acting, commandOf(form, parsed(UploadInput, { ...told, ...said, of }))));
    }
    case "piece":
      return data(
        await addPiece(acting, { ...upload(), position: wholeOf(form, "position"), content: await pieceOf(form) }),
      );
    case "finish":
      return data(await finishUpload(acting, commandOf(form, upload())));
    case "abandon":
      return data(await abandonUpload(acting, commandOf(form, upload())));
    case "remove":
      return data(await removeAttachment(acting, commandOf(form, attachment())));
    default:
      throw new Problem("invalid", "form.invalid");
  }
}

async function pieceOf(form: FormData): Promise<Uint8Array> {
  const content = await contentOf(form, MOST_PIECE_BYTES);
  if (content === null) throw new Problem("invalid", "attachment.piece");
  return content;
}
