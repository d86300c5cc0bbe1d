import { data, type MetaFunction } from "@remix-run/node";
import { keepForm } from "#app/components/form/keep-form.ts";
import { sendOrQueue } from "#app/components/form/send-or-queue.ts";
import { ReportPage } from "#app/components/seizure/report-page.tsx";
import { forParticipant } from "#app/http.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { draftReportPage } from "#app/report-loading.server.ts";
import { receiveReport } from "#app/report-receiving.server.ts";
import { seizureIdOf } from "#app/seizure-address.ts";
import { read } from "#app/services/write.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "report.title") }];

export const loader = forParticipant(async ({ acting, request, params }) => {
  const page = await read(acting, (tx, self) => draftReportPage(tx, self, request, seizureIdOf(params)));
  return data(page, { status: page.refused ? 403 : 200 });
});

export const action = forParticipant(({ acting, operationId, request, params, context }) =>
  receiveReport({
    ...{ acting, operationId, request, requestId: context.requestId },
    ...{ kind: "draft", seizureId: seizureIdOf(params) },
  }),
);

export const clientAction = sendOrQueue("draft");
export const shouldRevalidate = keepForm;

export default ReportPage;
