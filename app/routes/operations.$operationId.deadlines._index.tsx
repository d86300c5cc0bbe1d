import { data, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DeadlinesPage } from "#app/components/deadlines/deadlines-page.tsx";
import { RefusedState } from "#app/components/ui/states.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { forParticipant } from "#app/http.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { listDeadlines } from "#db/queries/deadlines.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "deadlines.title") }];

export const loader = forParticipant(async ({ acting, operationId }) => {
  const deadlines = await read(acting, async (tx, self) =>
    memberOf(self).readsFacts ? listDeadlines(tx, operationId) : null,
  );
  const rows = deadlines?.map(({ day, dueAt, figures }) => ({ day, dueAt: dueAt.toISOString(), figures })) ?? null;
  return data({ rows }, { status: rows ? 200 : 403 });
});

/** The sums of every deadline as they were known then. */
export default function Deadlines() {
  const text = useText();
  const { rows } = useLoaderData<typeof loader>();
  if (!rows) return <RefusedState title={text("seizures.refused.title")}>{text("seizures.refused.text")}</RefusedState>;
  return <DeadlinesPage rows={rows} />;
}
