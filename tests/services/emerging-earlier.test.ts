import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import { addDays, localDateIn } from "#app/domain/local-date.ts";
import type { Role } from "#app/domain/member.ts";
import { emergingFor } from "#app/services/emerging.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { read } from "#app/services/write.server.ts";
import { earlierOperations, earlierRoutes } from "#db/queries/earlier.server.ts";
import { aPlace, aRouteNode, aSeizureInput } from "#seeds/builders.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

const TODAY = localDateIn("Asia/Ho_Chi_Minh", new Date());
const IVORY = "KE>VN>travelled>F2";

let world: World;
let old: World;
let reader: Acting & { personId: Id };
beforeAll(async () => {
  const [startsOn, endsOn] = [addDays(TODAY, -120), addDays(TODAY, 29)];
  world = await aWorld({ steps: { "VN-CUS": 0 }, startsOn, endsOn });
  old = await world.another();
  reader = await world.join({ role: "analyst", agency: agencyOf(world, "TH-CUS") });
  await inOld(reader, "analyst");
  const viet = await old.join({ role: "ncp", agency: agencyOf(old, "VN-CUS") });
  const ivory = () =>
    aSeizureInput({
      occurredOn: addDays(TODAY, -3),
      route: [
        aRouteNode({ place: aPlace({ country: "KE", placeId: null, name: "", precision: "country" }) }),
        aRouteNode({ role: "discovery", place: aPlace(), evidence: "documented" }),
      ],
    });
  await submitReport(viet, aCommand(ivory()));
  await submitReport(viet, aCommand(ivory()));
  await submitReport(viet, aCommand({ ...ivory(), held: true }));
  await submitReport(viet, aCommand({ ...ivory(), eventKind: "detention" }));
  await submitReport(viet, aCommand({ ...ivory(), occurredOn: addDays(TODAY, -300) }));
}, 120_000);
afterAll(() => world.close());

/** The same person as a member of the operation of before. */
async function inOld({ personId }: { personId: Id }, role: Role, state = "active"): Promise<void> {
  await world.owner`
    insert into members (operation_id, id, person_id, agency_id, unit_id, role, state, from_day, to_day)
    select ${old.operationId}, ${uuid()}, p.id, p.agency_id, p.unit_id, ${role}, ${state}, '2020-01-01', '2020-12-31'
    from persons p where p.id = ${personId}`;
}

const put = (set: { state?: string; kind?: string }) =>
  world.owner`update operations set ${world.owner(set)} where id = ${old.operationId}`;
const listed = (acting: Acting) => read(acting, (tx) => earlierOperations(tx));
const routes = (acting: Acting) => read(acting, (tx) => earlierRoutes(tx, old.operationId));
const seenBy = async (acting: Acting) => [(await listed(acting)).length, (await routes(acting)).length];

test("an operation that is not closed is none of before, nor is an invented one for a real one", async () => {
  expect(await seenBy(reader)).toEqual([0, 0]);
  await put({ state: "closed", kind: "exercise" });
  expect(await seenBy(reader)).toEqual([0, 0]);
  await put({ kind: "live" });
  expect(await seenBy(reader)).toEqual([1, 1]);
});

test("once closed it tells its shared cases by route and goods, and the watch compares with them", async () => {
  await put({ state: "closed" });
  expect(await listed(reader)).toEqual([{ id: old.operationId, days: 150 }]);
  const route = [
    { role: "origin", country: "KE" },
    { role: "discovery", country: "VN" },
  ];
  expect(await routes(reader)).toEqual([{ country: "VN", route, groups: ["F2"], cases: 2 }]);
  const { earlier } = await read(reader, (tx, self) => emergingFor(tx, { house: reader.house, self }));
  expect(earlier).toEqual({ operations: 1, days: 150, among: 2, cells: { [IVORY]: 2 } });
});

test("it tells nothing to who was no member, read no facts there or reads none here, or is suspended", async () => {
  await put({ state: "closed" });
  const agency = agencyOf(world, "TH-CUS");
  const outside = await world.join({ role: "lead", agency });
  const suspended = await world.join({ role: "analyst", agency });
  await inOld(suspended, "analyst", "suspended");
  const observed = await world.join({ role: "analyst", agency });
  await inOld(observed, "observer");
  const reported = await world.join({ role: "analyst", agency });
  await inOld(reported, "reporter");
  const observes = await world.join({ role: "observer", agency });
  await inOld(observes, "analyst");
  for (const other of [outside, suspended, observed, reported, observes]) expect(await seenBy(other)).toEqual([0, 0]);
  expect(await seenBy(reader)).toEqual([1, 1]);
});

test("when the own agency has left the operation of before, it tells nothing any more", async () => {
  await put({ state: "closed" });
  const { id } = agencyOf(world, "TH-CUS");
  const left = (at: Date | null) =>
    world.owner`update participants set left_at = ${at} where operation_id = ${old.operationId} and agency_id = ${id}`;
  await left(new Date());
  expect(await seenBy(reader)).toEqual([0, 0]);
  await left(null);
  expect(await seenBy(reader)).toEqual([1, 1]);
});
