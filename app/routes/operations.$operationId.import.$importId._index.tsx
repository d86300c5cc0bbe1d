import { data, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { renewAfterAnswer, sendOrKeep } from "#app/components/form/line-loss.ts";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { ImportPage } from "#app/components/import/import-page.tsx";
import { answeringForm, readForm } from "#app/form.server.ts";
import { forParticipant } from "#app/http.server.ts";
import { changeImportByForm } from "#app/import-form.server.ts";
import { importInAddress, importPage } from "#app/import-page.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { memberOf, read } from "#app/services/write.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "import.title") }];

export const clientAction = sendOrKeep;
export const shouldRevalidate = renewAfterAnswer;

export const loader = forParticipant(async ({ acting, params, request }) => {
  const look = new URL(request.url).searchParams;
  const page = await read(acting, async (tx, self) => {
    return importPage(tx, self, await importInAddress(tx, memberOf(self), params.importId), look);
  });
  return data(page);
});

export const action = forParticipant(async ({ request, acting, params }) => {
  const form = await readForm(request);
  return answeringForm(form, (intent) => changeImportByForm({ acting, importId: params.importId, form, intent }));
});

/** One file: how it was understood, what is asked, and what becomes of it. */
export default function ImportRoute() {
  return <ImportPage {...useLoaderData<typeof loader>()} answer={useAnswer<typeof action>()} />;
}
