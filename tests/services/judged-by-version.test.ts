import { afterAll, beforeAll, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import { clearReport } from "#app/services/clearance.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { aPlace, aSeizureInput, aSeizureItem } from "#seeds/builders.ts";
import { readChecklist } from "#seeds/checklist/entries.ts";
import { loadChecklist } from "#seeds/checklist/load.server.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

/** As if it had been moved: the day and the appendix are those of this test, not of any real decision. */
const VERSION = "2021-05-01";
const MOVED = "FullName,RankName,CurrentListing\nManis javanica,SPECIES,II\n";

let world: World;
let officer: Acting;
let contact: Acting;

beforeAll(async () => {
  world = await aWorld();
  officer = await world.join({ role: "reporter", agency: agencyOf(world, "VN-CUS") });
  contact = await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
});
afterAll(() => world.close());

async function released(occurredOn: string, place = aPlace()): Promise<Id> {
  const items = [aSeizureItem({ commodity: "F1.pangolin_scales", taxonId: "manis-javanica" })];
  const seizure = aSeizureInput({ items, occurredOn, place });
  await submitReport(officer, aCommand(seizure));
  await clearReport(contact, aCommand({ seizure: seizure.id, baseVersion: 1, note: "" }));
  return seizure.id;
}

async function judgedBy(seizure: Id) {
  const [item] = await world.owner<{ appendix: string; source: string }[]>`
    select appendix, appendix_source as source from seizure_fact_items where seizure_id = ${seizure}`;
  return { ...item };
}

test("a new version judges what comes after it; what was judged before keeps its appendix and its source", async () => {
  const before = await released("2021-05-17");
  expect(await judgedBy(before)).toEqual({ appendix: "I", source: "listings-from-memory" });
  await loadChecklist(world.database.ownerUrl, readChecklist(MOVED).entries, VERSION);
  expect(await judgedBy(before)).toEqual({ appendix: "I", source: "listings-from-memory" });
  const [source] = await world.owner`select title from sources where id = 'listings-from-memory'`;
  expect(source?.title).toBe("CITES appendices");
  expect(await judgedBy(await released("2021-05-17"))).toEqual({ appendix: "II", source: `checklist:${VERSION}` });
});

test("what happened before the day of the version is judged by what held then", async () => {
  expect(await judgedBy(await released("2021-04-20"))).toEqual({ appendix: "I", source: "listings-from-memory" });
});

test("a record at a crossing is as exact as the crossing's own position", async () => {
  const at = (placeId: string) => aPlace({ placeId, name: "", precision: "country" });
  const seizures = [await released("2021-05-17", at("crossing:vn-moc-bai"))];
  seizures.push(await released("2021-05-17", at("crossing:vn-a-pa-chai")));
  const rows = await world.owner<{ precision: string; lat: number }[]>`
    select geo_precision as precision, lat from seizure_facts where id = any(${seizures}) order by lat`;
  expect(rows.map(({ precision, lat }) => [precision, lat])).toEqual([
    ["facility", 11.07],
    ["admin1", 22.4],
  ]);
});
