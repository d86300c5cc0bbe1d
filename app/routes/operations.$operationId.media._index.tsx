import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { renewAfterAnswer, sendOrKeep } from "#app/components/form/line-loss.ts";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { MediaPage } from "#app/components/media/media-page.tsx";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import { answeringForm, readForm } from "#app/form.server.ts";
import { forParticipant } from "#app/http.server.ts";
import { useRenewalOn } from "#app/live/use-renewal-on.ts";
import { actAtDesk } from "#app/media-form.server.ts";
import { askedIn, mediaPage } from "#app/media-page.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { read } from "#app/services/write.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "media.title") }];

export const clientAction = sendOrKeep;
export const shouldRevalidate = renewAfterAnswer;

export const loader = forParticipant(({ acting, request }) =>
  read(acting, (tx, self) => mediaPage(tx, self, askedIn(request))),
);

export const action = forParticipant(async ({ request, acting }) => {
  const form = await readForm(request);
  return answeringForm(form, (intent) => actAtDesk(acting, form, intent));
});

/** What is released or open, and cases that are held back, withdrawn or published. */
const concerns = (type: string) => /^(media|operation_report|seizure|case|attachment)\./.test(type);

/** What goes to the press, when, and what must not. */
export default function Media() {
  const { operation } = useWorkspace();
  useRenewalOn("operation", concerns);
  return (
    <MediaPage
      {...useLoaderData<typeof loader>()}
      home={`/operations/${operation.id}`}
      answer={useAnswer<typeof action>()}
    />
  );
}
