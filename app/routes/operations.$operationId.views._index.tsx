import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { renewAfterAnswer, sendOrKeep } from "#app/components/form/line-loss.ts";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { ViewsPage } from "#app/components/views/views-page.tsx";
import { Problem } from "#app/domain/problem.ts";
import { answeringForm, readForm } from "#app/form.server.ts";
import { forParticipant } from "#app/http.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { mustBeAllowed, read } from "#app/services/write.server.ts";
import {
  dismissByForm,
  dropByForm,
  keepByForm,
  readByForm,
  renameByForm,
  unwatchByForm,
  watchByForm,
} from "#app/views-form.server.ts";
import { viewsPage } from "#app/views-page.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "shell.place.views") }];

export const clientAction = sendOrKeep;
export const shouldRevalidate = renewAfterAnswer;

export const loader = forParticipant(async ({ acting }) => read(acting, viewsPage));

export const action = forParticipant(async ({ request, acting }) => {
  const form = await readForm(request);
  return answeringForm(form, async (intent) => {
    if (intent === "read" || intent === "dismiss") {
      await read(acting, async (_, self) => mustBeAllowed(self, "view.read"));
      await (intent === "read" ? readByForm(acting, form) : dismissByForm(acting, form));
      return { done: intent };
    }
    // Who may keep no views is told so, and not what is wrong with the form.
    await read(acting, async (_, self) => mustBeAllowed(self, "view.keep"));
    if (intent === "keep") return { done: intent, ...(await keepByForm(acting, form)) };
    if (intent === "rename") return { done: intent, ...(await renameByForm(acting, form)) };
    if (intent === "drop") return { done: intent, ...(await dropByForm(acting, form)) };
    if (intent === "watch") return { done: intent, ...(await watchByForm(acting, form)) };
    if (intent === "unwatch") return { done: intent, ...(await unwatchByForm(acting, form)) };
    throw new Problem("not-found", "views.unknown");
  });
});

export default function Views() {
  return <ViewsPage {...useLoaderData<typeof loader>()} answer={useAnswer<typeof action>()} />;
}
