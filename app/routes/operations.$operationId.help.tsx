import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { HELP_TOPICS, HelpPage } from "#app/components/help/help-page.tsx";
import { Problem } from "#app/domain/problem.ts";
import { forParticipant } from "#app/http.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { findOperation } from "#db/queries/operations.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "help.title") }];

/** Help with what holds in this operation and for the reader's agency. */
export const loader = forParticipant(async ({ request, acting, operationId }) => {
  const asked = new URL(request.url).searchParams.get("topic");
  return read(acting, async (tx, self) => {
    const { clearanceSteps } = memberOf(self);
    const operation = await findOperation(tx, operationId);
    if (!operation) throw new Problem("not-found", "operation.unknown");
    const { cutOff, zone } = operation.plan;
    return { topic: HELP_TOPICS.find((one) => one === asked) ?? "tallies", cutOff, zone, clearanceSteps };
  });
});

export default function Help() {
  return <HelpPage {...useLoaderData<typeof loader>()} />;
}
