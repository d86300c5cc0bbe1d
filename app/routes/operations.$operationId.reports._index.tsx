import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { renewAfterAnswer, sendOrKeep } from "#app/components/form/line-loss.ts";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { ReportsPage } from "#app/components/operation-report/reports-page.tsx";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import { nameOf } from "#app/components/workspace/workspace.tsx";
import { Problem } from "#app/domain/problem.ts";
import { answeringForm, readForm } from "#app/form.server.ts";
import { forParticipant } from "#app/http.server.ts";
import { useRenewalOn } from "#app/live/use-renewal-on.ts";
import { beginReportByForm } from "#app/operation-report-begin.server.ts";
import { reportsPage } from "#app/operation-report-page.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { read } from "#app/services/write.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "operation_report.list.title") }];

export const clientAction = sendOrKeep;
export const shouldRevalidate = renewAfterAnswer;

export const loader = forParticipant(({ acting }) => read(acting, reportsPage));

export const action = forParticipant(async ({ request, acting, operationId }) => {
  const form = await readForm(request);
  return answeringForm(form, async (intent) => {
    if (intent !== "begin") throw new Problem("invalid", "form.invalid");
    const report = await beginReportByForm(acting, form);
    return redirect(`/operations/${operationId}/reports/${report}`);
  });
});

/** Reports on the operation: in the making, and published for the reader. */
export default function Reports() {
  const page = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const { operation } = useWorkspace();
  useRenewalOn("operation", (type) => type.startsWith("operation_report."));
  return <ReportsPage {...page} home={`/operations/${operation.id}`} name={nameOf(operation.plan)} answer={answer} />;
}
