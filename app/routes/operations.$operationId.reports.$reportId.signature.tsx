import { data, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { renewAfterAnswer, sendOrKeep } from "#app/components/form/line-loss.ts";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { SigningPage } from "#app/components/operation-report/signing-page.tsx";
import { RefusedState } from "#app/components/ui/states.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import { answeringForm, readForm } from "#app/form.server.ts";
import { forParticipant } from "#app/http.server.ts";
import { useRenewalOn } from "#app/live/use-renewal-on.ts";
import { reportIn } from "#app/operation-report-form.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { answerSigningByForm } from "#app/report-signature-form.server.ts";
import { signingPage } from "#app/report-signing-page.server.ts";
import { read } from "#app/services/write.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "operation_report.signatures") }];

export const clientAction = sendOrKeep;
export const shouldRevalidate = renewAfterAnswer;

export const loader = forParticipant(async ({ acting, params }) => {
  const page = await read(acting, (tx, self) => signingPage(tx, self, reportIn(params.reportId)));
  return data({ page }, { status: page ? 200 : 403 });
});

export const action = forParticipant(async ({ request, acting, params }) => {
  const form = await readForm(request);
  return answeringForm(form, (intent) => answerSigningByForm({ acting, report: params.reportId, form, intent }));
});

/** Where an administration signs its part of a report. */
export default function Signature() {
  const text = useText();
  const { page } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const { operation } = useWorkspace();
  useRenewalOn("operation", (type) => type.startsWith("operation_report."));
  if (!page) {
    return (
      <RefusedState title={text("operation_report.sign.not_yours")}>
        {text("operation_report.sign.not_yours.text")}
      </RefusedState>
    );
  }
  return <SigningPage {...page} home={`/operations/${operation.id}`} answer={answer} />;
}
