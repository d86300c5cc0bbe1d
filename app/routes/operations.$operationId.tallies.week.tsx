import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { renewAfterAnswer } from "#app/components/form/line-loss.ts";
import { sendOrQueue } from "#app/components/form/send-or-queue.ts";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { WeekPage } from "#app/components/tally/week-page.tsx";
import { Problem } from "#app/domain/problem.ts";
import { answeringForm, readForm, textOf, valuesOf } from "#app/form.server.ts";
import { forParticipant } from "#app/http.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { read } from "#app/services/write.server.ts";
import { receiveTallies } from "#app/tally-form.server.ts";
import { tallyWeekPage } from "#app/tally-page.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "tally.week") }];

export const clientAction = sendOrQueue("tally");
export const shouldRevalidate = renewAfterAnswer;

export const loader = forParticipant(async ({ acting }) => read(acting, tallyWeekPage));

export const action = forParticipant(async ({ request, acting }) => {
  const form = await readForm(request);
  return answeringForm(form, async (intent) => {
    if (textOf(form, "step") === "row") return { typed: valuesOf(form) };
    if (intent !== "post") throw new Problem("not-found", "tally.unknown");
    const versions = await receiveTallies(acting, form);
    return { done: "post", days: Object.keys(versions) };
  });
});

export default function TallyOfWeek() {
  return <WeekPage {...useLoaderData<typeof loader>()} answer={useAnswer<typeof action>()} />;
}
