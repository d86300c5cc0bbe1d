import { data, type MetaFunction } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { renewAfterAnswer, sendOrKeep } from "#app/components/form/line-loss.ts";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { ContributionsPage } from "#app/components/operation-report/contributions-page.tsx";
import { RefusedState } from "#app/components/ui/states.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import { contributionsPage } from "#app/contributions-page.server.ts";
import { Problem } from "#app/domain/problem.ts";
import { answeringForm, readForm } from "#app/form.server.ts";
import { forParticipant } from "#app/http.server.ts";
import { editionIn } from "#app/operation-report-form.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { preferencesOf } from "#app/preferences.ts";
import { askForFileByForm } from "#app/report-files-form.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "contribution.title") }];

export const clientAction = sendOrKeep;
export const shouldRevalidate = renewAfterAnswer;

export const loader = forParticipant(async ({ acting, params }) => {
  const page = await contributionsPage(acting, editionIn(params));
  return data({ page }, { status: page ? 200 : 403 });
});

export const action = forParticipant(async ({ request, acting, params }) => {
  const form = await readForm(request);
  const { locale } = preferencesOf(request);
  return answeringForm(form, async (intent) => {
    const done = await askForFileByForm({ acting, params, form, intent, locale });
    if (!done) throw new Problem("invalid", "form.invalid");
    return done;
  });
});

/** The own agency's cases as a version counted them, for yearly reports. */
export default function Contributions() {
  const text = useText();
  const { page } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const { operation } = useWorkspace();
  const { reportId = "", number = "" } = useParams();
  if (!page) {
    return <RefusedState title={text("contribution.refused")}>{text("contribution.refused.text")}</RefusedState>;
  }
  const version = `/operations/${operation.id}/reports/${reportId}/versions/${number}`;
  return <ContributionsPage {...page} version={version} home={`${version}/contributions`} answer={answer} />;
}
