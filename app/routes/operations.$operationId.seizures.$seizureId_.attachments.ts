import { data } from "@remix-run/node";
import { z } from "zod";
import { UploadInput } from "#app/domain/attachment.ts";
import { Id } from "#app/domain/id.ts";
import { Problem } from "#app/domain/problem.ts";
import { answeringForm, commandOf, parsed, readForm, textOf, wholeOf } from "#app/form.server.ts";
import { forParticipant } from "#app/http.server.ts";
import { seizureIdOf } from "#app/seizure-address.ts";
import { abandonUpload, beginUpload, finishUpload, removeAttachment } from "#app/services/attachments.server.ts";

const Upload = z.object({ upload: Id });
const One = z.object({ attachment: Id });

/** Photos and documents of a record: begun, finished, given up, taken away. The pieces go to the address of the upload. */
export const action = forParticipant(async ({ acting, params, request }) => {
  const seizure = seizureIdOf(params);
  const form = await readForm(request);
  return answeringForm(form, async (intent) => {
    switch (intent) {
      case "begin": {
        const told = { id: textOf(form, "upload"), seizure, bytes: wholeOf(form, "bytes") };
        const said = { kind: textOf(form, "kind"), audience: textOf(form, "audience"), name: textOf(form, "name") };
        return data(await beginUpload(acting, commandOf(form, parsed(UploadInput, { ...told, ...said }))));
      }
      case "finish":
        return data(await finishUpload(acting, commandOf(form, parsed(Upload, { upload: form.get("upload") }))));
      case "abandon":
        return data(await abandonUpload(acting, commandOf(form, parsed(Upload, { upload: form.get("upload") }))));
      case "remove":
        return data(
          await removeAttachment(acting, commandOf(form, parsed(One, { attachment: form.get("attachment") }))),
        );
      default:
        throw new Problem("invalid", "form.invalid");
    }
  });
});
