import type { Id } from "#app/domain/id.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import type { World } from "#tests/support/world.ts";
import { type Act, type Form, id, type Stage } from "./acts.ts";
import type { Reader } from "./cast.ts";

const VIEWS = "POST /operations/:operation/views";

/** On a view of whoever asks, that is watched and has told something; of a contact point where the asker keeps none. */
const onView = (form: Form): Act => ({
  send: async (stage, asker) => ({ form: { ...form, view: (await aWatchedView(stage, asker)).view } }),
});

const onNotice: Act = {
  send: async (stage, asker) => ({ form: { notice: (await aWatchedView(stage, asker)).notice } }),
};

export const VIEW_ACTS: Record<string, Act> = {
  [`${VIEWS} keep`]: { send: () => ({ form: { name: "Tusks", page: "statistics", query: "slot=I" } }) },
  [`${VIEWS} rename`]: onView({ name: "Ivory", shared: "yes", base: "1" }),
  [`${VIEWS} drop`]: onView({}),
  [`${VIEWS} watch`]: onView({ threshold: "2", days: "" }),
  [`${VIEWS} unwatch`]: onView({}),
  [`${VIEWS} read`]: onNotice,
  [`${VIEWS} dismiss`]: onNotice,
};

async function aWatchedView({ world, cast }: Stage, { memberId = "" }: Reader) {
  const contact = await read(cast.people.contact, async (_tx, self) => memberOf(self).id);
  const [own] = await world.owner<{ id: Id }[]>`
    select id from members where id::text = ${memberId} and operation_id = ${world.operationId}
      and role not in ('reporter', 'observer') and state = 'active' and to_day is null`;
  return watchedViewOf(world, own?.id ?? contact);
}

/** A view with its watch, a case that it knows and a notice, as the rows say. */
export async function watchedViewOf({ owner, operationId }: World, member: Id, shared = false) {
  const of = { operation_id: operationId, member_id: member };
  const [view, notice] = [id(), id()];
  const [{ agency_id } = { agency_id: "" }] = await owner<{ agency_id: Id }[]>`
    select agency_id from members where id = ${member}`;
  const said = { agency_id, name: "Tusks", page: "map", query: "slot=I", shared };
  await owner`insert into saved_views ${owner({ ...of, id: view, ...said })}`;
  const at = { ...of, view_id: view };
  await owner`insert into view_watches ${owner({ ...at, threshold: 1, looked: 0 })}`;
  await owner`insert into view_notices ${owner({ ...at, id: notice, cases: 1, first_at: new Date(0), query: "" })}`;
  await owner`insert into view_cases ${owner({ ...at, seizure_id: id(), waits: false, notice_id: notice })}`;
  return { view, notice };
}
