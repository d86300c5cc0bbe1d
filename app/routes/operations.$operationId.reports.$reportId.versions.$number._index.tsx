import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { renewAfterAnswer, sendOrKeep } from "#app/components/form/line-loss.ts";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { EditionPage } from "#app/components/operation-report/edition-page.tsx";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import { answeringForm, readForm } from "#app/form.server.ts";
import { forParticipant } from "#app/http.server.ts";
import { useRenewalOn } from "#app/live/use-renewal-on.ts";
import { editionIn } from "#app/operation-report-form.server.ts";
import { editionPage } from "#app/operation-report-page.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { preferencesOf } from "#app/preferences.ts";
import { correctEditionByForm } from "#app/report-errata-form.server.ts";
import { askForFileByForm } from "#app/report-files-form.server.ts";
import { read } from "#app/services/write.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "operation_report.list.title") }];

export const loader = forParticipant(({ acting, params }) =>
  read(acting, (tx, self) => editionPage(tx, self, editionIn(params))),
);

export const clientAction = sendOrKeep;
export const shouldRevalidate = renewAfterAnswer;

export const action = forParticipant(async ({ request, acting, params }) => {
  const form = await readForm(request);
  const { locale } = preferencesOf(request);
  return answeringForm(form, async (intent) => {
    const sent = { acting, params, form, intent };
    return (await askForFileByForm({ ...sent, locale })) ?? correctEditionByForm(sent);
  });
});

/** A frozen version of a report, for whoever it is published for, and for those who write it. */
export default function Version() {
  const page = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const { operation } = useWorkspace();
  useRenewalOn("operation", (type) => type.startsWith("operation_report."));
  return <EditionPage {...page} home={`/operations/${operation.id}`} answer={answer} />;
}
