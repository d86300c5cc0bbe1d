import type { MetaFunction } from "@remix-run/node";
import { keepForm } from "#app/components/form/keep-form.ts";
import { sendOrQueue } from "#app/components/form/send-or-queue.ts";
import { ReportPage } from "#app/components/seizure/report-page.tsx";
import { forParticipant } from "#app/http.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { amendReportPage } from "#app/report-loading.server.ts";
import { receiveReport } from "#app/report-receiving.server.ts";
import { seizureIdOf } from "#app/seizure-address.ts";
import { noteAccess } from "#app/services/access-log.server.ts";
import { read } from "#app/services/write.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "report.section.amend") }];

export const loader = forParticipant(async ({ acting, request, params, context }) => {
  const seizureId = seizureIdOf(params);
  const { page, showsNames } = await read(acting, (tx, self) => amendReportPage(tx, self, request, seizureId));
  if (showsNames) {
    const { requestId } = context;
    await noteAccess(acting, { action: "nominal.read", subject: seizureId, outcome: "shown", requestId });
  }
  return page;
});

export const action = forParticipant(({ acting, operationId, request, params, context }) =>
  receiveReport({
    ...{ acting, operationId, request, requestId: context.requestId },
    ...{ kind: "amend", seizureId: seizureIdOf(params) },
  }),
);

export const clientAction = sendOrQueue("amend");
export const shouldRevalidate = keepForm;

export default ReportPage;
