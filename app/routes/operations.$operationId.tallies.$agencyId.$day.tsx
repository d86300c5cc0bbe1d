import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { renewAfterAnswer } from "#app/components/form/line-loss.ts";
import { sendOrQueue } from "#app/components/form/send-or-queue.ts";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { DayPage } from "#app/components/tally/day-page.tsx";
import { Id } from "#app/domain/id.ts";
import { LocalDate } from "#app/domain/local-date.ts";
import { Problem } from "#app/domain/problem.ts";
import { TallyExplanation } from "#app/domain/tally/question.ts";
import { answeringForm, commandOf, parsed, readForm, textOf, valuesOf } from "#app/form.server.ts";
import { forParticipant } from "#app/http.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { answerTallyQuestion } from "#app/services/tally-watch.server.ts";
import { mustBeAllowed, read } from "#app/services/write.server.ts";
import { askByForm, receiveTallies } from "#app/tally-form.server.ts";
import { tallyDayPage } from "#app/tally-page.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "tally.title") }];

export const clientAction = sendOrQueue("tally");
export const shouldRevalidate = renewAfterAnswer;

function placeOf({ agencyId, day }: Record<string, string | undefined>) {
  const place = { agencyId: Id.safeParse(agencyId), day: LocalDate.safeParse(day) };
  if (!place.agencyId.success || !place.day.success) throw new Problem("not-found", "tally.unknown");
  return { agencyId: place.agencyId.data, day: place.day.data };
}

export const loader = forParticipant(async ({ params, acting }) =>
  read(acting, (tx, self) => tallyDayPage(tx, self, placeOf(params))),
);

export const action = forParticipant(async ({ request, params, acting }) => {
  const place = placeOf(params);
  const form = await readForm(request);
  return answeringForm(form, async (intent) => {
    // Whoever may not look at this agency's day has no form here.
    await read(acting, async (_tx, self) => mustBeAllowed(self, "tally.read", { agencyId: place.agencyId }));
    if (textOf(form, "step") === "row") return { typed: valuesOf(form) };
    if (intent === "ask") return { done: "ask", asked: (await askByForm(acting, form)).asked };
    if (intent === "explain") {
      await answerTallyQuestion(acting, commandOf(form, parsed(TallyExplanation, Object.fromEntries(form))));
      return { done: "explain" };
    }
    if (intent !== "post") throw new Problem("not-found", "tally.unknown");
    await receiveTallies(acting, form);
    return { done: "post" };
  });
});

export default function TallyOfDay() {
  const data = useLoaderData<typeof loader>();
  return <DayPage key={`${data.agency.id} ${data.day}`} {...data} answer={useAnswer<typeof action>()} />;
}
