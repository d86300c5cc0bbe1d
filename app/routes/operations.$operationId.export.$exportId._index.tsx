import { data, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { changeExportByForm } from "#app/case-exports-form.server.ts";
import { exportInAddress, exportPage } from "#app/case-exports-page.server.ts";
import { ExportPage } from "#app/components/export/export-page.tsx";
import { renewAfterAnswer, sendOrKeep } from "#app/components/form/line-loss.ts";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { answeringForm, readForm } from "#app/form.server.ts";
import { forParticipant } from "#app/http.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { memberOf, read } from "#app/services/write.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "export.title") }];

export const clientAction = sendOrKeep;
export const shouldRevalidate = renewAfterAnswer;

export const loader = forParticipant(async ({ acting, params, request }) => {
  const look = new URL(request.url).searchParams;
  const page = await read(acting, async (tx, self) => {
    const member = memberOf(self);
    return exportPage(tx, member, await exportInAddress(tx, member, params.exportId), look, acting.house.cen);
  });
  return data(page);
});

export const action = forParticipant(async ({ request, acting, params }) => {
  const form = await readForm(request);
  return answeringForm(form, (intent) => changeExportByForm({ acting, exportId: params.exportId, form, intent }));
});

/** One workbook: what is in it, how each case stands to the one before, and the file itself. */
export default function ExportRoute() {
  return <ExportPage {...useLoaderData<typeof loader>()} answer={useAnswer<typeof action>()} />;
}
