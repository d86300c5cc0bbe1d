import type { Id } from "#app/domain/id.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { type Act, id, type Stage } from "./acts.ts";
import type { Reader } from "./cast.ts";
import { seenBy } from "./watch-deeds.ts";

const WATCH = "POST /operations/:operation/watch";

export const WATCH_ACTS: Record<string, Act> = {
  "POST /operations/:operation/visit": { send: () => ({ form: {} }) },
  [`${WATCH} roster`]: {
    send: (_stage, { memberId = id() }) => ({
      form: {
        ...{ memberId, startsAt: "2021-05-17T08:00", endsAt: "2021-05-17T16:00" },
        ...{ zone: "Asia/Ho_Chi_Minh", contact: "" },
      },
    }),
  },
  [`${WATCH} strike`]: { send: async (stage) => ({ form: { shift: await aShift(stage) } }) },
  [`${WATCH} note`]: { send: () => ({ form: { text: "Called the port." } }) },
  [`${WATCH} sign`]: {
    send: async ({ world, owner }, asker) => {
      await nothingWaits({ world });
      const mayNot = asker.memberId === undefined || !(await keepsWatch({ world, owner }, asker));
      return { form: { seen: mayNot ? "nothing" : await seenBy(asker), remark: "" } };
    },
  },
  [`${WATCH} accept`]: {
    send: async (stage) => ({ form: { handover: await aHandover(stage, await contactOf(stage)) } }),
  },
  [`${WATCH} take_back`]: {
    send: async (stage, asker) => {
      const own = await keepsWatch(stage, asker);
      return { form: { handover: await aHandover(stage, own ?? (await contactOf(stage))) } };
    },
  },
};

type Keeper = { id: Id; agency_id: Id; role: string };

/** The membership of whoever may hand over a watch. */
async function keepsWatch({ world }: Pick<Stage, "world" | "owner">, { memberId = "" }: Reader) {
  const [row] = await world.owner<Keeper[]>`
    select id, agency_id, role from members
    where id::text = ${memberId} and role in ('lead', 'ocu', 'ncp') and state = 'active' and to_day is null`;
  return row;
}

async function contactOf({ cast, owner }: Stage): Promise<Keeper> {
  const contact = await read(cast.people.contact, async (_tx, self) => memberOf(self).id);
  return { id: contact, agency_id: owner.id, role: "ncp" };
}

async function aShift({ world, owner, cast }: Stage): Promise<Id> {
  const shift = id();
  const member_id = await read(cast.people.contact, async (_tx, self) => memberOf(self).id);
  const times = { starts_at: "2021-05-17T08:00Z", ends_at: "2021-05-17T16:00Z" };
  const of = { operation_id: world.operationId, agency_id: owner.id, member_id, made_by: member_id };
  await world.owner`insert into watch_shifts ${world.owner({ id: shift, ...of, ...times })}`;
  return shift;
}

/** A handover that waits, signed by this member. */
async function aHandover({ world }: Stage, signer: Keeper): Promise<Id> {
  await nothingWaits({ world });
  const handover = id();
  const sheet = { scope: "agency", at: "2021-05-17T08:00:00Z", since: null, counts: [], items: [] };
  const of = { operation_id: world.operationId, agency_id: signer.agency_id, duty: signer.role, signed_by: signer.id };
  await world.owner`insert into watch_handovers ${world.owner({ id: handover, ...of, sheet })}`;
  return handover;
}

async function nothingWaits({ world }: Pick<Stage, "world">) {
  await world.owner`update watch_handovers set taken_back_at = now() where accepted_at is null and taken_back_at is null`;
}
