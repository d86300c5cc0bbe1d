import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import { hashOfFigures } from "#app/services/operation-report-figures.server.ts";
import { beginReport, freezeReport, writeSection } from "#app/services/operation-reports.server.ts";
import { withdrawSeizure } from "#app/services/seizures.server.ts";
import { read } from "#app/services/write.server.ts";
import { foldFigures } from "#db/queries/figure-folding.server.ts";
import { findEdition } from "#db/queries/operation-reports.server.ts";
import type { Verified, Wanted } from "#realtime/verify/verify-report.ts";
import { aCommand, aWorld, type World } from "#tests/support/world.ts";
import { AGENCIES, openScene, type Scene, tell } from "./deeds.ts";
import { codeOf, sealAll, verifying, wrongIn } from "./verified.ts";

let world: World;
let verify: (wanted: Wanted) => Promise<Verified>;
let scene: Scene;
let operation: string;
beforeAll(async () => {
  world = await aWorld({ steps: Object.fromEntries(AGENCIES.map((code) => [code, 0])) });
  verify = verifying(world.database);
});
beforeEach(async () => {
  scene = await openScene(await world.another());
  operation = await codeOf(scene.world);
  for (const said of [{}, { mode: "post" }]) await tell(scene, { agency: "TH-CUS", said, hours: [30, 2] });
  await seal();
});
afterAll(() => world.close());

const seal = () => sealAll(world.app);

async function frozen(): Promise<Id> {
  const report = crypto.randomUUID();
  const said = { kind: "end_of_operation" as const, audience: "participants" as const, title: "Final report" };
  await beginReport(scene.lead, aCommand({ id: report, ...said, from: null, to: null }));
  await freezeReport(scene.lead, aCommand({ report, reckoning: 1 }));
  await seal();
  return report;
}

describe("a frozen edition", () => {
  test("is counted again as of its own instant while no record has moved, whatever is written in the report", async () => {
    const report = await frozen();
    const text = { type: "doc" as const, content: [] };
    await writeSection(scene.lead, aCommand({ report, section: "summary", base: 0, text }));
    await seal();
    const verified = await verify({ operation, report, edition: 1 });
    expect(verified).toMatchObject({ kind: "frozen", hashHolds: true, moved: null });
    expect(verified.lines.length).toBeGreaterThan(80);
    expect(wrongIn(verified)).toEqual([]);
  });

  test("is held to its hash alone once a record has moved, which is told by its number", async () => {
    const report = await frozen();
    const seizure = scene.told[0]?.id ?? "";
    await withdrawSeizure(scene.as["TH-CUS"], aCommand({ seizure, base: 1, reason: "Not ours" }));
    await seal();
    const [stream] = await world.owner<{ head: number }[]>`
      select head::int from streams where operation_id = ${scene.world.operationId} and kind = 'operation'`;
    const verified = await verify({ operation, report, edition: 1 });
    expect(verified).toMatchObject({ kind: "frozen", hashHolds: true, moved: stream?.head, lines: [] });
    expect(wrongIn(await verify({ operation, report }))).toEqual([]);
  });
});

describe("a planted fault is found", () => {
  async function store(report: Id, change: { hash: boolean }): Promise<void> {
    const edition = await read(scene.lead, (tx) => findEdition(tx, scene.world.operationId, report, 1));
    if (!edition) throw new Error("not frozen");
    const { results } = edition;
    const figures = { ...results.figures, cases: { total: 3, confirmed: 0, provisional: 3 } };
    const changed = { ...results, figures };
    const hash = change.hash ? hashOfFigures(changed) : edition.hash;
    await world.owner`update operation_report_editions set results = ${world.owner.json(changed)}, hash = ${hash}
      where report_id = ${report}`;
  }

  test("in stored results, with their hash and without it", async () => {
    const report = await frozen();
    await store(report, { hash: false });
    expect(await verify({ operation, report, edition: 1 })).toMatchObject({ hashHolds: false });
    await store(report, { hash: true });
    const verified = await verify({ operation, report, edition: 1 });
    expect(verified).toMatchObject({ hashHolds: true });
    expect(wrongIn(verified)).toEqual([
      { line: "cases/provisional", stands: "3", again: "2" },
      { line: "cases/total", stands: "3", again: "2" },
    ]);
  });

  test("in the sums that are kept beside the facts", async () => {
    await foldFigures(world.app.db, scene.world.operationId, 1_000);
    expect(wrongIn(await verify({ operation }))).toEqual([]);
    await world.owner`update figure_cells set cases = cases + 1 where operation_id = ${scene.world.operationId}
      and dim = 'placeKind'`;
    expect(wrongIn(await verify({ operation })).map(({ line }) => line)).toContain("byPlaceKind/I/seaport/total");
  });

  test("in the facts of one record", async () => {
    await world.owner`update seizure_fact_items set normalised = 999 where seizure_id = ${scene.told[0]?.id ?? ""}`;
    expect(wrongIn(await verify({ operation }))).toContainEqual({
      ...{ line: "quantityBySlot/rows/I/kg/total", stands: "1011.5", again: "25" },
    });
  });
});

test("of a closed operation the figures are counted as of any other", async () => {
  await world.owner`update operations set state = 'closed' where id = ${scene.world.operationId}`;
  expect(wrongIn(await verify({ operation }))).toEqual([]);
});

test("what is not there is refused in words, and nobody is left in the operation who counted", async () => {
  const members = () => world.owner`select id from members where operation_id = ${scene.world.operationId}`;
  const before = await members();
  await verify({ operation });
  expect(await members()).toEqual(before);
  await expect(verify({ operation: "NONE" })).rejects.toThrow("There is no operation NONE.");
  const report = crypto.randomUUID();
  await expect(verify({ operation, report })).rejects.toThrow(`Operation ${operation} has no report ${report}.`);
});
