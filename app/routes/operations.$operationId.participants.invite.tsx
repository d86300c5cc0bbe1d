import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { v7 as uuid } from "uuid";
import { refusalOf } from "#app/components/form/answer.ts";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { InvitePage } from "#app/components/operation/invite-page.tsx";
import { addToDirectory } from "#app/directory-form.server.ts";
import type { Id } from "#app/domain/id.ts";
import { ParticipantInput } from "#app/domain/participation.ts";
import { Problem } from "#app/domain/problem.ts";
import { answeringForm, commandOf, parsed, readForm, textOf, wholeOf } from "#app/form.server.ts";
import { forParticipant } from "#app/http.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { inviteAgency } from "#app/services/operations.server.ts";
import { mustBeAllowed, read } from "#app/services/write.server.ts";
import type { Tx } from "#db/client.server.ts";
import { listOrganisations } from "#db/queries/accounts.server.ts";
import { listParticipants } from "#db/queries/operations.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "participants.invite") }];

export const loader = forParticipant(async ({ request, acting, operationId }) =>
  read(acting, async (tx, self) => {
    mustBeAllowed(self, "operation.invite");
    const [organisations, participants] = [await listOrganisations(tx), await listParticipants(tx, operationId)];
    const inside = new Set(participants.filter((row) => row.leftAt === null).map((row) => row.agencyId));
    const outside = organisations.map((head) => ({
      ...head,
      agencies: head.agencies.filter((agency) => !inside.has(agency.id)),
    }));
    const names = new Map(participants.map((row) => [row.administrationId, row.officialName]));
    return {
      organisations,
      outside: outside.filter(({ agencies }) => agencies.length > 0),
      officialNames: organisations.map(({ id, name }) => ({ id, name: names.get(id) ?? name })),
      agency: new URL(request.url).searchParams.get("agency") ?? "",
      id: uuid(),
      command: uuid(),
    };
  }),
);

/** What the operation calls the country of this agency already, or else the name of the list. */
async function nameOf(tx: Tx, operationId: Id, agencyId: string): Promise<string> {
  const head = (await listOrganisations(tx)).find(({ agencies }) => agencies.some(({ id }) => id === agencyId));
  const inside = (await listParticipants(tx, operationId)).find((row) => row.administrationId === head?.id);
  return inside?.officialName ?? head?.name ?? "";
}

export const action = forParticipant(async ({ request, acting, operationId }) => {
  const form = await readForm(request);
  return answeringForm(form, async (intent) => {
    if (intent === "administration" || intent === "agency") {
      const made = await addToDirectory(acting, intent, form);
      throw redirect(`/operations/${operationId}/participants/invite${intent === "agency" ? `?agency=${made}` : ""}`);
    }
    if (intent !== "invite") throw new Problem("invalid", "form.invalid");
    const { agencyId } = parsed(ParticipantInput.pick({ agencyId: true }), { agencyId: textOf(form, "agencyId") });
    const named =
      textOf(form, "officialName").trim() || (await read(acting, (tx) => nameOf(tx, operationId, agencyId)));
    const input = parsed(ParticipantInput, {
      agencyId,
      officialName: named,
      readsAll: textOf(form, "readsAll") === "yes",
      clearanceSteps: wholeOf(form, "clearanceSteps"),
      leads: textOf(form, "leads") === "yes",
    });
    await inviteAgency(acting, commandOf(form, input));
    throw redirect(`/operations/${operationId}/participants/${input.agencyId}`);
  });
});

export default function InviteAgency() {
  const answer = useAnswer<typeof action>();
  return (
    <InvitePage
      {...useLoaderData<typeof loader>()}
      refused={{
        invite: refusalOf(answer, "invite"),
        administration: refusalOf(answer, "administration"),
        agency: refusalOf(answer, "agency"),
      }}
    />
  );
}
