import { data, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { beginExportByForm } from "#app/case-export-begin.server.ts";
import { exportsPage, handsOut } from "#app/case-exports-page.server.ts";
import { ExportsPage } from "#app/components/export/exports-page.tsx";
import { renewAfterAnswer, sendOrKeep } from "#app/components/form/line-loss.ts";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { RefusedState } from "#app/components/ui/states.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { answeringForm, readForm } from "#app/form.server.ts";
import { forParticipant } from "#app/http.server.ts";
import { useRenewal } from "#app/live/use-renewal.ts";
import { pageTitle } from "#app/page-title.ts";
import { memberOf, read } from "#app/services/write.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "export.title") }];

export const clientAction = sendOrKeep;
export const shouldRevalidate = renewAfterAnswer;

export const loader = forParticipant(async ({ acting }) => {
  const page = await read(acting, async (tx, self) => {
    const member = memberOf(self);
    return handsOut(member) ? exportsPage(tx, member, acting.house.cen) : null;
  });
  return data({ page }, { status: page ? 200 : 403 });
});

export const action = forParticipant(async ({ request, acting }) => {
  const form = await readForm(request);
  return answeringForm(form, (intent) => beginExportByForm({ acting, form, intent }));
});

/** Workbooks of own cases for other systems: made here, and found again here. */
export default function Exports() {
  const text = useText();
  const { page } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  useRenewal();
  if (!page) return <RefusedState title={text("export.not_yours.title")}>{text("export.not_yours.text")}</RefusedState>;
  return <ExportsPage {...page} answer={answer} />;
}
