import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { renewAfterAnswer, sendOrKeep } from "#app/components/form/line-loss.ts";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { WatchPage } from "#app/components/watch/watch-page.tsx";
import { Problem } from "#app/domain/problem.ts";
import { answeringForm, readForm } from "#app/form.server.ts";
import { forParticipant } from "#app/http.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { mustBeAllowed, read } from "#app/services/write.server.ts";
import {
  acceptByForm,
  noteByForm,
  rosterByForm,
  signByForm,
  strikeByForm,
  takeBackByForm,
} from "#app/watch-form.server.ts";
import { watchPage } from "#app/watch-page.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "shell.place.watch") }];

export const clientAction = sendOrKeep;
export const shouldRevalidate = renewAfterAnswer;

export const loader = forParticipant(async ({ request, acting }) =>
  read(acting, (tx, self) => watchPage(tx, self, new URL(request.url).searchParams)),
);

export const action = forParticipant(async ({ request, acting }) => {
  const form = await readForm(request);
  return answeringForm(form, async (intent) => {
    if (intent === "strike") return { done: intent, ...(await strikeByForm(acting, form)) };
    if (intent === "accept") return { done: intent, ...(await acceptByForm(acting, form)) };
    if (intent === "take_back") return { done: intent, ...(await takeBackByForm(acting, form)) };
    // Who may not write here is told so, and not what is wrong with the form.
    await read(acting, async (_, self) => mustBeAllowed(self, "log.write", { agencyId: self.member?.agencyId }));
    if (intent === "roster") return { done: intent, ...(await rosterByForm(acting, form)) };
    if (intent === "note") return { done: intent, ...(await noteByForm(acting, form)) };
    if (intent === "sign") return { done: intent, ...(await signByForm(acting, form)) };
    throw new Problem("not-found", "watch.unknown");
  });
});

export default function Watch() {
  return <WatchPage {...useLoaderData<typeof loader>()} answer={useAnswer<typeof action>()} />;
}
