import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { boardFor } from "#app/dashboard-board.server.ts";
import { MOST_DASHBOARDS, type Panel } from "#app/domain/dashboard.ts";
import { NO_FILTER } from "#app/domain/filter-address.ts";
import type { Id } from "#app/domain/id.ts";
import { dropDashboard, makeDashboard, nameDashboard, stepDashboard } from "#app/services/dashboards.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { figuresFor } from "#app/services/kept-figures.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { findDashboard, listDashboards } from "#db/queries/dashboards.server.ts";
import { aViewWorld, type ViewWorld } from "#tests/support/view-world.ts";
import { aCommand, agencyOf } from "#tests/support/world.ts";

let stage: ViewWorld;
beforeAll(async () => {
  stage = await aViewWorld();
}, 120_000);
afterAll(() => stage.world.close());

const join = (role: Parameters<typeof stage.world.join>[0]["role"]) =>
  stage.world.join({ role, agency: agencyOf(stage.world, "LA-CUS") });
const seenBy = async (by: Acting) =>
  (await read(by, async (tx, self) => listDashboards(tx, memberOf(self)))).map(({ id }) => id);
const opened = (by: Acting, id: Id) => read(by, async (tx, self) => findDashboard(tx, memberOf(self).operationId, id));

async function make(by: Acting, shared = false): Promise<Id> {
  const id = crypto.randomUUID();
  await makeDashboard(by, aCommand({ id, name: "Morning", shared }));
  return id;
}
const aPanel = (over: Partial<Panel> = {}): Panel => ({ kind: "byMode", query: "", wide: false, ...over });
const add = (by: Acting, dashboard: Id, base: number, panel: Panel) =>
  stepDashboard(by, aCommand({ dashboard, base, step: { do: "add" as const, panel, at: null } }));

describe("who reads and shares a dashboard", () => {
  test("its maker alone, until a lead or the coordination unit shares its own; nobody who reads no facts", async () => {
    const [lead, partner] = [await join("lead"), await join("partner")];
    const dashboard = await make(lead);
    expect(await seenBy(lead)).toContain(dashboard);
    expect(await seenBy(partner)).not.toContain(dashboard);
    await nameDashboard(lead, aCommand({ dashboard, base: 1, name: "Evening", shared: true }));
    expect(await seenBy(partner)).toContain(dashboard);
    expect(await opened(partner, dashboard)).toMatchObject({ name: "Evening", version: 2, panels: [] });
    for (const role of ["observer", "reporter"] as const) {
      const outside = await join(role);
      expect(await seenBy(outside)).toEqual([]);
      await expect(make(outside)).rejects.toThrow("access.refused");
    }
    await add(lead, dashboard, 2, aPanel());
    await nameDashboard(lead, aCommand({ dashboard, base: 3, name: "Evening", shared: false }));
    expect(await seenBy(partner)).not.toContain(dashboard);
    const types = await stage.world.owner<{ type: string }[]>`
      select e.type from events e join event_bodies b on b.event_id = e.id
      where b.body::jsonb ->> 'dashboard' = ${dashboard} order by e.arrival`;
    expect(types.map(({ type }) => type)).toEqual(["dashboard.shared", "dashboard.changed", "dashboard.withdrawn"]);
  });

  test("an analyst keeps but does not share, not even past the service", async () => {
    await expect(make(stage.analyst, true)).rejects.toThrow("access.refused");
    const dashboard = await make(stage.analyst);
    const naming = { dashboard, base: 1, name: "Mine", shared: true };
    await expect(nameDashboard(stage.analyst, aCommand(naming))).rejects.toThrow("access.refused");
    await expect(
      stage.world.app.db.transaction(async (tx) => {
        await tx.execute(`select begin_as('${stage.analyst.token}', '${stage.world.operationId}')`);
        await tx.execute(`update dashboards set shared = true where id = '${dashboard}'`);
      }),
    ).rejects.toMatchObject({ cause: { message: expect.stringContaining("row-level security") } });
    expect(await opened(stage.analyst, dashboard)).toMatchObject({ shared: false });
  });

  test("nobody changes what somebody else shares", async () => {
    const [lead, other] = [await join("lead"), await join("ocu")];
    const dashboard = await make(lead, true);
    await expect(add(other, dashboard, 1, aPanel())).rejects.toThrow("dashboards.not_yours");
    await expect(dropDashboard(other, aCommand({ dashboard }))).rejects.toThrow("dashboards.not_yours");
    await expect(dropDashboard(other, aCommand({ dashboard: await make(lead) }))).rejects.toThrow("dashboards.unknown");
    await dropDashboard(lead, aCommand({ dashboard }));
    expect(await seenBy(other)).not.toContain(dashboard);
  });
});

describe("arranging", () => {
  test("each step is one version; one that was made of an older one is refused, and changes nothing", async () => {
    const dashboard = await make(stage.analyst);
    await add(stage.analyst, dashboard, 1, aPanel());
    await add(stage.analyst, dashboard, 2, aPanel({ kind: "byDay", query: "per=day&slot=I" }));
    const back = { dashboard, base: 3, step: { do: "move" as const, at: 1, to: 0 } };
    await stepDashboard(stage.analyst, aCommand(back));
    await expect(stepDashboard(stage.analyst, aCommand(back))).rejects.toThrow("dashboards.stale");
    const gone = { dashboard, base: 4, step: { do: "remove" as const, at: 9 } };
    await expect(stepDashboard(stage.analyst, aCommand(gone))).rejects.toThrow("dashboards.stale");
    const removed = await stepDashboard(stage.analyst, aCommand({ ...gone, step: { do: "remove" as const, at: 0 } }));
    expect(removed).toEqual({ dashboard, base: "5", kind: "byDay", query: "slot=I&per=day", wide: "no", at: "0" });
    expect((await opened(stage.analyst, dashboard))?.panels).toEqual([aPanel()]);
  });

  test("a member keeps so many and no more", async () => {
    const keeper = await join("analyst");
    const id = await make(keeper);
    await expect(makeDashboard(keeper, aCommand({ id, name: "Again", shared: false }))).rejects.toThrow(
      "dashboards.taken",
    );
    await stage.world.owner`
      insert into dashboards (operation_id, id, member_id, agency_id, name, panels, shared)
      select operation_id, gen_random_uuid(), member_id, agency_id, 'More', panels, false from dashboards,
        generate_series(2, ${MOST_DASHBOARDS}::int) where id = ${id}`;
    await expect(make(keeper)).rejects.toThrow("dashboards.most");
  });
});

test("a panel says the figures of its filter as the statistics page counts them, and lists the reports of it", async () => {
  const seizure = await stage.release();
  const panels = [aPanel(), aPanel({ kind: "latest" }), aPanel({ kind: "latest", query: "mode=air" })];
  const asked = { house: stage.world.house, panels };
  const { board, all, air } = await read(stage.analyst, async (tx, self) => ({
    board: await boardFor(tx, { ...asked, self }),
    all: await figuresFor(tx, { ...asked, self }),
    air: await figuresFor(tx, { ...asked, self, filter: { ...NO_FILTER, modes: ["air"] } }),
  }));
  expect(board.parts.map(({ figures }) => figures)).toEqual([all, all, air]);
  expect(board.parts.map(({ facts }) => facts.map(({ id }) => id))).toEqual([
    [],
    expect.arrayContaining([seizure]),
    [],
  ]);
  expect(board.all).toBe(all.cases.total);
});
