import { createReadableStreamFromReadable } from "@remix-run/node";
import { TAKEN_FORMS, takingOf } from "#app/domain/operation-report/report-forms.ts";
import { Problem } from "#app/domain/problem.ts";
import { forParticipant } from "#app/http.server.ts";
import { nameOfFile, typeOfForm } from "#app/operation-report-files/edition-file.server.ts";
import { editionIn } from "#app/operation-report-form.server.ts";
import { fileInAddress } from "#app/report-files-page.server.ts";
import { noteAccess } from "#app/services/access-log.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";

/** A file of a frozen version as it was made. Who took it is written down before it goes out. */
export const loader = forParticipant(async ({ acting, params, context: { requestId } }) => {
  const named = editionIn(params);
  const { of, code } = await read(acting, async (tx, self) => ({
    of: await fileInAddress(tx, self, named, params.fileId),
    code: memberOf(self).operation.code,
  }));
  const form = TAKEN_FORMS.find((one) => one === of.form);
  const file = of.fileKey === null ? null : await acting.house.files.read(of.fileKey);
  if (!form || !file) throw new Problem("not-found", "report_file.unknown");
  await noteAccess(acting, { action: "report.taken", subject: takingOf(named, form), outcome: "shown", requestId });
  const headers = {
    "Content-Type": typeOfForm(form),
    "Content-Length": String(file.bytes),
    "Content-Disposition": `attachment; filename="${nameOfFile(code, named, { form, locale: of.locale })}"`,
    "Cache-Control": "no-store",
  };
  return new Response(createReadableStreamFromReadable(file.stream), { headers });
});
