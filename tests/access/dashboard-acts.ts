import type { Panel } from "#app/domain/dashboard.ts";
import type { Id } from "#app/domain/id.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { agencyOf, type World } from "#tests/support/world.ts";
import { type Act, type Form, id, type Stage } from "./acts.ts";
import type { Reader } from "./cast.ts";

const LIST = "POST /operations/:operation/dashboards";
const ONE = "POST /operations/:operation/dashboards/:dashboard";

const PANELS: readonly Panel[] = [
  { kind: "byMode", query: "", wide: false },
  { kind: "byDay", query: "per=day", wide: true },
];

/** On a dashboard of whoever asks; of a contact point where the asker keeps none. */
const onOne = (form: Form): Act => ({
  send: async (stage, asker) => ({ form: { base: "1", ...form }, at: { dashboard: await aDashboard(stage, asker) } }),
});

export const DASHBOARD_ACTS: Record<string, Act> = {
  [`${LIST} make`]: { send: () => ({ form: { name: "Morning" } }) },
  [`${LIST} drop`]: {
    send: async (stage, asker) => ({ form: { dashboard: await aDashboard(stage, asker) } }),
  },
  [`${ONE} rename`]: onOne({ name: "Evening" }),
  [`${ONE} add`]: onOne({ kind: "byMode", query: "slot=I", wide: "no" }),
  [`${ONE} move`]: onOne({ at: "0", to: "1" }),
  [`${ONE} widen`]: onOne({ at: "0", wide: "yes" }),
  [`${ONE} look`]: onOne({ at: "1", query: "slot=I", look: "per=day" }),
  [`${ONE} remove`]: onOne({ at: "0" }),
};

const WALL = `${ONE}/wall`;

/** Of a room of those who read facts; the asker's own wall is ended, or that of a contact point. */
export const WALL_ACTS: Record<string, Act> = {
  [`${WALL} start`]: {
    send: async (stage, asker) => ({
      form: {
        label: "Hall",
        hours: "8",
        "administrations[]": [agencyOf(stage.world, "TH-CUS").administrationId],
        "roles[]": ["ncp"],
      },
      at: { dashboard: await aDashboard(stage, asker) },
    }),
  },
  [`${WALL} end`]: {
    send: async (stage, asker) => {
      const dashboard = await aDashboard(stage, asker);
      return { form: { wall: await wallOf(stage.world, dashboard) }, at: { dashboard } };
    },
  },
};

/** A wall of a dashboard, started by whoever made that. */
export async function wallOf({ owner, operationId }: World, dashboard: Id): Promise<Id> {
  const wall = id();
  await owner`
    insert into walls (operation_id, id, dashboard_id, member_id, agency_id, hash, label, administrations, roles, expires_at)
    select d.operation_id, ${wall}, d.id, d.member_id, d.agency_id, sha256(${wall}::text::bytea), 'Hall',
      array_agg(p.administration_id), '{ncp}', now() + interval '1 day'
    from dashboards d join participants p on p.operation_id = d.operation_id
    where d.operation_id = ${operationId} and d.id = ${dashboard} group by d.operation_id, d.id`;
  return wall;
}

async function aDashboard({ world, cast }: Stage, { memberId = "" }: Reader): Promise<Id> {
  const contact = await read(cast.people.contact, async (_tx, self) => memberOf(self).id);
  const [own] = await world.owner<{ id: Id }[]>`
    select id from members where id::text = ${memberId} and operation_id = ${world.operationId}
      and role not in ('reporter', 'observer') and state = 'active' and to_day is null`;
  return dashboardOf(world, own?.id ?? contact);
}

/** A dashboard of two panels, as the row says. */
export async function dashboardOf({ owner, operationId }: World, member: Id, shared = false): Promise<Id> {
  const dashboard = id();
  await owner`
    insert into dashboards (operation_id, id, member_id, agency_id, name, panels, shared)
    select ${operationId}, ${dashboard}, id, agency_id, 'Morning', ${owner.json([...PANELS])}, ${shared}
    from members where id = ${member}`;
  return dashboard;
}

/** Everybody has one, and one who is nobody of the table shares another. */
export async function keepDashboards(world: World): Promise<void> {
  const rows = await world.owner<{ id: Id }[]>`select id from members`;
  for (const { id: member } of rows) await wallOf(world, await dashboardOf(world, member));
  const { memberId } = await world.join({ role: "ocu", agency: agencyOf(world, "VN-CUS") });
  await dashboardOf(world, memberId, true);
}
