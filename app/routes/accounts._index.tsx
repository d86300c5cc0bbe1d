import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AccountActs } from "#app/components/account/account-acts.tsx";
import { AccountFrame } from "#app/components/account/account-frame.tsx";
import { PeopleFilter } from "#app/components/account/people-filter.tsx";
import { PeopleTable } from "#app/components/account/people-table.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { searchKey } from "#app/domain/search-key.ts";
import { forPerson } from "#app/http.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { mustManageAccounts } from "#app/services/accounts.server.ts";
import { read } from "#app/services/write.server.ts";
import { accountStates, listOrganisations, listPersons } from "#db/queries/accounts.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "people.title") }];

/** So many are drawn; a search finds the others. */
const MOST = 200;

export const loader = forPerson(async ({ request, acting }) => {
  const { searchParams } = new URL(request.url);
  const [query, agency] = [searchParams.get("q") ?? "", searchParams.get("agency") ?? ""];
  return read(acting, async (tx, self) => {
    mustManageAccounts(self);
    const [persons, states, organisations] = [
      await listPersons(tx),
      await accountStates(tx),
      await listOrganisations(tx),
    ];
    const key = searchKey(query);
    const found = persons.filter(
      (person) =>
        (agency === "" || person.agencyId === agency) && searchKey(`${person.name} ${person.email}`).includes(key),
    );
    return {
      query,
      agency,
      total: found.length,
      people: found.slice(0, MOST).map((person) => ({ ...person, access: states.get(person.id) ?? null })),
      organisations,
    };
  });
});

export default function Accounts() {
  const text = useText();
  const { query, agency, total, people, organisations } = useLoaderData<typeof loader>();
  return (
    <AccountFrame title={text("people.title")} lead={text("people.lead")} acts={<AccountActs />} administrator>
      <PeopleFilter query={query} agency={agency} organisations={organisations} total={total} />
      <PeopleTable people={people} organisations={organisations} />
    </AccountFrame>
  );
}
