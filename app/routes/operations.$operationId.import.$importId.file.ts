import { data } from "@remix-run/node";
import { z } from "zod";
import { Id } from "#app/domain/id.ts";
import { Problem } from "#app/domain/problem.ts";
import { answeringForm, parsed, readForm, textOf, wholeOf } from "#app/form.server.ts";
import { forParticipant } from "#app/http.server.ts";
import { importInAddress, importProgress } from "#app/import-page.server.ts";
import { contentOf } from "#app/piece-of-file.server.ts";
import { MOST_PART_BYTES, receivePart } from "#app/services/imports.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";

/** How far a file is: whoever was cut off goes on from there, and a page that waits sees it move. */
export const loader = forParticipant(async ({ acting, params }) => {
  const far = await read(acting, async (tx, self) =>
    importProgress(tx, await importInAddress(tx, memberOf(self), params.importId)),
  );
  return Response.json(far, { headers: { "Cache-Control": "no-store" } });
});

const Piece = z.object({
  id: Id,
  fileName: z.string().max(1_000, "text.long"),
  fileBytes: z.number("form.invalid").int().min(1, "import.file.empty"),
  place: z.number("form.invalid").int().min(0),
});

/** A piece of the file; the same one twice is taken once. */
export const action = forParticipant(async ({ acting, params, request }) => {
  const form = await readForm(request);
  const answer = await answeringForm(form, async () => {
    const piece = parsed(Piece, {
      id: params.importId,
      fileName: textOf(form, "name"),
      fileBytes: wholeOf(form, "bytes"),
      place: wholeOf(form, "place"),
    });
    const content = await contentOf(form, MOST_PART_BYTES);
    if (content === null) throw new Problem("invalid", "import.file.piece");
    return data(await receivePart(acting, { ...piece, content }));
  });
  return Response.json(answer.data, answer.init ?? {});
});
