import { data, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { decideByForm } from "#app/clearance-form.server.ts";
import { clearancePage } from "#app/clearance-page.server.ts";
import { ClearancePage } from "#app/components/clearance/clearance-page.tsx";
import { renewAfterAnswer, sendOrKeep } from "#app/components/form/line-loss.ts";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { RefusedState } from "#app/components/ui/states.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { may } from "#app/domain/access.ts";
import { answeringForm, readForm } from "#app/form.server.ts";
import { forParticipant } from "#app/http.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { memberOf, read } from "#app/services/write.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "clearance.title") }];

export const clientAction = sendOrKeep;
export const shouldRevalidate = renewAfterAnswer;

export const loader = forParticipant(async ({ acting }) => {
  const page = await read(acting, async (tx, self) => {
    const member = memberOf(self);
    const clears = may(member, "report.clear", member.operation.state, { agencyId: member.agencyId });
    return clears ? clearancePage(tx, self) : null;
  });
  return data({ page }, { status: page ? 200 : 403 });
});

export const action = forParticipant(async ({ request, acting }) => {
  const form = await readForm(request);
  return answeringForm(form, async (intent) => {
    const decided = await decideByForm(acting, form, intent);
    return data({ decided }, { status: decided.some(({ state }) => state !== null) ? 200 : 409 });
  });
});

/** What waits for national clearance, decided on one by one or many at once. */
export default function Clearance() {
  const text = useText();
  const { page } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  if (!page)
    return <RefusedState title={text("clearance.refused.title")}>{text("clearance.refused.text")}</RefusedState>;
  return <ClearancePage {...page} answer={answer} />;
}
