import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import { MOST_KNOWN_CASES } from "#app/domain/saved-view.ts";
import type { SeizureInput } from "#app/domain/seizure.ts";
import { verifySeizure } from "#app/services/checks.server.ts";
import { agreeToMerge, proposeJoint } from "#app/services/duplicates.server.ts";
import { eraseSeizure } from "#app/services/erasing.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { changeView } from "#app/services/saved-views.server.ts";
import { amendSeizure, holdSeizure, unholdSeizure, withdrawSeizure } from "#app/services/seizures.server.ts";
import { watchView } from "#app/services/view-notices.server.ts";
import { workOnWatches } from "#app/services/view-watching.server.ts";
import { read } from "#app/services/write.server.ts";
import { findCase, findFact } from "#db/queries/seizures.server.ts";
import { aPlace, aSeizureItem } from "#seeds/builders.ts";
import { aViewWorld, daysAgo, type ViewWorld } from "#tests/support/view-world.ts";
import { aCommand, agencyOf } from "#tests/support/world.ts";

let stage: ViewWorld;
let ocu: Acting;
let viet: Acting;
beforeAll(async () => {
  stage = await aViewWorld();
  ocu = await stage.world.join({ role: "ocu", agency: agencyOf(stage.world, "RILO") });
  viet = await stage.world.join({ role: "ncp", agency: agencyOf(stage.world, "VN-CUS") });
}, 120_000);
afterAll(() => stage.world.close());

const anAnalyst = () => stage.world.join({ role: "analyst", agency: agencyOf(stage.world, "VN-CUS") });
const countsOf = async (by: Acting) => (await stage.noticesOf(by)).map(({ cases }) => cases).reverse();
const baseOf = async (id: Id, by: Acting) =>
  (await read(by, (tx) => findFact(tx, stage.world.operationId, id)))?.revision ?? 0;
const word = async (seizure: Id, by: Acting = stage.thai) =>
  aCommand({ seizure, base: await baseOf(seizure, by), reason: "A slip" });

async function amend(seizure: Id, over: Partial<SeizureInput>, by: Acting = stage.thai) {
  const kase = await read(by, (tx) => findCase(tx, stage.world.operationId, seizure));
  if (!kase) throw new Error("no case");
  const base = { facts: await baseOf(seizure, by), case: kase.version, nominal: 0 };
  const changed = { seizure: { ...kase.input, ...over }, base, kind: "own_error", reason: "A slip" };
  await amendSeizure(by, aCommand(changed));
}

