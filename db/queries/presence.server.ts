import { and, eq, isNull, sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { Tx } from "../client.server.ts";
import { presenceHidden } from "../schema.ts";

type Keys = { operationId: Id; agencyId: Id };

/** Whether the plan shows presence at all, and whether the bearer or the own agency is hidden. Machines are nobody. */
export async function presenceOf(tx: Tx, { operationId, agencyId, memberId }: Keys & { memberId: Id }) {
  const [row] = await tx.execute<{ plan: boolean; machine: boolean; agency: boolean; me: boolean }>(sql`
    select o.shows_presence as plan,
      coalesce((select p.machine from persons p where p.id = (select current_person())), true) as machine,
      exists (select from presence_hidden h where h.operation_id = o.operation_id and h.agency_id = ${agencyId}
        and h.member_id is null) as agency,
      exists (select from presence_hidden h where h.operation_id = o.operation_id and h.agency_id = ${agencyId}
        and h.member_id = ${memberId}) as me
    from operation_plans o where o.operation_id = ${operationId} and o.ended_by is null`);
  return {
    plan: row?.plan ?? false,
    machine: row?.machine ?? true,
    hidden: { agency: row?.agency ?? false, me: row?.me ?? false },
  };
}

/** Hides the whole agency where no member is named. Hidden twice is hidden. */
export async function hidePresence(tx: Tx, { operationId, agencyId }: Keys, memberId: Id | null, madeBy: Id) {
  await tx.insert(presenceHidden).values({ operationId, agencyId, memberId, madeBy }).onConflictDoNothing();
}

export async function showPresence(tx: Tx, { operationId, agencyId }: Keys, memberId: Id | null) {
  const { operationId: operation, agencyId: agency, memberId: member } = presenceHidden;
  await tx
    .delete(presenceHidden)
    .where(
      and(eq(operation, operationId), eq(agency, agencyId), memberId === null ? isNull(member) : eq(member, memberId)),
    );
}
