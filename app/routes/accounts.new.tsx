import { data, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { v5 as derived, v7 as uuid } from "uuid";
import { AccountFrame } from "#app/components/account/account-frame.tsx";
import { NewPersonForm } from "#app/components/account/new-person-form.tsx";
import { unitsOfAll } from "#app/components/account/organisation-types.ts";
import { PersonMade } from "#app/components/account/person-made.tsx";
import { refusalOf } from "#app/components/form/answer.ts";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { useText } from "#app/components/ui/text-context.tsx";
import { PersonInput } from "#app/domain/account.ts";
import { answeringForm, commandOf, parsed, readForm, textOf } from "#app/form.server.ts";
import { forPerson } from "#app/http.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { createPerson, invitePerson, mustManageAccounts } from "#app/services/accounts.server.ts";
import { read } from "#app/services/write.server.ts";
import { listOrganisations } from "#db/queries/accounts.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "person.new.title") }];

export const loader = forPerson(async ({ request, acting }) =>
  read(acting, async (tx, self) => {
    mustManageAccounts(self);
    const { searchParams, origin } = new URL(request.url);
    return {
      organisations: await listOrganisations(tx),
      unit: searchParams.get("unit") ?? "",
      origin,
      person: uuid(),
      command: uuid(),
    };
  }),
);

/** The account and its first link in one go; the link is of a command of its own, made from this one. */
export const action = forPerson(async ({ request, acting }) => {
  const form = await readForm(request);
  return answeringForm(form, async () => {
    const unitId = textOf(form, "unitId");
    const organisations = await read(acting, (tx) => listOrganisations(tx));
    const unit = unitsOfAll(organisations).find(({ id }) => id === unitId);
    const input = parsed(PersonInput, {
      id: textOf(form, "id"),
      agencyId: unit?.agency.id ?? "",
      unitId,
      name: textOf(form, "name"),
      email: textOf(form, "email"),
      mayOpen: textOf(form, "mayOpen") === "yes",
      administrator: textOf(form, "administrator") === "yes",
    });
    const command = commandOf(form, input);
    await createPerson(acting, command);
    const invitation = { id: derived("invitation", command.id), input: { personId: input.id } };
    const { token = "" } = await invitePerson(acting, invitation);
    return data({ made: { id: input.id, name: input.name, path: `/invitation/${token}` } }, { status: 201 });
  });
});

export default function NewAccount() {
  const text = useText();
  const { organisations, unit, origin, person, command } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const made = answer && "made" in answer ? answer.made : undefined;
  return (
    <AccountFrame title={text("person.new.title")} lead={text("person.new.lead")} administrator narrow>
      {made ? (
        <PersonMade {...made} origin={origin} />
      ) : (
        <NewPersonForm
          organisations={organisations}
          unit={unit}
          person={person}
          command={command}
          refused={refusalOf(answer, "")}
        />
      )}
    </AccountFrame>
  );
}