describe("a case that comes to fit", () => {
  test("is told once: not when it is checked, corrected, taken back or comes again, and not what fitted before", async () => {
    const reader = await anAnalyst();
    const before = await stage.release({ mode: "air_cargo" });
    await stage.watch(reader, { query: "mode=air_cargo" });
    await verifySeizure(ocu, await word(before));
    await stage.release({ mode: "road_truck" });
    await stage.work();
    expect(await countsOf(reader)).toEqual([]);

    const first = await stage.release({ mode: "air_cargo" });
    await stage.work();
    await stage.work();
    expect(await countsOf(reader)).toEqual([1]);
    expect(await stage.noticesOf(reader)).toMatchObject([{ seizures: [first] }]);

    await verifySeizure(ocu, await word(first));
    await amend(first, { mode: "road_truck" });
    await stage.work();
    await amend(first, { mode: "air_cargo" });
    await stage.work();
    await holdSeizure(stage.thai, await word(first));
    await stage.work();
    await unholdSeizure(stage.thai, await word(first));
    await stage.work();
    await withdrawSeizure(stage.thai, await word(first));
    await stage.work();
    expect(await countsOf(reader)).toEqual([1]);
    expect(await stage.noticesOf(reader)).toMatchObject([{ seizures: [] }]);
  });

  test("is found by where it went: pangolins through Hai Phong, and neither others there nor pangolins elsewhere", async () => {
    const reader = await anAnalyst();
    const pangolin = { items: [aSeizureItem({ commodity: "F1.pangolin_scales" })], mode: "sea_other_cargo" };
    const elsewhere = { place: aPlace({ country: "TH", placeId: null, name: "", precision: "country" }), route: [] };
    const before = await stage.release(pangolin);
    await stage.watch(reader, { query: `group=F1&through=${aPlace().placeId}` });
    await verifySeizure(ocu, await word(before));
    await stage.release();
    await stage.release({ ...pangolin, ...elsewhere });
    await stage.work();
    expect(await countsOf(reader)).toEqual([]);
    const through = await stage.release(pangolin);
    await stage.work();
    expect(await stage.noticesOf(reader)).toMatchObject([{ cases: 1, seizures: [through] }]);
  });

  test("is told when a correction makes it fit", async () => {
    const reader = await anAnalyst();
    const seizure = await stage.release({ mode: "road_truck" });
    await stage.watch(reader, { query: "mode=post" });
    await amend(seizure, { mode: "post" });
    await stage.work();
    expect(await countsOf(reader)).toEqual([1]);
  });

  test("waits until there are enough of them; what was withdrawn meanwhile does not count", async () => {
    const reader = await anAnalyst();
    await stage.watch(reader, { query: "mode=rail", threshold: 3 });
    const gone = await stage.release({ mode: "rail" });
    await stage.release({ mode: "rail" });
    await stage.work();
    await withdrawSeizure(stage.thai, await word(gone));
    await stage.release({ mode: "rail" });
    await stage.work();
    expect(await countsOf(reader)).toEqual([]);
    await stage.release({ mode: "rail" });
    await stage.work();
    await stage.release({ mode: "rail" });
    await stage.work();
    expect(await countsOf(reader)).toEqual([3]);
  });

  test("of the last days alone, where it is asked so", async () => {
    const reader = await anAnalyst();
    const [{ now } = { now: new Date() }] = await stage.world.owner<{ now: Date }[]>`select now()`;
    await stage.world.owner`
      update operation_plans set ends_on = ${daysAgo({ now }, -30)} where operation_id = ${stage.world.operationId}`;
    await stage.watch(reader, { query: "mode=fishing_vessel", days: 7 });
    await stage.release({ mode: "fishing_vessel", occurredOn: daysAgo({ now }, 20) });
    await stage.work();
    expect(await countsOf(reader)).toEqual([]);
    await stage.release({ mode: "fishing_vessel", occurredOn: daysAgo({ now }, 3) });
    await stage.work();
    expect(await countsOf(reader)).toEqual([1]);
  });

  test("is one case, however many countries tell of it", async () => {
    const reader = await anAnalyst();
    await stage.watch(reader, { query: "mode=river" });
    const kept = await stage.release({ mode: "river" });
    await stage.work();
    const dropped = await stage.release({ mode: "road_truck" }, viet);
    const duplicate = uuid();
    await proposeJoint(ocu, aCommand({ id: duplicate, kept, dropped, note: "" }));
    await agreeToMerge(stage.thai, aCommand({ duplicate }));
    await agreeToMerge(viet, aCommand({ duplicate }));
    await amend(dropped, { mode: "river" }, viet);
    await stage.work();
    expect(await countsOf(reader)).toEqual([1]);
  });
});

describe("whose rights", () => {
  test("are those of today: who may not read facts any more is told nothing, and later nothing of that time", async () => {
    const reader = await anAnalyst();
    await stage.watch(reader, { query: "mode=air_passenger" });
    const { owner } = stage.world;
    await owner`update members set role = 'observer' where id = ${reader.memberId}`;
    await stage.release({ mode: "air_passenger" });
    await stage.work();
    await owner`update members set role = 'analyst' where id = ${reader.memberId}`;
    await stage.work();
    expect(await countsOf(reader)).toEqual([]);
    await stage.release({ mode: "air_passenger" });
    await stage.work();
    expect(await countsOf(reader)).toEqual([1]);
  });

  test("no session is left behind, and without the application's secret nothing begins", async () => {
    await stage.release();
    await stage.work();
    const left = await stage.world.owner`select 1 from tokens where label like 'watch:%'`;
    expect(left).toHaveLength(0);
    await stage.release();
    await expect(workOnWatches({ ...stage.world.house, secret: "another" }, () => false)).rejects.toThrow();
    await stage.work();
  });

  test("what is held back from others is told to nobody, not even in its own agency", async () => {
    const reader = await stage.world.join({ role: "analyst", agency: agencyOf(stage.world, "TH-CUS") });
    const held = await stage.release({ mode: "pedestrian" });
    await holdSeizure(stage.thai, await word(held));
    await stage.watch(reader, { query: "mode=pedestrian" });
    await amend(held, { mode: "pedestrian", nationalCaseNo: "CASE-HELD" });
    await stage.work();
    expect(await countsOf(reader)).toEqual([]);
  });
});

