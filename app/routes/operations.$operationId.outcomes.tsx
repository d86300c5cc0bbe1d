import { data, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { OutcomesView } from "#app/components/outcomes/outcomes-page.tsx";
import { RefusedState } from "#app/components/ui/states.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import { may } from "#app/domain/access.ts";
import { forParticipant } from "#app/http.server.ts";
import { useRenewalOn } from "#app/live/use-renewal-on.ts";
import { outcomesPage } from "#app/outcomes-page.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { memberOf, read } from "#app/services/write.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "outcomes.title") }];

export const loader = forParticipant(async ({ acting, request }) => {
  const page = await read(acting, async (tx, self) => {
    const member = memberOf(self);
    return may(member, "outcome.read", member.operation.state) ? outcomesPage(tx, self, request) : null;
  });
  return data({ page }, { status: page ? 200 : 403 });
});

/** What is told comes as what touched a case; anything else that comes to a seizure may make a case or end one. */
const concerns = (type: string) => type === "case.touched" || type.startsWith("seizure.");

/** What became of the cases, added up as it was known on a day. */
export default function Outcomes() {
  const text = useText();
  const { page } = useLoaderData<typeof loader>();
  const { operation } = useWorkspace();
  useRenewalOn("operation", concerns);
  if (!page) return <RefusedState title={text("outcomes.refused.title")}>{text("outcomes.refused.text")}</RefusedState>;
  return <OutcomesView {...page} home={`/operations/${operation.id}`} />;
}
