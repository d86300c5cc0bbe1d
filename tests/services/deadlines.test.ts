import { afterAll, beforeAll, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import { verifySeizure } from "#app/services/checks.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { amendSeizure, withdrawSeizure } from "#app/services/seizures.server.ts";
import { read } from "#app/services/write.server.ts";
import { correctedSince, findDeadline, freezeDeadlines, listDeadlines } from "#db/queries/deadlines.server.ts";
import { findCase } from "#db/queries/seizures.server.ts";
import { aSeizureInput, aSeizureItem } from "#seeds/builders.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

/** A deadline of a day of its own: the clock of the plan is put where the test needs it. */
let world: World;
let thai: Acting;
let ocu: Acting;
let analyst: Acting;
beforeAll(async () => {
  world = await aWorld({ steps: { "TH-CUS": 0 }, startsOn: "2021-05-17", endsOn: "2021-05-17" });
  thai = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
  ocu = await world.join({ role: "ocu", agency: agencyOf(world, "RILO") });
  analyst = await world.join({ role: "analyst", agency: agencyOf(world, "LA-CUS") });
});
afterAll(() => world.close());

const METH = "D1.meth_crystal";
async function found(quantity: string, commodity = METH): Promise<Id> {
  const input = aSeizureInput({ occurredOn: "2021-05-17", items: [aSeizureItem({ commodity, quantity, unit: "kg" })] });
  await submitReport(thai, aCommand(input));
  return input.id;
}
/** The instant at which the one day of the operation ends its counting: now. */
async function deadlineNow() {
  const { owner, operationId } = world;
  await owner`delete from deadline_sums where operation_id = ${operationId}`;
  const [row] = await owner<{ day: string; time: string }[]>`
    select to_char(clock_timestamp() at time zone zone, 'YYYY-MM-DD') as day,
      to_char(clock_timestamp() at time zone zone, 'HH24:MI:SS.US') as time
    from operation_plans where operation_id = ${operationId} and ended_by is null`;
  if (!row) throw new Error("no plan");
  await owner`update operation_plans set starts_on = ${row.day}, ends_on = ${row.day}, cut_off = ${row.time}
    where operation_id = ${operationId} and ended_by is null`;
  return row.day;
}
const deadline = (day: string) => read(analyst, (tx) => findDeadline(tx, world.operationId, day));

test("a laboratory turns 5 kg of one substance into another: the deadline's figures stay, one corrected line appears", async () => {
  const five = await found("5");
  const [checked, gone] = [await found("2"), await found("7", "D2.heroin")];
  await verifySeizure(ocu, aCommand({ seizure: checked, base: 1 }));
  await world.owner`update seizure_facts set outside_window = false`;
  const day = await deadlineNow();
  expect(await freezeDeadlines(world.house.db)).toBe(1);
  const before = await deadline(day);
  expect(before?.figures).toMatchObject({ cases: 3, confirmed: 1, reporters: { TH: 3 }, groups: { D1: 2, D2: 1 } });
  expect(before?.figures.tallies).toEqual({ missing: 5 });
  expect(before?.figures.quantities).toMatchObject([
    { commodity: METH, dimension: "mass", cases: 2, micro: "7000000", estimatedMicro: "0" },
    { commodity: "D2.heroin", micro: "7000000" },
  ]);
  expect(await read(analyst, (tx) => correctedSince(tx, world.operationId, before?.dueAt ?? new Date()))).toEqual([]);

  const kase = await read(thai, (tx) => findCase(tx, world.operationId, five));
  if (!kase) throw new Error("no case");
  const items = [aSeizureItem({ commodity: "D5.ketamine", quantity: "5", unit: "kg" })];
  const base = { facts: 1, case: 1, nominal: 0 };
  await amendSeizure(
    thai,
    aCommand({ seizure: { ...kase.input, items }, base, kind: "laboratory", reason: "Report 12" }),
  );
  await withdrawSeizure(thai, aCommand({ seizure: gone, base: 1, reason: "Not ours" }));
  expect(await deadline(day)).toEqual(before);
  const since = await read(analyst, (tx) => correctedSince(tx, world.operationId, before?.dueAt ?? new Date()));
  expect(since).toMatchObject([
    {
      id: five,
      before: [{ commodity: METH, quantity: "5", unit: "kg" }],
      after: [{ commodity: "D5.ketamine", quantity: "5", unit: "kg" }],
    },
  ]);

  // Whoever writes it down only now, after all corrections, writes the same.
  await world.owner`delete from deadline_sums`;
  expect(await freezeDeadlines(world.house.db)).toBe(1);
  expect((await deadline(day))?.figures).toEqual(before?.figures);
});

test("a deadline is written down once, by several runners at once and after them", async () => {
  const day = await deadlineNow();
  const counts = await Promise.all([1, 2, 3].map(() => freezeDeadlines(world.house.db)));
  expect(counts.reduce((sum, n) => sum + n, 0)).toBe(1);
  expect(await freezeDeadlines(world.house.db)).toBe(0);
  expect((await read(analyst, (tx) => listDeadlines(tx, world.operationId))).map((row) => row.day)).toEqual([day]);
});

test("who reads no facts reads no deadlines, and nobody writes one", async () => {
  const observer = await world.join({ role: "observer", agency: agencyOf(world, "TH-CUS") });
  expect(await read(observer, (tx) => listDeadlines(tx, world.operationId))).toEqual([]);
  expect(await read(observer, (tx) => correctedSince(tx, world.operationId, new Date(0)))).toEqual([]);
  const writing = read(analyst, (tx) => tx.execute("delete from deadline_sums"));
  await expect(writing).rejects.toBeDefined();
});
