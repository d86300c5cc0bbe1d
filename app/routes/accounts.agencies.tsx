import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { v7 as uuid } from "uuid";
import { AccountFrame } from "#app/components/account/account-frame.tsx";
import { AddAdministration } from "#app/components/account/add-administration.tsx";
import { AddAgency } from "#app/components/account/add-agency.tsx";
import { AddUnit } from "#app/components/account/add-unit.tsx";
import { AgencyDirectory } from "#app/components/account/agency-directory.tsx";
import { isDone, refusalOf } from "#app/components/form/answer.ts";
import { Done } from "#app/components/form/done.tsx";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { useRounds } from "#app/components/form/use-rounds.ts";
import { useText } from "#app/components/ui/text-context.tsx";
import { addToDirectory } from "#app/directory-form.server.ts";
import { answeringForm, readForm, textOf } from "#app/form.server.ts";
import { forPerson } from "#app/http.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { mustManageAccounts } from "#app/services/accounts.server.ts";
import { read } from "#app/services/write.server.ts";
import { listOrganisations } from "#db/queries/accounts.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "directory.title") }];

export const loader = forPerson(async ({ acting }) =>
  read(acting, async (tx, self) => {
    mustManageAccounts(self);
    return { organisations: await listOrganisations(tx), command: uuid(), id: uuid() };
  }),
);

export const action = forPerson(async ({ request, acting }) => {
  const form = await readForm(request);
  return answeringForm(form, async (intent) => {
    await addToDirectory(acting, intent, form);
    return { done: intent, name: textOf(form, "name") };
  });
});

export default function Agencies() {
  const text = useText();
  const { organisations, command, id } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const done = answer && "done" in answer;
  const rounds = useRounds(answer, isDone);
  return (
    <AccountFrame title={text("directory.title")} lead={text("directory.lead")} administrator>
      <div className="parts parts-two">
        <div className="stack">
          <Done when={done === true}>{text("directory.added")}</Done>
          <AgencyDirectory organisations={organisations} />
        </div>
        <div className="stack gap-4" key={rounds}>
          <AddAdministration id={id} command={command} refused={refusalOf(answer, "administration")} />
          <AddAgency organisations={organisations} id={id} command={command} refused={refusalOf(answer, "agency")} />
          <AddUnit organisations={organisations} id={id} command={command} refused={refusalOf(answer, "unit")} />
        </div>
      </div>
    </AccountFrame>
  );
}
