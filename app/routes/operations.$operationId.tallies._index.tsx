import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { CalendarPage } from "#app/components/tally/calendar-page.tsx";
import { Problem } from "#app/domain/problem.ts";
import { answeringForm, readForm } from "#app/form.server.ts";
import { forParticipant } from "#app/http.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { read } from "#app/services/write.server.ts";
import { askByForm } from "#app/tally-form.server.ts";
import { tallyCalendarPage } from "#app/tally-page.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "tally.title") }];

export const loader = forParticipant(async ({ request, acting }) =>
  read(acting, (tx, self) => tallyCalendarPage(tx, self, new URL(request.url).searchParams)),
);

export const action = forParticipant(async ({ request, acting }) => {
  const form = await readForm(request);
  return answeringForm(form, async (intent) => {
    if (intent !== "ask") throw new Problem("not-found", "tally.unknown");
    return { done: "ask", asked: (await askByForm(acting, form)).asked };
  });
});

export default function Tallies() {
  return <CalendarPage {...useLoaderData<typeof loader>()} answer={useAnswer<typeof action>()} />;
}
