import type { MetaFunction } from "@remix-run/react";
import { useLoaderData } from "@remix-run/react";
import { ParticipantsPage } from "#app/components/operation/participants-page.tsx";
import { may } from "#app/domain/access.ts";
import { forParticipant } from "#app/http.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { accountStates } from "#db/queries/accounts.server.ts";
import { listMembers, listParticipants } from "#db/queries/operations.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "participants.title") }];

export const loader = forParticipant(async ({ acting, operationId }) =>
  read(acting, async (tx, self) => {
    const member = memberOf(self);
    const { state } = member.operation;
    const [participants, members, states] = [
      await listParticipants(tx, operationId),
      await listMembers(tx, operationId),
      await accountStates(tx),
    ];
    return {
      participants: participants.map((row) => ({ ...row, leftAt: row.leftAt?.toISOString() ?? null })),
      members: members.map((row) => ({ ...row, access: states.get(row.personId) ?? null })),
      ownAgency: member.agencyId,
      mayInvite: may(member, "operation.invite", state),
      managed: participants
        .filter(({ agencyId }) => may(member, "member.manage", state, { agencyId }))
        .map((row) => row.agencyId),
    };
  }),
);

export default function Participants() {
  return <ParticipantsPage {...useLoaderData<typeof loader>()} />;
}
