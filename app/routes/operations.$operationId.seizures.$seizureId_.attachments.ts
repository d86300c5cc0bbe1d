import { sendFileByForm } from "#app/attachments-form.server.ts";
import { filesOfRecord } from "#app/attachments-page.server.ts";
import { Problem } from "#app/domain/problem.ts";
import { answeringForm, readForm } from "#app/form.server.ts";
import { forParticipant } from "#app/http.server.ts";
import { seizureIdOf } from "#app/seizure-address.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { findReport } from "#db/queries/reports.server.ts";
import { findFact } from "#db/queries/seizures.server.ts";

/** What is there, and how much has come of what is on its way: whoever was cut off goes on from there. */
export const loader = forParticipant(async ({ acting, operationId, params }) => {
  const id = seizureIdOf(params);
  return read(acting, async (tx, self) => {
    const [fact, report] = await Promise.all([findFact(tx, operationId, id), findReport(tx, operationId, id)]);
    if (!fact && !report) throw new Problem("not-found", "seizure.unknown");
    return Response.json(await filesOfRecord(tx, memberOf(self), { id, report, released: fact !== undefined }));
  });
});

/** Photos and documents of a record: begun, piece by piece, finished, given up, taken away. */
export const action = forParticipant(async ({ acting, params, request }) => {
  const form = await readForm(request);
  const answer = await answeringForm(form, (intent) =>
    sendFileByForm({ acting, seizure: seizureIdOf(params), form, intent }),
  );
  return Response.json(answer.data, answer.init ?? {});
});
