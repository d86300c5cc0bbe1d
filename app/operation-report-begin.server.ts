import type { Id } from "./domain/id.ts";
import { REPORT_KINDS, ReportBegun, SUBJECT_OF } from "./domain/operation-report/report.ts";
import { commandOf, parsed, textOf } from "./form.server.ts";
import type { Acting } from "./services/house.server.ts";
import { beginReport } from "./services/operation-reports.server.ts";

const dayOf = (form: FormData, name: string) => textOf(form, name) || null;

/** Begins a report and says which. */
export async function beginReportByForm(acting: Acting, form: FormData): Promise<Id> {
  const kind = textOf(form, "kind");
  const named = SUBJECT_OF[REPORT_KINDS.find((one) => one === kind) ?? "end_of_operation"];
  const suppress = textOf(form, "suppress");
  const begun = parsed(ReportBegun, {
    id: textOf(form, "report"),
    kind,
    audience: textOf(form, "audience"),
    title: textOf(form, "title"),
    // Days that were typed before another kind was chosen are no part of that.
    from: kind === "situation" ? dayOf(form, "from") : null,
    to: kind === "situation" ? dayOf(form, "to") : null,
    subject: named ? textOf(form, named) || null : null,
    suppressUnder: suppress === "" ? null : Number(suppress),
  });
  await beginReport(acting, commandOf(form, begun));
  return begun.id;
}
