import { data, type MetaFunction } from "@remix-run/node";
import { keepForm } from "#app/components/form/keep-form.ts";
import { sendOrQueue } from "#app/components/form/send-or-queue.ts";
import { ReportPage } from "#app/components/seizure/report-page.tsx";
import { forParticipant } from "#app/http.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { newReportPage } from "#app/report-loading.server.ts";
import { receiveReport } from "#app/report-receiving.server.ts";
import { read } from "#app/services/write.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "report.title") }];

export const loader = forParticipant(async ({ acting, request }) => {
  const page = await read(acting, (tx, self) => newReportPage(tx, self, request));
  return data(page, { status: page.refused ? 403 : 200 });
});

export const action = forParticipant(({ acting, operationId, request, context }) =>
  receiveReport({ acting, operationId, request, requestId: context.requestId, kind: "new" }),
);

export const clientAction = sendOrQueue("new");
export const shouldRevalidate = keepForm;

export default ReportPage;
