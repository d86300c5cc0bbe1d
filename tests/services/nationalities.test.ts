import { afterAll, beforeAll, expect, test } from "vitest";
import { type FactFilter, NO_FILTER } from "#app/domain/fact-filter.ts";
import type { Acting } from "#app/services/house.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { nationalitiesInSql } from "#db/queries/nationalities.server.ts";
import { aViewWorld, type ViewWorld } from "#tests/support/view-world.ts";
import { agencyOf } from "#tests/support/world.ts";

let stage: ViewWorld;
beforeAll(async () => {
  stage = await aViewWorld();
}, 120_000);
afterAll(() => stage.world.close());

const counted = (by: Acting, filter: FactFilter = NO_FILTER) =>
  read(by, (tx, self) => nationalitiesInSql(tx, { operationId: memberOf(self).operationId, filter }));

const persons = (arrested: number | null, identified: number | null, named: Record<string, number> = {}) => ({
  arrested,
  identified,
  nationalities: Object.entries(named).map(([country, count]) => ({ country, count })),
});

test("persons are counted in cases that their reader may open, the larger of arrested and identified, once", async () => {
  const { world, thai, analyst, release } = stage;
  const thailand = agencyOf(world, "TH-CUS");
  const partner = await world.join({ role: "partner", agency: agencyOf(world, "LA-CUS") });
  const ocu = await world.join({ role: "ocu", agency: agencyOf(world, "LA-CUS") });
  // Five in all, two of them without a nationality; what a report says twice is said once.
  await release({ persons: persons(3, 5, { VN: 2, KE: 1 }), mode: "air_cargo" });
  // Nobody says how many there were: those with a nationality were there.
  await release({ persons: persons(null, null, { VN: 4 }) });
  await release({ persons: persons(0, null) });
  await release({ persons: persons(null, null) });
  await release({ persons: persons(9, 9, { CN: 9 }), audience: { kind: "agencies", agencies: [thailand.id] } });
  // No case: a detention is not counted, whoever was there.
  await release({ persons: persons(7, 7, { VN: 7 }), eventKind: "detention" });

  const open = [
    { country: "KE", total: 1, confirmed: 0, provisional: 1 },
    { country: "VN", total: 6, confirmed: 0, provisional: 6 },
    { country: null, total: 2, confirmed: 0, provisional: 2 },
  ];
  for (const other of [analyst, partner])
    expect(await counted(other)).toEqual({ cases: 5, readable: 4, stating: 3, rows: open });
  for (const reader of [thai, ocu]) {
    const { rows, ...counts } = await counted(reader);
    expect(counts).toEqual({ cases: 5, readable: 5, stating: 4 });
    expect(rows).toEqual([{ country: "CN", total: 9, confirmed: 0, provisional: 9 }, ...open]);
  }
  expect(await counted(analyst, { ...NO_FILTER, modes: ["air_cargo"] })).toMatchObject({
    cases: 1,
    rows: [{ country: "KE" }, { country: "VN", total: 2 }, { country: null, total: 2 }],
  });
});

test("whoever reads no facts has nothing of it", async () => {
  const observer = await stage.world.join({ role: "observer", agency: agencyOf(stage.world, "LA-CUS") });
  expect(await counted(observer)).toEqual({ cases: 0, readable: 0, stating: 0, rows: [] });
});
