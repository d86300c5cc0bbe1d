import type { ReportAudience } from "#app/domain/operation-report/report.ts";
import type { Acting } from "#app/services/house.server.ts";
import { beginReport, freezeReport, publishReport } from "#app/services/operation-reports.server.ts";
import { aCommand } from "#tests/support/world.ts";
import { type Act, type Form, id } from "./acts.ts";

const REPORTS = "POST /operations/:operation/reports";
const REPORT = `${REPORTS}/:report`;

/** On a report that a lead has begun, with one version frozen. */
const onReport = (form: Form): Act => ({
  send: async ({ lead }) => ({ form, at: { report: await aReport(lead) } }),
});

export const REPORT_ACTS: Record<string, Act> = {
  [`${REPORTS} begin`]: {
    send: () => ({
      form: { report: id(), kind: "end_of_operation", audience: "participants", title: "Final report" },
    }),
  },
  [`${REPORT} reckon`]: onReport({}),
  [`${REPORT} write`]: onReport({
    section: "summary",
    base: "0",
    text: JSON.stringify({ type: "doc", content: [{ type: "paragraph" }] }),
  }),
  [`${REPORT} freeze`]: onReport({ reckoning: "1" }),
  [`${REPORT} publish`]: onReport({ edition: "1" }),
  [`${REPORT} set_aside`]: onReport({ aside: "yes" }),
};

/** A report of a lead with one frozen version, published where its audience is named. */
export async function aReport(lead: Acting, audience?: ReportAudience): Promise<string> {
  const report = id();
  const said = { kind: "end_of_operation" as const, title: "Final report", from: null, to: null };
  await beginReport(lead, aCommand({ id: report, audience: audience ?? "participants", ...said }));
  await freezeReport(lead, aCommand({ report, reckoning: 1 }));
  if (audience) await publishReport(lead, aCommand({ report, edition: 1 }));
  return report;
}
