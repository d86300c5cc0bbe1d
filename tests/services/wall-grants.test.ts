import { afterAll, beforeAll, expect, test } from "vitest";
import { dropDashboard, nameDashboard } from "#app/services/dashboards.server.ts";
import { startWall, stopWall } from "#app/services/walls.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { listWalls } from "#db/queries/walls.server.ts";
import { aWallWorld, type Person, type WallWorld } from "#tests/support/wall-world.ts";
import { aCommand } from "#tests/support/world.ts";

let stage: WallWorld;
beforeAll(async () => {
  stage = await aWallWorld();
}, 120_000);
afterAll(() => stage.close());

const runs = async (token: string) => (await stage.boardOf(token)) !== null;
const seenBy = async (by: Person) =>
  (await read(by, async (tx, self) => listWalls(tx, memberOf(self)))).map(({ id }) => id);

test("a wall is ended by its starter or a lead, is known to them alone, and each act is an event", async () => {
  const [analyst, other, lead] = [
    await stage.join("analyst", "LA-CUS"),
    await stage.join("ocu", "TH-CUS"),
    await stage.join("lead", "VN-CUS"),
  ];
  const { token, wall, dashboard } = await stage.aWall(analyst);
  expect(await seenBy(analyst)).toEqual([wall]);
  expect(await seenBy(other)).toEqual([]);
  expect(await seenBy(lead)).toEqual([wall]);
  await expect(stopWall(other, aCommand({ wall, dashboard }))).rejects.toThrow("wall.unknown");
  expect(await runs(token)).toBe(true);
  const another = crypto.randomUUID();
  await expect(stopWall(lead, aCommand({ wall, dashboard: another }))).rejects.toThrow("wall.unknown");
  await stopWall(lead, aCommand({ wall, dashboard }));
  expect(await runs(token)).toBe(false);
  await expect(stopWall(analyst, aCommand({ wall, dashboard }))).rejects.toThrow("wall.unknown");
  const types = await stage.world.owner<{ type: string }[]>`
    select e.type from events e join event_bodies b on b.event_id = e.id
    where b.body::jsonb ->> 'wall' = ${wall} order by e.arrival`;
  expect(types.map(({ type }) => type)).toEqual(["wall.started", "wall.ended"]);
});

test("partners, posts and observers start none, and nobody for a room in which somebody reads no facts", async () => {
  const dashboard = await stage.aDashboard(stage.lead, { shared: true });
  for (const role of ["partner", "reporter", "observer"] as const) {
    await expect(stage.aWall(await stage.join(role, "LA-CUS"), { dashboard })).rejects.toThrow("access.refused");
  }
  const rooms = { dashboard, administrations: stage.administrationsOf("LA-CUS"), roles: ["observer" as const] };
  await expect(stage.aWall(stage.lead, rooms)).rejects.toThrow("wall.room.reads_nothing");
  const hidden = await stage.aDashboard(stage.analyst as Person);
  await expect(stage.aWall(stage.lead, { dashboard: hidden })).rejects.toThrow("dashboards.unknown");
});

test("what opens it is told again to the same command, and is not kept", async () => {
  const dashboard = await stage.aDashboard(stage.lead);
  const room = { administrations: stage.administrationsOf("TH-CUS"), roles: ["ncp" as const] };
  const command = aCommand({ dashboard, label: "Hall", hours: 8, ...room });
  const first = await startWall(stage.lead, command);
  expect(await startWall(stage.lead, command)).toEqual(first);
  const [kept] = await stage.world.owner<{ row: string }[]>`
    select (select json_agg(w) from walls w where id = ${first.wall ?? ""})::text
      || (select json_agg(c) from commands c where id = ${command.id})::text as row`;
  expect(kept?.row).toContain(first.wall);
  expect(kept?.row).not.toContain(first.token);
});

test("nothing is shown once it has expired, lost its dashboard or its starter, or the operation is closed", async () => {
  const { owner, operationId } = stage.world;
  const expired = await stage.aWall(stage.lead);
  await owner`update walls set started_at = now() - interval '9 days', expires_at = now() - interval '1 day' where id = ${expired.wall}`;
  expect(await runs(expired.token)).toBe(false);
  await expect(owner`update walls set expires_at = started_at + interval '8 days 1 second'`).rejects.toThrow(
    "walls_lasts",
  );

  const dropped = await stage.aWall(stage.lead);
  await dropDashboard(stage.lead, aCommand({ dashboard: dropped.dashboard }));
  expect(await runs(dropped.token)).toBe(false);

  const shared = await stage.aDashboard(stage.lead, { shared: true });
  const ocu = await stage.join("ocu", "VN-CUS");
  const ofOthers = await stage.aWall(ocu, { dashboard: shared });
  await nameDashboard(stage.lead, aCommand({ dashboard: shared, base: 3, name: "Mine", shared: false }));
  expect(await runs(ofOthers.token)).toBe(false);

  const left = await stage.aWall(ocu);
  await owner`update members set state = 'suspended' where id = ${ocu.memberId}`;
  expect(await runs(left.token)).toBe(false);

  const last = await stage.aWall(stage.lead);
  expect(await runs(last.token)).toBe(true);
  await owner`update operations set state = 'closed' where id = ${operationId}`;
  expect(await runs(last.token)).toBe(false);
});
