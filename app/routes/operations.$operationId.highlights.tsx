import { data, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { renewAfterAnswer, sendOrKeep } from "#app/components/form/line-loss.ts";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { AskedPage } from "#app/components/highlights/asked-page.tsx";
import { RefusedState } from "#app/components/ui/states.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import { may } from "#app/domain/access.ts";
import { answeringForm, readForm } from "#app/form.server.ts";
import { answerByForm } from "#app/highlights-form.server.ts";
import { askedPage } from "#app/highlights-page.server.ts";
import { forParticipant } from "#app/http.server.ts";
import { useRenewalOn } from "#app/live/use-renewal-on.ts";
import { pageTitle } from "#app/page-title.ts";
import { memberOf, read } from "#app/services/write.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "highlights.title") }];

export const clientAction = sendOrKeep;
export const shouldRevalidate = renewAfterAnswer;

export const loader = forParticipant(async ({ acting }) => {
  const page = await read(acting, async (tx, self) => {
    const member = memberOf(self);
    const own = { agencyId: member.agencyId };
    return may(member, "operation_report.read_asked", member.operation.state, own) ? askedPage(tx, self) : null;
  });
  return data({ page }, { status: page ? 200 : 403 });
});

export const action = forParticipant(async ({ request, acting }) => {
  const form = await readForm(request);
  return answeringForm(form, (intent) => answerByForm(acting, form, intent));
});

/** What others choose, ask in other words or publish, and cases that are held back or withdrawn. */
const concerns = (type: string) => type.startsWith("operation_report.") || type.startsWith("seizure.");

/** What reports want to say of the own agency's cases. */
export default function Highlights() {
  const text = useText();
  const { page } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const { operation } = useWorkspace();
  useRenewalOn("operation", concerns);
  if (!page) {
    return <RefusedState title={text("highlights.refused.title")}>{text("highlights.refused.text")}</RefusedState>;
  }
  return <AskedPage {...page} home={`/operations/${operation.id}`} answer={answer} />;
}
