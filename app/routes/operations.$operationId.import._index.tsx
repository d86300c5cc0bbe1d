import { data, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ImportsPage } from "#app/components/import/imports-page.tsx";
import { RefusedState } from "#app/components/ui/states.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { forParticipant } from "#app/http.server.ts";
import { importsPage, writesReports } from "#app/import-page.server.ts";
import { useRenewal } from "#app/live/use-renewal.ts";
import { pageTitle } from "#app/page-title.ts";
import { memberOf, read } from "#app/services/write.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "import.title") }];

export const loader = forParticipant(async ({ acting }) => {
  const page = await read(acting, async (tx, self) => {
    const member = memberOf(self);
    return writesReports(member) ? importsPage(tx, member) : null;
  });
  return data({ page }, { status: page ? 200 : 403 });
});

/** Files of reports on their way in: sent here, and found again here. */
export default function Imports() {
  const text = useText();
  const { page } = useLoaderData<typeof loader>();
  useRenewal();
  if (!page) return <RefusedState title={text("import.not_yours.title")}>{text("import.not_yours.text")}</RefusedState>;
  return <ImportsPage {...page} />;
}
