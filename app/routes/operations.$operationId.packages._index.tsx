import { data, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { PackagesPage } from "#app/components/closing/packages-page.tsx";
import { renewAfterAnswer, sendOrKeep } from "#app/components/form/line-loss.ts";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { RefusedState } from "#app/components/ui/states.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import { Id } from "#app/domain/id.ts";
import { Problem } from "#app/domain/problem.ts";
import { answeringForm, commandOf, parsed, readForm, textOf } from "#app/form.server.ts";
import { forParticipant } from "#app/http.server.ts";
import { useRenewal } from "#app/live/use-renewal.ts";
import { packagesPage } from "#app/packages-page.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { askForPackage } from "#app/services/record-packages.server.ts";
import { read } from "#app/services/write.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "package.title") }];

export const clientAction = sendOrKeep;
export const shouldRevalidate = renewAfterAnswer;

export const loader = forParticipant(async ({ acting }) => {
  const page = await read(acting, packagesPage);
  return data({ page }, { status: page ? 200 : 403 });
});

const Asked = z.object({ packageId: Id });

export const action = forParticipant(async ({ request, acting }) => {
  const form = await readForm(request);
  return answeringForm(form, async (intent) => {
    if (intent !== "pack") throw new Problem("invalid", "form.invalid");
    await askForPackage(acting, commandOf(form, parsed(Asked, { packageId: textOf(form, "package") })));
    return { done: intent };
  });
});

/** All records of the own agency as an archive: made here, and taken here. */
export default function Packages() {
  const text = useText();
  const { page } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const { operation } = useWorkspace();
  useRenewal();
  if (!page) {
    return <RefusedState title={text("package.not_yours.title")}>{text("package.not_yours.text")}</RefusedState>;
  }
  return <PackagesPage {...page} home={`/operations/${operation.id}`} answer={answer} />;
}
