import { afterAll, beforeAll, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import { figureLines } from "#app/domain/operation-report/lines.ts";
import type { Acting } from "#app/services/house.server.ts";
import { beginReport, freezeReport, reckonAnew } from "#app/services/operation-reports.server.ts";
import { withdrawOutcome } from "#app/services/outcomes.server.ts";
import { read } from "#app/services/write.server.ts";
import { findEdition, lastReckoning } from "#db/queries/operation-reports.server.ts";
import { aSeizureItem } from "#seeds/builders.ts";
import { aCharge, aDisposal, aVerdict } from "#tests/support/outcome-said.ts";
import { aReleased, tell } from "#tests/support/outcome-world.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

let world: World;
let [analyst, thai, lao]: Acting[] = [];
beforeAll(async () => {
  world = await aWorld({ steps: { "TH-CUS": 0, "LA-CUS": 0 } });
  [analyst, thai, lao] = await Promise.all([
    world.join({ role: "analyst", agency: agencyOf(world, "VN-CUS") }),
    world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") }),
    world.join({ role: "ncp", agency: agencyOf(world, "LA-CUS") }),
  ]);
});
afterAll(() => world.close());

const goods = (commodity: string) => ({ items: [aSeizureItem({ commodity, quantity: "2", unit: "kg" })] });

async function sheet(subject: string | null, kind: "commodity_sheet" | "end_of_operation"): Promise<Id> {
  const id = crypto.randomUUID();
  const said = { audience: "participants" as const, title: "Ivory", from: null, to: null };
  await beginReport(analyst as Acting, aCommand({ id, kind, subject, ...said }));
  return id;
}

const told = async (report: Id) => {
  const stands = await read(analyst as Acting, (tx) => lastReckoning(tx, world.operationId, report));
  const lines = stands ? figureLines(stands.results) : [];
  return lines.flatMap(({ line, value }) => (line.startsWith("counts/outcomes/") ? `${line.slice(16)} ${value}` : []));
};

test("the sheet of a group counts charges, verdicts and disposals of its cases, whoever reads them, up to its own moment", async () => {
  const [by, other] = [thai as Acting, lao as Acting];
  const ivory = await aReleased(by, goods("F2.raw_ivory"));
  // Nobody but its owner reads this one; its facts are counted by all.
  const closed = {
    ...goods("F2.worked_ivory"),
    audience: { kind: "agencies" as const, agencies: [agencyOf(world, "LA-CUS").id] },
  };
  const narrow = await aReleased(other, closed);
  const drugs = await aReleased(by, goods("D5.ketamine"));
  await tell(by, ivory, aVerdict());
  await tell(by, ivory, aVerdict({ result: "acquitted", persons: 1 }));
  await tell(by, drugs, aVerdict());
  const { outcome = "" } = await tell(by, ivory, aCharge());
  await withdrawOutcome(by, aCommand({ seizure: ivory, outcome, base: 1, reason: "Another case" }));
  await tell(other, narrow, aDisposal());

  const report = await sheet("F2", "commodity_sheet");
  const before = [
    ...["disposal/-/cases 1", "disposal/-/outcomes 1", "disposal/destroyed/cases 1", "disposal/destroyed/outcomes 1"],
    ...["verdict/-/cases 1", "verdict/-/outcomes 2", "verdict/acquitted/cases 1", "verdict/acquitted/outcomes 1"],
    ...["verdict/convicted/cases 1", "verdict/convicted/outcomes 1"],
  ];
  expect(await told(report)).toEqual(before);

  await freezeReport(analyst as Acting, aCommand({ report, reckoning: 1 }));
  const frozen = () => read(analyst as Acting, (tx) => findEdition(tx, world.operationId, report, 1));
  const kept = await frozen();
  await tell(other, narrow, aCharge());
  expect(await frozen()).toEqual(kept);
  await reckonAnew(analyst as Acting, aCommand({ report }));
  expect(await told(report)).toEqual(["charge/-/cases 1", "charge/-/outcomes 1", ...before]);
});

test("no other report counts any, and a sheet of which nothing is told says so by having none", async () => {
  expect(await told(await sheet(null, "end_of_operation"))).toEqual([]);
  expect(await told(await sheet("F5", "commodity_sheet"))).toEqual([]);
});

test("nobody but those who draft counts them", async () => {
  const count = (by: Acting) => read(by, (tx) => tx.execute("select * from report_outcomes('F2', now())"));
  expect((await count(analyst as Acting)).length).toBeGreaterThan(0);
  for (const by of [thai, lao]) expect(await count(by as Acting)).toHaveLength(0);
});
