import { afterAll, beforeAll, expect, test } from "vitest";
import { submitReport } from "#app/services/reports.server.ts";
import { read } from "#app/services/write.server.ts";
import { numbersAtLoading } from "#db/queries/events.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aLiveWorld, eventually, type LiveMember, type LiveWorld, watch } from "../support/live.ts";
import { aCommand, agencyOf } from "../support/world.ts";

let world: LiveWorld;
let officer: LiveMember;
let analyst: LiveMember;

beforeAll(async () => {
  world = await aLiveWorld({ steps: { "VN-CUS": 0 } });
  officer = await world.member({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
  analyst = await world.member({ role: "analyst", agency: agencyOf(world, "TH-CUS") });
});
afterAll(() => world.close());

/** Released, and numbered in every stream that tells of it. */
async function aReleasedSeizure() {
  const watcher = await watch(analyst, world);
  const seizure = aSeizureInput();
  await submitReport(officer, aCommand(seizure));
  await eventually(() => expect(watcher.has(seizure.id)).toBe(true));
  watcher.close();
}

const moveEvents = (by: string) => world.owner`update events set at = clock_timestamp() + ${by}::interval`;
const loadedNow = () => read(analyst, numbersAtLoading);

async function missedBy(loaded: Record<string, number>) {
  const watcher = await watch(analyst, { ...world, loaded });
  watcher.close();
  return watcher.missed();
}

test("a page that holds everything is told of nothing missed", async () => {
  await aReleasedSeizure();
  await moveEvents("-1 minute");
  expect(await missedBy(await loadedNow())).toBe(0);
});

test("what happened between loading a page and the coming of its line is told once", async () => {
  await aReleasedSeizure();
  await moveEvents("-1 minute");
  const loaded = await loadedNow();
  await aReleasedSeizure();
  expect(await missedBy(loaded)).toBe(1);
});

test("what happened in the second of loading a page is not taken for held", async () => {
  await aReleasedSeizure();
  await moveEvents("1 minute");
  expect(await missedBy(await loadedNow())).toBe(1);
});
