import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AccountFrame } from "#app/components/account/account-frame.tsx";
import { ReferenceList } from "#app/components/reference/reference-list.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { forPerson } from "#app/http.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { mustManageAccounts } from "#app/services/accounts.server.ts";
import { read } from "#app/services/write.server.ts";
import { referenceLists } from "#db/queries/reference-lists.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "reference.title") }];

/** The lists that reports are judged by, for whoever keeps the installation. */
export const loader = forPerson(async ({ acting }) =>
  read(acting, async (tx, self) => {
    mustManageAccounts(self);
    return { parts: await referenceLists(tx) };
  }),
);

export default function Reference() {
  const text = useText();
  const { parts } = useLoaderData<typeof loader>();
  const lists = [...new Set(parts.map(({ list }) => list))];
  return (
    <AccountFrame title={text("reference.title")} lead={text("reference.lead")} administrator>
      <div className="stack gap-4">
        <p className="muted">{text("reference.not_counted")}</p>
        {lists.map((list) => (
          <ReferenceList key={list} list={list} parts={parts.filter((part) => part.list === list)} />
        ))}
        <Panel title={text("reference.load.title")}>
          <div className="stack panel-part">
            <p>{text("reference.load.text")}</p>
            <p>
              <code>npm run reference -- taxa export.csv --on 2026-03-05</code>
            </p>
          </div>
        </Panel>
      </div>
    </AccountFrame>
  );
}
