import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { DashboardPage } from "#app/components/dashboards/dashboard-page.tsx";
import { renewAfterAnswer, sendOrKeep } from "#app/components/form/line-loss.ts";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { nameByForm, STEPS, stepByForm } from "#app/dashboards-form.server.ts";
import { dashboardPage } from "#app/dashboards-page.server.ts";
import { Problem } from "#app/domain/problem.ts";
import { answeringForm, readForm } from "#app/form.server.ts";
import { forParticipant } from "#app/http.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { mustBeAllowed, read } from "#app/services/write.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "dashboards.title") }];

export const clientAction = sendOrKeep;
export const shouldRevalidate = renewAfterAnswer;

export const loader = forParticipant(async ({ acting, params }) =>
  read(acting, (tx, self) => dashboardPage(tx, { house: acting.house, self, id: params.dashboardId })),
);

export const action = forParticipant(async ({ request, acting, params }) => {
  const form = await readForm(request);
  form.set("dashboard", params.dashboardId ?? "");
  return answeringForm(form, async (intent) => {
    // Who may keep none is told so, and not what is wrong with the form.
    await read(acting, async (_, self) => mustBeAllowed(self, "dashboard.keep"));
    if (intent === "rename") return { done: intent, ...(await nameByForm(acting, form)) };
    const step = STEPS.find((name) => name === intent);
    if (!step) throw new Problem("not-found", "dashboards.unknown");
    return { done: step, ...(await stepByForm(acting, form, step)) };
  });
});

export default function Dashboard() {
  return <DashboardPage {...useLoaderData<typeof loader>()} answer={useAnswer<typeof action>()} />;
}
