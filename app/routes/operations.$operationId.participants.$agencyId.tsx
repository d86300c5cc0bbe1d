import type { MetaFunction, ShouldRevalidateFunction } from "@remix-run/react";
import { useLoaderData } from "@remix-run/react";
import { v7 as uuid } from "uuid";
import { changeAgency } from "#app/agency-form.server.ts";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { AgencyPage } from "#app/components/operation/agency-page.tsx";
import { may } from "#app/domain/access.ts";
import { localDateIn } from "#app/domain/calendar.ts";
import { Id } from "#app/domain/id.ts";
import { rolesToGive } from "#app/domain/participation.ts";
import { Problem } from "#app/domain/problem.ts";
import { answeringForm, readForm } from "#app/form.server.ts";
import { forParticipant } from "#app/http.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { timeZones } from "#app/time-zones.server.ts";
import type { Tx } from "#db/client.server.ts";
import { accountStates } from "#db/queries/accounts.server.ts";
import type { Membership } from "#db/queries/acting.server.ts";
import { listMachineKeys } from "#db/queries/keys.server.ts";
import { listMembers, listParticipants } from "#db/queries/operations.server.ts";
import { unitsOf } from "#db/queries/participants.server.ts";
import { presenceOf } from "#db/queries/presence.server.ts";
import { listPromises } from "#db/queries/tallies.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "participants.title") }];

/** After a refusal too: terms and people then stand as they stand. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus !== undefined || defaultShouldRevalidate;

function idOf(params: Record<string, string | undefined>): Id {
  const id = Id.safeParse(params.agencyId);
  if (!id.success) throw new Problem("not-found", "agency.unknown");
  return id.data;
}

export const loader = forParticipant(async ({ request, params, acting, operationId }) => {
  const agencyId = idOf(params);
  return read(acting, async (tx, self) => {
    const member = memberOf(self);
    const { state, zone } = member.operation;
    const agency = (await listParticipants(tx, operationId)).find((row) => row.agencyId === agencyId);
    if (!agency) throw new Problem("not-found", "agency.unknown");
    const [members, states] = [await listMembers(tx, operationId), await accountStates(tx)];
    const [units, keys] = [await unitsOf(tx, agencyId), await listMachineKeys(tx)];
    const here = { agencyId };
    const roles = rolesToGive(member.role).filter((role) => role !== "lead" || agency.leads);
    return {
      agency: { ...agency, leftAt: agency.leftAt?.toISOString() ?? null },
      isOwn: member.agencyId === agencyId,
      members: members
        .filter((row) => row.agencyId === agencyId)
        .map((row) => ({ ...row, access: states.get(row.personId) ?? null })),
      units,
      keys,
      roles,
      may: {
        invite: may(member, "operation.invite", state),
        manage: may(member, "member.manage", state, here) && agency.leftAt === null,
        steps: may(member, "clearance.steps", state, here) && agency.leftAt === null,
        keys: may(member, "key.issue", state, here),
        tallies: may(member, "tally.read", state, here),
        promise: may(member, "tally.promise", state, here) && agency.leftAt === null,
      },
      presence: await presenceRow(tx, member, agencyId),
      promises: await listPromises(tx, operationId, agencyId),
      owesByDefault: agency.readsAll && agency.administrationKind === "country",
      zones: timeZones(),
      zone,
      today: localDateIn(zone, self.now),
      origin: new URL(request.url).origin,
      ids: { member: uuid(), person: uuid(), machineMember: uuid(), machine: uuid(), unit: uuid() },
      command: uuid(),
    };
  });
});

/** Of the own agency, where the plan shows presence and the reader's role takes part in it. */
async function presenceRow(tx: Tx, member: Membership, agencyId: Id) {
  const { operationId, id: memberId, operation } = member;
  if (agencyId !== member.agencyId || !may(member, "presence.take_part", operation.state)) return null;
  const { plan, hidden } = await presenceOf(tx, { operationId, agencyId, memberId });
  return plan ? { hidden, mayAgency: may(member, "presence.of_agency", operation.state, { agencyId }) } : null;
}

export const action = forParticipant(async ({ request, params, acting }) => {
  const agencyId = idOf(params);
  const form = await readForm(request);
  return answeringForm(form, (intent) => changeAgency(acting, agencyId, intent, form));
});

export default function Agency() {
  return <AgencyPage {...useLoaderData<typeof loader>()} answer={useAnswer<typeof action>()} />;
}
