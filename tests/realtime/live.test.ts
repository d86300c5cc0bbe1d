import { afterAll, beforeAll, expect, test } from "vitest";
import { submitReport } from "#app/services/reports.server.ts";
import { holdSeizure, unholdSeizure, withdrawSeizure } from "#app/services/seizures.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aLiveWorld, eventually, type LiveMember, type LiveWorld, watch } from "../support/live.ts";
import { aCommand, agencyOf } from "../support/world.ts";

let world: LiveWorld;
let officer: LiveMember;

beforeAll(async () => {
  world = await aLiveWorld({ steps: { "VN-CUS": 0 } });
  officer = await world.member({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
});
afterAll(() => world.close());

async function aReleasedSeizure(by: LiveMember = officer) {
  const seizure = aSeizureInput();
  await submitReport(by, aCommand(seizure));
  return seizure.id;
}

test("a released seizure reaches everybody who reads facts, once, with its facts", async () => {
  const thailand = await watch(await world.member({ role: "ncp", agency: agencyOf(world, "TH-CUS") }), world);
  const id = await aReleasedSeizure();
  await eventually(() => expect(thailand.has(id)).toBe(true));
  expect(thailand.arrivals.map((fact) => [fact.id, fact.messageNo])).toEqual([
    [id, expect.stringContaining("OMD-VN-")],
  ]);
  thailand.close();
});

test("what its owner holds back or withdraws is gone for others in the same frame, and still there for the owner", async () => {
  const thailand = await watch(await world.member({ role: "analyst", agency: agencyOf(world, "TH-CUS") }), world);
  const owner = await watch(officer, world);
  const id = await aReleasedSeizure();
  await eventually(() => expect([thailand.has(id), owner.has(id)]).toEqual([true, true]));

  await holdSeizure(officer, aCommand({ seizure: id, base: 1, reason: "" }));
  await eventually(() => expect(thailand.has(id)).toBe(false));
  expect(thailand.frames.at(-1)).toMatchObject({ events: [], facts: [], gone: [id] });
  await eventually(() => expect(owner.frames.at(-1)).toMatchObject({ gone: [] }));
  expect(owner.has(id)).toBe(true);

  await unholdSeizure(officer, aCommand({ seizure: id, base: 1, reason: "" }));
  await eventually(() => expect(thailand.has(id)).toBe(true));

  await withdrawSeizure(officer, aCommand({ seizure: id, base: 1, reason: "doubled" }));
  await eventually(() => expect(thailand.has(id)).toBe(false));
  await eventually(() => expect(owner.live.view().snapshot?.fact(id)?.state).toBe("withdrawn"));
  thailand.close();
  owner.close();
});
