import { Problem } from "#app/domain/problem.ts";
import { forParticipant } from "#app/http.server.ts";
import { editionFile, REPORT_FILES } from "#app/operation-report-files/edition-file.server.ts";
import { editionIn } from "#app/operation-report-form.server.ts";
import { preferencesOf } from "#app/preferences.ts";

/** A frozen version as a file, in the reader's language. */
export const loader = forParticipant(async ({ acting, params, request }) => {
  const form = REPORT_FILES.get(params.file ?? "");
  if (!form) throw new Problem("not-found", "operation_report.edition.unknown");
  return editionFile(acting, editionIn(params), { form, locale: preferencesOf(request).locale });
});