test("a view of which something is not understood any more tells nothing: what is left lets through too much", async () => {
  const reader = await anAnalyst();
  const view = await stage.watch(reader, { query: "mode=small_craft" });
  await stage.world.owner`update saved_views set query = 'mode=air%20cargo' where id = ${view}`;
  await stage.release();
  await stage.work();
  expect(await countsOf(reader)).toEqual([]);
});

test("what is erased is forgotten, and how many were told stays", async () => {
  const reader = await anAnalyst();
  const view = await stage.watch(reader, { query: "mode=ferry_cruise" });
  const gone = await stage.release({ mode: "ferry_cruise", nationalCaseNo: "GONE-1" });
  await stage.work();
  const order = { reference: "12/2021", approver: "" };
  await eraseSeizure(stage.thai, aCommand({ seizure: gone, base: 1, reason: "A court demands it", order }), "GONE-1");
  await stage.work();
  expect(await stage.noticesOf(reader)).toMatchObject([{ cases: 1, seizures: [], viewId: view }]);
  expect(await stage.world.owner`select 1 from view_cases where seizure_id = ${gone}`).toHaveLength(0);
});

describe("at once", () => {
  test("several workers tell each case once", async () => {
    const readers = await Promise.all([anAnalyst(), anAnalyst(), anAnalyst()]);
    for (const reader of readers) await stage.watch(reader, { query: "mode=express_courier" });
    for (let n = 0; n < 4; n++) await stage.release({ mode: "express_courier" });
    await Promise.all(Array.from({ length: 5 }, () => workOnWatches(stage.world.house, () => false)));
    await stage.work();
    for (const reader of readers) {
      const told = await countsOf(reader);
      expect(told.reduce((sum, cases) => sum + cases, 0)).toBe(4);
    }
  });

  test("another filter begins anew: what fits it already is not told, what was told is not told again", async () => {
    const reader = await anAnalyst();
    const view = await stage.watch(reader, { query: "mode=road_car" });
    await stage.release({ mode: "road_car" });
    await stage.release({ mode: "road_bus" });
    await stage.work();
    const change = { view, base: 1, name: "Roads", shared: false, query: "mode=road_bus&mode=road_car" };
    await changeView(reader, aCommand(change));
    await stage.work();
    await stage.release({ mode: "road_bus" });
    await stage.work();
    expect(await countsOf(reader)).toEqual([1, 1]);
  });

  test("a filter that lets through thousands already is not watched, and stays as it was", async () => {
    const reader = await anAnalyst();
    const view = await stage.keep(reader, { query: "mode=sea_container" });
    const columns = stage.world.owner.unsafe(
      `operation_id, version, begun_by, message_no, agency_id, unit_id, reporter, state, shared, event_kind,
      occurred_on, operational_day, date_precision, outside_window, late, cleared_at, released_at, country, geo_precision,
      place_kind, direction, mode`,
    );
    await stage.world.owner`
      insert into seizure_facts (id, ${columns}) select gen_random_uuid(), ${columns}
      from (select * from seizure_facts where mode = 'sea_container' and ended_by is null limit 1) one,
        generate_series(1, ${MOST_KNOWN_CASES + 1}::int)`;
    const watching = watchView(reader, aCommand({ view, threshold: 1, days: null }));
    await expect(watching).rejects.toMatchObject({ message: "views.watch.many" });
    expect((await stage.viewsOf(reader))[0]?.watch).toBeNull();
  });
});
