import { afterAll, beforeAll, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import { addDays, localDateIn } from "#app/domain/local-date.ts";
import { emergingFor } from "#app/services/emerging.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { holdSeizure } from "#app/services/seizures.server.ts";
import { read } from "#app/services/write.server.ts";
import { findFact } from "#db/queries/seizures.server.ts";
import { aPlace, aRouteNode, aSeizureInput, aSeizureItem } from "#seeds/builders.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

const TODAY = localDateIn("Asia/Ho_Chi_Minh", new Date());
const ago = (days: number) => addDays(TODAY, -days);

let world: World;
let viet: Acting;
let thai: Acting;
beforeAll(async () => {
  world = await aWorld({ steps: { "VN-CUS": 0, "TH-CUS": 0 }, startsOn: ago(120), endsOn: addDays(TODAY, 60) });
  viet = await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
  thai = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
  for (let day = 100; day >= 20; day -= 2) await told(viet, ago(day), "BR", "D1.meth_crystal");
  for (const day of [9, 6, 4, 2]) await told(viet, ago(day), "KE", "F2.raw_ivory");
}, 120_000);
afterAll(() => world.close());

async function told(by: Acting, day: string, from: string, commodity: string): Promise<Id> {
  const country = aPlace({ country: from, placeId: null, name: "", precision: "country" });
  const input = aSeizureInput({
    occurredOn: day,
    items: [aSeizureItem({ commodity })],
    route: [aRouteNode({ place: country }), aRouteNode({ role: "discovery", place: aPlace() })],
  });
  await submitReport(by, aCommand(input));
  return input.id;
}

const newFor = (acting: Acting) => read(acting, (tx, self) => emergingFor(tx, { house: acting.house, self }));
const said = async (acting: Acting) =>
  (await newFor(acting)).emerging.findings.map(({ kind, cell, seen }) => [kind, cell.key, seen.cases]);
const IVORY = "KE>VN>travelled>F2";

test("whoever reads facts is told the same, and a report that comes is in it at once", async () => {
  const readers = await Promise.all(
    (["lead", "ocu", "analyst", "partner"] as const).map((role) =>
      world.join({ role, agency: agencyOf(world, role === "ocu" ? "RILO" : "LA-CUS") }),
    ),
  );
  for (const reader of readers) expect(await said(reader)).toEqual([["new", IVORY, 4]]);
  await told(viet, ago(1), "KE", "F2.raw_ivory");
  for (const reader of readers) expect(await said(reader)).toEqual([["new", IVORY, 5]]);
});

test("what is held back is in nobody's watch, not in its owner's; its owner's browser is told to leave it out", async () => {
  const held = await told(thai, ago(1), "KE", "F2.raw_ivory");
  const [[, , cases] = []] = await said(viet);
  const fact = await read(thai, (tx) => findFact(tx, world.operationId, held));
  await holdSeizure(thai, aCommand({ seizure: held, base: fact?.revision ?? 0, reason: "Until the trial" }));
  expect(await said(thai)).toEqual([["new", IVORY, Number(cases) - 1]]);
  expect((await newFor(thai)).unshared).toEqual([held]);
  expect(await newFor(viet)).toMatchObject({ unshared: [] });
  expect(await said(viet)).toEqual(await said(thai));
});

test("who reads the own unit's facts alone, or none, is refused", async () => {
  for (const role of ["reporter", "observer"] as const) {
    const reader = await world.join({ role, agency: agencyOf(world, "VN-CUS") });
    await expect(newFor(reader)).rejects.toMatchObject({ kind: "forbidden" });
  }
});
