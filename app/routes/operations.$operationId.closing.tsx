import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { closeByForm } from "#app/closing-form.server.ts";
import { closingPage } from "#app/closing-page.server.ts";
import { ClosingPage } from "#app/components/closing/closing-page.tsx";
import { renewAfterAnswer, sendOrKeep } from "#app/components/form/line-loss.ts";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import { answeringForm, readForm } from "#app/form.server.ts";
import { forParticipant } from "#app/http.server.ts";
import { useRenewal } from "#app/live/use-renewal.ts";
import { pageTitle } from "#app/page-title.ts";
import { read } from "#app/services/write.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "closing.title") }];

export const clientAction = sendOrKeep;
export const shouldRevalidate = renewAfterAnswer;

export const loader = forParticipant(({ acting }) => read(acting, closingPage));

export const action = forParticipant(async ({ request, acting }) => {
  const form = await readForm(request);
  return answeringForm(form, (intent) => closeByForm({ acting, form, intent }));
});

/** The way to the end of an operation: what is open, why some of it stays so, and closing itself. */
export default function Closing() {
  useRenewal();
  const { operation } = useWorkspace();
  return (
    <ClosingPage
      {...useLoaderData<typeof loader>()}
      home={`/operations/${operation.id}`}
      answer={useAnswer<typeof action>()}
    />
  );
}
