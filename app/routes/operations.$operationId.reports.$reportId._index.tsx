import { data, type MetaFunction } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { renewAfterAnswer, sendOrKeep } from "#app/components/form/line-loss.ts";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { ReportPage } from "#app/components/operation-report/report-page.tsx";
import { RefusedState } from "#app/components/ui/states.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import { may } from "#app/domain/access.ts";
import { answeringForm, readForm } from "#app/form.server.ts";
import { caseAskedIn, casesFor } from "#app/highlights-page.server.ts";
import { forParticipant } from "#app/http.server.ts";
import { useRenewalOn } from "#app/live/use-renewal-on.ts";
import { changeReportByForm, reportIn } from "#app/operation-report-form.server.ts";
import { reportPage } from "#app/operation-report-page.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { changeBesideDraftByForm } from "#app/report-signing-form.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "operation_report.list.title") }];

export const clientAction = sendOrKeep;
export const shouldRevalidate = renewAfterAnswer;

export const loader = forParticipant(async ({ acting, params, request }) => {
  const asked = caseAskedIn(request);
  const page = await read(acting, async (tx, self) => {
    const member = memberOf(self);
    if (!may(member, "operation_report.read", member.operation.state)) return null;
    const id = reportIn(params.reportId);
    const report = await reportPage(tx, { house: acting.house, self }, id);
    return { ...report, found: await casesFor(tx, self, id, asked) };
  });
  return data({ page }, { status: page ? 200 : 403 });
});

export const action = forParticipant(async ({ request, acting, params }) => {
  const form = await readForm(request);
  return answeringForm(form, async (intent) => {
    const sent = { acting, report: params.reportId, form, intent };
    return (await changeBesideDraftByForm(sent)) ?? changeReportByForm(sent);
  });
});

/** What others write or count, and cases that move its figures. */
const concerns = (type: string) => type.startsWith("operation_report.") || type.startsWith("seizure.");

/** A report in the making. */
export default function Report() {
  const text = useText();
  const { page } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const { operation } = useWorkspace();
  const { reportId = "" } = useParams();
  useRenewalOn("operation", concerns);
  if (!page) {
    return (
      <RefusedState title={text("operation_report.refused")}>{text("operation_report.refused.text")}</RefusedState>
    );
  }
  return <ReportPage {...page} id={reportId} home={`/operations/${operation.id}`} answer={answer} />;
}
