import { createReadableStreamFromReadable } from "@remix-run/node";
import { csvOf } from "#app/domain/csv.ts";
import { TEMPLATE_NAMES, TEMPLATES } from "#app/domain/import-templates.ts";
import { Problem } from "#app/domain/problem.ts";
import { forParticipant } from "#app/http.server.ts";
import { writesReports } from "#app/import-page.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { WORKBOOK_TYPE, writeWorkbook } from "#app/spreadsheet/write-workbook.server.ts";

/** An empty table with the headings that are understood: text in columns, or a workbook where the name ends in ".xlsx". */
export const loader = forParticipant(async ({ acting, params }) => {
  const writes = await read(acting, async (_, self) => writesReports(memberOf(self)));
  if (!writes) throw new Problem("forbidden", "import.not_yours");
  const [form, kind = "csv"] = (params.form ?? "").split(".");
  const name = TEMPLATE_NAMES.find((one) => one === form);
  if (!name || (kind !== "csv" && kind !== "xlsx")) throw new Problem("not-found", "import.unknown");
  const headings = TEMPLATES[name].map(({ heading }) => heading);
  const attached = { "Content-Disposition": `attachment; filename="naga-${name}.${kind}"` };
  if (kind === "csv") {
    const headers = { "Content-Type": "text/csv; charset=utf-8", ...attached };
    return new Response(csvOf(headings, []), { headers });
  }
  const widths = headings.map((heading) => Math.max(14, heading.length + 2));
  const rows = [headings.map((text) => ({ text, style: "heading" as const }))];
  const workbook = writeWorkbook([{ name: "Seizures", widths, headed: true, rows }]);
  const headers = { "Content-Type": WORKBOOK_TYPE, ...attached };
  return new Response(createReadableStreamFromReadable(workbook), { headers });
});
