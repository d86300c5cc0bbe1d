import { afterAll, expect, test } from "vitest";
import { aSeizureItem } from "#seeds/builders.ts";
import { readChecklist } from "#seeds/checklist/entries.ts";
import { loadChecklist } from "#seeds/checklist/load.server.ts";
import { aWorld } from "#tests/support/world.ts";
import { AGENCIES, openScene, tell } from "./deeds.ts";
import { countedIn, verifying, wrongIn } from "./verified.ts";

const world = await aWorld({ steps: Object.fromEntries(AGENCIES.map((code) => [code, 0])) });
afterAll(() => world.close());
const verify = verifying(world.database);

test("a list that is loaded later judges what comes after it alone, in the second counting too", async () => {
  const scene = await openScene(world);
  const items = [aSeizureItem({ commodity: "F1.pangolin_scales", taxonId: "manis-javanica" })];
  const told = (occurredOn: string) => tell(scene, { agency: "TH-CUS", said: { occurredOn, items }, hours: [30, 2] });
  await told("2021-05-17");
  await loadChecklist(world.database.ownerUrl, readChecklist(MOVED).entries, "2021-05-01");
  for (const day of ["2021-05-17", "2021-05-18", "2021-04-20"]) await told(day);
  const verified = await verify({ operation: "OMD" });
  expect(wrongIn(verified)).toEqual([]);
  expect(["I", "II"].map((appendix) => countedIn(verified, `counts/cites/${appendix}/total`))).toEqual(["2", "2"]);
});

/** As if it had been moved: the day and the appendix are those of this test, not of any real decision. */
const MOVED = "FullName,RankName,CurrentListing\nManis javanica,SPECIES,II\n";
