import { Problem } from "#app/domain/problem.ts";
import { forParticipant } from "#app/http.server.ts";
import { editionFile, REPORT_FILES } from "#app/operation-report-file.server.ts";
import { editionIn } from "#app/operation-report-form.server.ts";
import { preferencesOf } from "#app/preferences.ts";

/** A frozen version as a file, in the reader's language. */
export const loader = forParticipant(async ({ acting, params, request }) => {
  const file = REPORT_FILES.find((name) => name === params.file);
  if (!file) throw new Problem("not-found", "operation_report.edition.unknown");
  return editionFile(acting, editionIn(params), { file, locale: preferencesOf(request).locale });
});
