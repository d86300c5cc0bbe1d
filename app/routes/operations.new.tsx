import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { v7 as uuid } from "uuid";
import { refusalOf } from "#app/components/form/answer.ts";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { NewOperation } from "#app/components/operation/new-operation.tsx";
import { addDays, localDateIn } from "#app/domain/calendar.ts";
import { Problem } from "#app/domain/problem.ts";
import { answeringForm, commandOf, readForm } from "#app/form.server.ts";
import type { FormValues } from "#app/form-answer.ts";
import { forPerson } from "#app/http.server.ts";
import { inFormNames, planValues, readOperationForm } from "#app/operation-form.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { openOperation } from "#app/services/operations.server.ts";
import { read } from "#app/services/write.server.ts";
import { timeZones } from "#app/time-zones.server.ts";
import { findMyself, listOrganisations, type Organisation } from "#db/queries/accounts.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import { listCodes, listCommodities } from "#db/queries/reference.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "plan.new.title") }];

export const loader = forPerson(async ({ acting }) =>
  read(acting, async (tx, self) => {
    mustMayOpen(self);
    const [myself, organisations] = [await findMyself(tx), await listOrganisations(tx)];
    const [goods, handlings] = [await listCommodities(tx), await listCodes(tx, "handling")];
    const zone = myself?.zone ?? "UTC";
    const today = localDateIn(zone, self.now);
    return {
      organisations,
      ownAgency: self.person.agencyId,
      groups: [...new Set(goods.map(({ group }) => group))],
      handlings: handlings.map(({ code }) => code),
      zones: timeZones(),
      initial: usual(organisations, self.person.agencyId, { zone, today }),
      id: uuid(),
      command: uuid(),
    };
  }),
);

function mustMayOpen(self: Self) {
  if (!self.person.mayOpen) throw new Problem("forbidden", "operation.open.refused");
}

/** What most operations have; a lead changes what is otherwise here. */
function usual(
  organisations: readonly Organisation[],
  ownAgency: string,
  { zone, today }: { zone: string; today: string },
): FormValues {
  const plan = planValues({
    name: "",
    edition: "",
    objectives: "",
    scope: [],
    zone,
    startsOn: addDays(today, 28),
    endsOn: addDays(today, 28 + 153),
    followUpEndsOn: addDays(today, 28 + 153 + 60),
    debriefOn: addDays(today, 28 + 153 + 90),
    cutOff: "18:00",
    lateLimitHours: 72,
    handling: "H1",
    tier: "B",
    joining: "from_start",
    reportersReadFacts: false,
    showsPresence: false,
    boundaryProfile: "no_disputed",
  });
  const names = organisations.map(({ id, name }) => [`official.${id}`, name]);
  const terms = organisations.flatMap(({ kind, agencies }) =>
    agencies.flatMap(({ id }) => [
      [`steps.${id}`, "1"],
      [`all.${id}`, kind === "country" ? "yes" : ""],
      [`takes.${id}`, id === ownAgency ? "yes" : ""],
    ]),
  );
  return { ...plan, ...Object.fromEntries([...names, ...terms]) };
}

export const action = forPerson(async ({ request, acting }) => {
  const form = await readForm(request);
  return answeringForm(form, async () => {
    const { organisations, ownAgency } = await read(acting, async (tx, self) => {
      mustMayOpen(self);
      return { organisations: await listOrganisations(tx), ownAgency: self.person.agencyId };
    });
    const input = readOperationForm(form, organisations, ownAgency);
    const opened = await openOperation(acting, commandOf(form, input)).catch((thrown) => {
      throw inFormNames(thrown, input.contacts);
    });
    throw redirect(`/operations/${opened.operation}/${input.contacts.length > 0 ? "participants" : "plan"}`);
  });
});

export default function NewOperationRoute() {
  const answer = useAnswer<typeof action>();
  return <NewOperation {...useLoaderData<typeof loader>()} refused={refusalOf(answer, "")} />;
}
