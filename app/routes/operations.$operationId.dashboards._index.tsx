import { redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { DashboardsPage } from "#app/components/dashboards/dashboards-page.tsx";
import { renewAfterAnswer, sendOrKeep } from "#app/components/form/line-loss.ts";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { dropByForm, makeByForm } from "#app/dashboards-form.server.ts";
import { dashboardsPage } from "#app/dashboards-page.server.ts";
import { Problem } from "#app/domain/problem.ts";
import { answeringForm, readForm } from "#app/form.server.ts";
import { forParticipant } from "#app/http.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { mustBeAllowed, read } from "#app/services/write.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "dashboards.title") }];

export const clientAction = sendOrKeep;
export const shouldRevalidate = renewAfterAnswer;

export const loader = forParticipant(async ({ acting }) => read(acting, dashboardsPage));

export const action = forParticipant(async ({ request, acting, operationId }) => {
  const form = await readForm(request);
  return answeringForm(form, async (intent) => {
    // Who may keep none is told so, and not what is wrong with the form.
    await read(acting, async (_, self) => mustBeAllowed(self, "dashboard.keep"));
    if (intent === "drop") return { done: intent, ...(await dropByForm(acting, form)) };
    if (intent !== "make") throw new Problem("not-found", "dashboards.unknown");
    const { dashboard } = await makeByForm(acting, form);
    throw redirect(`/operations/${operationId}/dashboards/${dashboard}?arrange`);
  });
});

export default function Dashboards() {
  return <DashboardsPage {...useLoaderData<typeof loader>()} answer={useAnswer<typeof action>()} />;
}
