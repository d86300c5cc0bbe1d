import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import { MOST_VIEWS } from "#app/domain/saved-view.ts";
import type { Acting } from "#app/services/house.server.ts";
import { changeView, dropView } from "#app/services/saved-views.server.ts";
import { dismissNotice, readNotices, stopWatching, watchView } from "#app/services/view-notices.server.ts";
import { read } from "#app/services/write.server.ts";
import { findView } from "#db/queries/saved-views.server.ts";
import { aViewWorld, type ViewWorld } from "#tests/support/view-world.ts";
import { aCommand, agencyOf } from "#tests/support/world.ts";

let stage: ViewWorld;
beforeAll(async () => {
  stage = await aViewWorld();
}, 120_000);
afterAll(() => stage.world.close());

const idsOf = async (by: Acting) => (await stage.viewsOf(by)).map(({ id }) => id);
const typesOf = async (view: Id) => {
  const rows = await stage.world.owner<{ type: string }[]>`
    select e.type from events e join event_bodies b on b.event_id = e.id
    where b.body::jsonb ->> 'view' = ${view} order by e.arrival`;
  return rows.map(({ type }) => type);
};
const join = (role: Parameters<typeof stage.world.join>[0]["role"], agency = "LA-CUS") =>
  stage.world.join({ role, agency: agencyOf(stage.world, agency) });

describe("who reads a view", () => {
  test("its maker alone, until it is shared; then all who read facts, and never observers or posts", async () => {
    const view = await stage.keep(stage.analyst, { name: "Tusks by sea" });
    const partner = await join("partner");
    expect(await idsOf(stage.analyst)).toContain(view);
    expect(await idsOf(partner)).not.toContain(view);
    expect(await typesOf(view)).toEqual([]);

    const changed = { view, base: 1, name: "Tusks by sea", shared: true, query: null };
    await changeView(stage.analyst, aCommand(changed));
    const [seen] = (await stage.viewsOf(partner)).filter(({ id }) => id === view);
    expect(seen).toMatchObject({ own: false, agency: expect.any(String), maker: expect.any(String), watch: null });
    for (const role of ["observer", "reporter"] as const) expect(await idsOf(await join(role))).toEqual([]);

    await changeView(stage.analyst, aCommand({ ...changed, base: 2, name: "Tusks", query: "mode=road" }));
    await changeView(stage.analyst, aCommand({ ...changed, base: 3, shared: false }));
    expect(await idsOf(partner)).not.toContain(view);
    expect(await typesOf(view)).toEqual(["view.shared", "view.changed", "view.withdrawn"]);
  });

  test("nobody changes, watches or takes away what somebody else shares", async () => {
    const view = await stage.keep(stage.analyst, { shared: true });
    const lead = await join("lead");
    const change = { view, base: 1, name: "Mine", shared: true, query: null };
    await expect(changeView(lead, aCommand(change))).rejects.toThrow("views.not_yours");
    await expect(dropView(lead, aCommand({ view }))).rejects.toThrow("views.not_yours");
    await expect(watchView(lead, aCommand({ view, threshold: 1, days: null }))).rejects.toThrow("views.not_yours");
    const hidden = await stage.keep(stage.analyst);
    await expect(dropView(lead, aCommand({ view: hidden }))).rejects.toThrow("views.unknown");
  });

  test("whoever reads no facts keeps none", async () => {
    for (const role of ["observer", "reporter"] as const)
      await expect(stage.keep(await join(role))).rejects.toThrow("access.refused");
  });
});

describe("keeping", () => {
  test("a change of what was changed meanwhile is refused, a command that comes twice is done once", async () => {
    const view = await stage.keep(stage.analyst);
    const change = aCommand({ view, base: 1, name: "New name", shared: false, query: null });
    await changeView(stage.analyst, change);
    await changeView(stage.analyst, change);
    await expect(changeView(stage.analyst, aCommand(change.input))).rejects.toThrow("views.stale");
    const found = await read(stage.analyst, (tx) => findView(tx, stage.world.operationId, view));
    expect(found).toMatchObject({ name: "New name", version: 2 });
  });

  test("a member keeps so many and no more, and an id is used once", async () => {
    const keeper = await join("analyst");
    const [id] = [await stage.keep(keeper)];
    await expect(stage.keep(keeper, { id })).rejects.toThrow("views.taken");
    await stage.world.owner`
      insert into saved_views (operation_id, id, member_id, agency_id, name, page, query, shared)
      select operation_id, gen_random_uuid(), member_id, agency_id, 'More', page, query, false from saved_views,
        generate_series(2, ${MOST_VIEWS}::int) where id = ${id}`;
    await expect(stage.keep(keeper)).rejects.toThrow("views.most");
  });
});

describe("notices", () => {
  test("are read and put away by their reader alone, and go with their view", async () => {
    const keeper = await join("analyst");
    const view = await stage.watch(keeper);
    await stage.release();
    await stage.release();
    await stage.work();
    await stage.release();
    await stage.work();
    const [second, first] = await stage.noticesOf(keeper);
    expect([first?.cases, second?.cases]).toEqual([2, 1]);
    expect(second).toMatchObject({ view: "Sea", page: "statistics", query: "mode=sea_container", readAt: null });

    const notice = first?.id ?? "";
    await expect(readNotices(stage.thai, aCommand({ notice }))).rejects.toThrow("views.notice.unknown");
    await expect(dismissNotice(stage.thai, aCommand({ notice }))).rejects.toThrow("views.notice.unknown");
    expect(await stage.unreadOf(keeper)).toBe(2);
    await readNotices(keeper, aCommand({ notice }));
    expect(await stage.unreadOf(keeper)).toBe(1);
    await readNotices(keeper, aCommand({ notice: null }));
    expect(await stage.unreadOf(keeper)).toBe(0);
    await dismissNotice(keeper, aCommand({ notice }));
    expect(await stage.noticesOf(keeper)).toHaveLength(1);

    await stopWatching(keeper, aCommand({ view }));
    await stage.release();
    await stage.work();
    expect(await stage.noticesOf(keeper)).toHaveLength(1);
    await dropView(keeper, aCommand({ view }));
    expect(await stage.noticesOf(keeper)).toEqual([]);
  });
});
