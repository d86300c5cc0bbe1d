import { data, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { linkByForm } from "#app/case-links-form.server.ts";
import { linksPage } from "#app/case-links-page.server.ts";
import { LinksPage } from "#app/components/case-links/links-page.tsx";
import { renewAfterAnswer, sendOrKeep } from "#app/components/form/line-loss.ts";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { RefusedState } from "#app/components/ui/states.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import { may } from "#app/domain/access.ts";
import { linkViewOf } from "#app/domain/case-links/views.ts";
import { Problem } from "#app/domain/problem.ts";
import { answeringForm, readForm } from "#app/form.server.ts";
import { forParticipant } from "#app/http.server.ts";
import { useRenewalOn } from "#app/live/use-renewal-on.ts";
import { pageTitle } from "#app/page-title.ts";
import { memberOf, read } from "#app/services/write.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "links.page.title") }];

export const clientAction = sendOrKeep;
export const shouldRevalidate = renewAfterAnswer;

export const loader = forParticipant(async ({ acting, request }) => {
  const view = linkViewOf(new URL(request.url).searchParams.get("view"));
  const page = await read(acting, async (tx, self) => {
    const member = memberOf(self);
    return may(member, "link.read", member.operation.state) ? linksPage(tx, { house: acting.house, self }, view) : null;
  });
  return data({ page }, { status: page ? 200 : 403 });
});

export const action = forParticipant(async ({ acting, request }) => {
  const form = await readForm(request);
  return answeringForm(form, async (intent) => {
    if (intent !== "link") throw new Problem("invalid", "form.invalid");
    const { answer = "" } = await linkByForm(acting, form);
    return { linked: answer };
  });
});

/** Answers are told as what touched a case; anything else that comes to a seizure may make a pair or end one. */
const concerns = (type: string) => type === "case.touched" || type.startsWith("seizure.");

/** Seizures that may be one network's: suggestions with their reasons, and what people said of them. */
export default function Links() {
  const text = useText();
  const { page } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const { operation } = useWorkspace();
  useRenewalOn("operation", concerns);
  if (!page) {
    return <RefusedState title={text("links.page.refused.title")}>{text("links.page.refused.text")}</RefusedState>;
  }
  return <LinksPage {...page} home={`/operations/${operation.id}`} answer={answer} />;
}
