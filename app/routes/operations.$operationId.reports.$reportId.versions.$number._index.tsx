import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EditionPage } from "#app/components/operation-report/edition-page.tsx";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import { forParticipant } from "#app/http.server.ts";
import { editionIn } from "#app/operation-report-form.server.ts";
import { editionPage } from "#app/operation-report-page.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { read } from "#app/services/write.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "operation_report.list.title") }];

export const loader = forParticipant(({ acting, params }) =>
  read(acting, (tx, self) => editionPage(tx, self, editionIn(params))),
);

/** A frozen version of a report, for whoever it is published for, and for those who write it. */
export default function Version() {
  const page = useLoaderData<typeof loader>();
  const { operation } = useWorkspace();
  return <EditionPage {...page} home={`/operations/${operation.id}`} />;
}
