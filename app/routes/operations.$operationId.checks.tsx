import { data, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { judgeWhatWaits } from "#app/check-risks.server.ts";
import { askByForm, verifyByForm } from "#app/checking-form.server.ts";
import { renewAfterAnswer, sendOrKeep } from "#app/components/form/line-loss.ts";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { RefusedState } from "#app/components/ui/states.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { VerificationPage } from "#app/components/verification/verification-page.tsx";
import { may } from "#app/domain/access.ts";
import { Id } from "#app/domain/id.ts";
import { Problem } from "#app/domain/problem.ts";
import { answeringForm, readForm } from "#app/form.server.ts";
import { forParticipant } from "#app/http.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { verificationPage } from "#app/verification-page.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "verify.title") }];

export const clientAction = sendOrKeep;
export const shouldRevalidate = renewAfterAnswer;

export const loader = forParticipant(async ({ request, acting }) => {
  const asked = new URL(request.url).searchParams;
  await judgeWhatWaits(acting);
  const page = await read(acting, async (tx, self) => {
    const member = memberOf(self);
    return may(member, "seizure.check", member.operation.state) ? verificationPage(tx, self, acting, asked) : null;
  });
  return data({ page }, { status: page ? 200 : 403 });
});

/** Verify and ask, on the seizure that the form names: what else can be done to one is done on its own page. */
export const action = forParticipant(async ({ request, acting }) => {
  const form = await readForm(request);
  return answeringForm(form, async (intent) => {
    const seizure = Id.safeParse(form.get("seizure"));
    if (!seizure.success) throw new Problem("not-found", "seizure.unknown");
    if (intent === "verify") await verifyByForm(acting, seizure.data, form);
    else if (intent === "ask") await askByForm(acting, seizure.data, form);
    else throw new Problem("invalid", "form.invalid");
    return { done: intent };
  });
});

/** What the coordination unit has still to check, the riskiest first, and what it waits for. */
export default function Checks() {
  const text = useText();
  const { page } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  if (!page) return <RefusedState title={text("verify.refused.title")}>{text("verify.refused.text")}</RefusedState>;
  return <VerificationPage {...page} answer={answer} />;
}
