import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { v7 as uuid } from "uuid";
import { z } from "zod";
import { AccountFrame } from "#app/components/account/account-frame.tsx";
import { PersonAccess } from "#app/components/account/person-access.tsx";
import { PersonCorrection } from "#app/components/account/person-correction.tsx";
import { refusalOf } from "#app/components/form/answer.ts";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { Id } from "#app/domain/id.ts";
import { Problem } from "#app/domain/problem.ts";
import { RequiredText } from "#app/domain/text.ts";
import { answeringForm, commandOf, parsed, readForm, textOf } from "#app/form.server.ts";
import { forPerson } from "#app/http.server.ts";
import { pageTitle } from "#app/page-title.ts";
import {
  changePerson,
  endSessions,
  invitePerson,
  mustManageAccounts,
  suspendPerson,
} from "#app/services/accounts.server.ts";
import { read } from "#app/services/write.server.ts";
import { accountStates, findPerson, listOrganisations } from "#db/queries/accounts.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "people.title") }];

function idOf(params: Record<string, string | undefined>): Id {
  const id = Id.safeParse(params.personId);
  if (!id.success) throw new Problem("not-found", "person.unknown");
  return id.data;
}

export const loader = forPerson(async ({ request, params, acting }) =>
  read(acting, async (tx, self) => {
    mustManageAccounts(self);
    const person = await findPerson(tx, idOf(params));
    if (!person) throw new Problem("not-found", "person.unknown");
    const [states, organisations] = [await accountStates(tx), await listOrganisations(tx)];
    const agency = organisations.flatMap(({ agencies }) => agencies).find(({ id }) => id === person.agencyId);
    return {
      person: { ...person, access: states.get(person.id) ?? null },
      agency: agency ?? null,
      isSelf: self.person.id === person.id,
      origin: new URL(request.url).origin,
      command: uuid(),
    };
  }),
);

const Correction = z.object({ name: RequiredText(120), unitId: Id });

export const action = forPerson(async ({ request, params, acting }) => {
  const personId = idOf(params);
  const form = await readForm(request);
  return answeringForm(form, async (intent) => {
    if (intent === "correct") {
      const { name, unitId } = parsed(Correction, { name: textOf(form, "name"), unitId: textOf(form, "unitId") });
      const mayOpen = textOf(form, "mayOpen") === "yes";
      await changePerson(acting, commandOf(form, { personId, name, unitId, mayOpen }));
    } else if (intent === "invite") {
      const { token = "" } = await invitePerson(acting, commandOf(form, { personId }));
      return { done: intent, path: `/invitation/${token}` };
    } else if (intent === "end") {
      await endSessions(acting, commandOf(form, { personId }));
    } else {
      if (intent !== "suspend" && intent !== "restore") throw new Problem("invalid", "form.invalid");
      const state = intent === "restore" ? ("active" as const) : ("suspended" as const);
      await suspendPerson(acting, commandOf(form, { personId, state }));
    }
    return { done: intent, path: null };
  });
});

export default function Account() {
  const { person, agency, isSelf, origin, command } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const done = answer && "done" in answer ? answer : undefined;
  return (
    <AccountFrame title={person.name} lead={person.machine ? agency?.name : person.email} administrator narrow>
      <div className="parts">
        <PersonAccess
          person={person}
          isSelf={isSelf}
          command={command}
          link={done?.path ? { path: done.path, origin } : null}
          done={done?.done}
          refused={refusalOf(answer, "suspend") ?? refusalOf(answer, "invite")}
        />
        <PersonCorrection
          person={person}
          agency={agency}
          command={command}
          refused={refusalOf(answer, "correct")}
          changed={done?.done === "correct"}
        />
      </div>
    </AccountFrame>
  );
}
