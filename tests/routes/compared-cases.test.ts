import { afterAll, beforeAll, expect, test } from "vitest";
import { comparedCases } from "#app/compared-cases.server.ts";
import type { Id } from "#app/domain/id.ts";
import type { Acting } from "#app/services/house.server.ts";
import { narrowSeizure } from "#app/services/narrowing.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { amendSeizure, withdrawSeizure } from "#app/services/seizures.server.ts";
import { read } from "#app/services/write.server.ts";
import { verificationPage } from "#app/verification-page.server.ts";
import { aSeizureInput, aSeizureItem } from "#seeds/builders.ts";
import { copyCases } from "#tests/support/copied-cases.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

let world: World;
let thai: Acting;
let coordinator: Acting;
let other: Acting;
beforeAll(async () => {
  world = await aWorld({ steps: { "TH-CUS": 0 } });
  thai = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
  coordinator = await world.join({ role: "ocu", agency: agencyOf(world, "RILO") });
  other = await world.join({ role: "analyst", agency: agencyOf(world, "LA-CUS") });
});
afterAll(() => world.close());

const askedBy = (who: Acting, most?: number) => read(who, (tx, self) => comparedCases(tx, { acting: who, self, most }));
const pairsFor = async (who: Acting) => (await askedBy(who)).matches.map(({ ids }) => ids.join(" "));
const pairOf = (one: Id, two: Id) => [one, two].sort().join(" ");

/** Two messages on one case: everything is the same but the number. */
async function twice(occurredOn: string, quantity: string) {
  const told = () => aSeizureInput({ occurredOn, items: [aSeizureItem({ quantity })] });
  const [one, two] = [told(), told()];
  await submitReport(thai, aCommand({ ...one, nationalCaseNo: `A/${occurredOn}/1` }));
  await submitReport(thai, aCommand({ ...two, nationalCaseNo: `b ${quantity}` }));
  return [one, two] as const;
}

test("a pair is found at once, goes with a change that ends it, and comes back with the change that brings it", async () => {
  const [one, two] = await twice("2021-05-10", "123.45");
  expect(await pairsFor(coordinator)).toContain(pairOf(one.id, two.id));

  const amend = (quantity: string, base: number) => {
    const seizure = { ...two, nationalCaseNo: "b 123.45", items: [aSeizureItem({ quantity })] };
    const versions = { facts: base, case: base, nominal: 0 };
    return amendSeizure(thai, aCommand({ seizure, base: versions, kind: "correction" as const, reason: "Weighed" }));
  };
  await amend("7", 1);
  expect(await pairsFor(coordinator)).not.toContain(pairOf(one.id, two.id));
  await amend("123.45", 2);
  expect(await pairsFor(coordinator)).toContain(pairOf(one.id, two.id));

  await withdrawSeizure(thai, aCommand({ seizure: one.id, base: 1, reason: "Not ours" }));
  expect(await pairsFor(coordinator)).not.toContain(pairOf(one.id, two.id));
});

test("each reader is told of what that reader may read, whoever asked before", async () => {
  const [one, two] = await twice("2021-06-10", "234.56");
  expect(await pairsFor(coordinator)).toContain(pairOf(one.id, two.id));
  expect(await pairsFor(other)).toContain(pairOf(one.id, two.id));
  const keep = [agencyOf(world, "RILO").id];
  await narrowSeizure(thai, aCommand({ seizure: one.id, base: 1, keep, reason: "" }));
  expect(await pairsFor(other)).not.toContain(pairOf(one.id, two.id));
  expect(await pairsFor(coordinator)).toContain(pairOf(one.id, two.id));
});

test("of many cases the newest come first and all follow; the oldest pair is found as well", async () => {
  const late = await world.join({ role: "ocu", agency: agencyOf(world, "RILO") });
  const [first, second] = await twice("2021-07-10", "345.67");
  await world.owner`update seizure_facts set released_at = released_at - interval '1 year' where id in ${world.owner([first.id, second.id])}`;
  const model = aSeizureInput({ occurredOn: "2021-05-01" });
  await submitReport(thai, aCommand(model));
  await copyCases(world, model.id, 1_300);

  const { coverage } = await askedBy(late);
  expect(coverage).toMatchObject({ complete: false, whole: false });
  expect(await pageOf(late)).toMatchObject({ coverage: { complete: false, whole: false } });
  expect(coverage.cases).toBeGreaterThanOrEqual(1_000);
  await expect.poll(async () => (await askedBy(late)).coverage.complete, { timeout: 50_000, interval: 200 }).toBe(true);
  expect(await pairsFor(late)).toContain(pairOf(first.id, second.id));
  expect((await pageOf(late)).coverage).toMatchObject({ complete: true, whole: true });
  expect((await pageOf(late)).coverage.cases).toBeGreaterThan(1_300);

  // Where there are more than are compared it says so, however it goes on from there.
  const limited = await world.join({ role: "ocu", agency: agencyOf(world, "RILO") });
  expect((await askedBy(limited, 1_000)).coverage).toMatchObject({ complete: true, whole: false });
  await submitReport(thai, aCommand(aSeizureInput({ occurredOn: "2021-08-01" })));
  expect((await askedBy(limited, 1_000)).coverage).toMatchObject({ complete: true, whole: false });
}, 60_000);

const pageOf = (who: Acting) => read(who, (tx, self) => verificationPage(tx, self, who, new URLSearchParams()));
