import { takingOf } from "#app/domain/operation-report/report-forms.ts";
import { Problem } from "#app/domain/problem.ts";
import { forParticipant } from "#app/http.server.ts";
import { editionFile, FILES_AT_ONCE } from "#app/operation-report-files/edition-file.server.ts";
import { editionIn } from "#app/operation-report-form.server.ts";
import { preferencesOf } from "#app/preferences.ts";
import { noteAccess } from "#app/services/access-log.server.ts";

/** A frozen version in a form that is made in a moment, in the reader's language. Who took it is written down before it goes out. */
export const loader = forParticipant(async ({ acting, params, request, context }) => {
  const form = FILES_AT_ONCE.get(params.file ?? "");
  if (!form) throw new Problem("not-found", "operation_report.edition.unknown");
  const named = editionIn(params);
  const file = await editionFile(acting, named, { form, locale: preferencesOf(request).locale });
  const { requestId } = context;
  await noteAccess(acting, { action: "report.taken", subject: takingOf(named, form), outcome: "shown", requestId });
  return file;
});
