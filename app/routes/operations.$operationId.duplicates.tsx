import { data, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DuplicatesPage } from "#app/components/duplicates/duplicates-page.tsx";
import { renewAfterAnswer, sendOrKeep } from "#app/components/form/line-loss.ts";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { RefusedState } from "#app/components/ui/states.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { may } from "#app/domain/access.ts";
import { decideOnPair } from "#app/duplicates-form.server.ts";
import { duplicatesPage } from "#app/duplicates-page.server.ts";
import { answeringForm, readForm } from "#app/form.server.ts";
import { forParticipant } from "#app/http.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { memberOf, read } from "#app/services/write.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "duplicates.title") }];

export const clientAction = sendOrKeep;
export const shouldRevalidate = renewAfterAnswer;

export const loader = forParticipant(async ({ acting, request }) => {
  const about = new URL(request.url).searchParams.get("seizure");
  const page = await read(acting, async (tx, self) => {
    const member = memberOf(self);
    const reads = may(member, "duplicate.read", member.operation.state, { agencyId: member.agencyId });
    return reads ? duplicatesPage(tx, self, acting, about) : null;
  });
  return data({ page }, { status: page ? 200 : 403 });
});

export const action = forParticipant(async ({ request, acting }) => {
  const form = await readForm(request);
  return answeringForm(form, async (intent) => {
    const { state = "" } = await decideOnPair(acting, form, intent);
    return { done: state };
  });
});

/** Messages that may tell of one case, side by side, and what their owners make of it. */
export default function Duplicates() {
  const text = useText();
  const { page } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  if (!page) {
    return <RefusedState title={text("duplicates.refused.title")}>{text("duplicates.refused.text")}</RefusedState>;
  }
  return <DuplicatesPage {...page} answer={answer} />;
}
