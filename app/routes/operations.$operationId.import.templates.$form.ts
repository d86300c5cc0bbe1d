import { csvOf } from "#app/domain/csv.ts";
import { TEMPLATE_NAMES, TEMPLATES } from "#app/domain/import-templates.ts";
import { Problem } from "#app/domain/problem.ts";
import { forParticipant } from "#app/http.server.ts";
import { writesReports } from "#app/import-page.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";

/** An empty table with the headings that are understood. */
export const loader = forParticipant(async ({ acting, params }) => {
  const writes = await read(acting, async (_, self) => writesReports(memberOf(self)));
  if (!writes) throw new Problem("forbidden", "import.not_yours");
  const name = TEMPLATE_NAMES.find((one) => one === params.form);
  if (!name) throw new Problem("not-found", "import.unknown");
  const headings = TEMPLATES[name].map(({ heading }) => heading);
  const headers = {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": `attachment; filename="naga-${name}.csv"`,
  };
  return new Response(csvOf(headings, []), { headers });
});
