import { afterAll, beforeAll, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import { tellByForm } from "#app/outcome-form.server.ts";
import { outcomesOfSeizure, outcomesPage } from "#app/outcomes-page.server.ts";
import { proposeMerge } from "#app/services/duplicates.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { withdrawOutcome } from "#app/services/outcomes.server.ts";
import { read } from "#app/services/write.server.ts";
import { findFact } from "#db/queries/seizures.server.ts";
import { aDisposal } from "#tests/support/outcome-said.ts";
import { aReleased, outcomesFor, tell } from "#tests/support/outcome-world.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

let world: World;
let viet: Acting;
let thai: Acting;
let lead: Acting;
let analyst: Acting;
let ocu: Acting;
beforeAll(async () => {
  world = await aWorld({ steps: { "VN-CUS": 0, "TH-CUS": 0, "LA-CUS": 0 } });
  [viet, thai, lead, analyst, ocu] = await Promise.all([
    world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") }),
    world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") }),
    world.join({ role: "lead", agency: agencyOf(world, "VN-CUS") }),
    world.join({ role: "analyst", agency: agencyOf(world, "LA-CUS") }),
    world.join({ role: "ocu", agency: agencyOf(world, "RILO") }),
  ]);
});
afterAll(() => world.close());

const pageFor = (reader: Acting, day = "") =>
  read(reader, (tx, self) => outcomesPage(tx, self, new Request(`http://naga.example/?on=${day}`)));

const agency = (code: string) => agencyOf(world, code).id;

test("cases are added up over what each reader reads, and who is silent is a number for most", async () => {
  const open = await aReleased(viet);
  const few = await aReleased(viet, { audience: { kind: "agencies", agencies: [] } });
  await aReleased(thai);
  await tell(viet, open);
  await tell(viet, few, aDisposal());
  const back = await tell(viet, open, aDisposal());
  await withdrawOutcome(viet, aCommand({ seizure: open, outcome: back.outcome ?? "", base: 1, reason: "Not yet" }));

  const all = await pageFor(ocu);
  expect([all.table.any, all.unread]).toEqual([{ told: 2, of: 3 }, 0]);
  expect(all.table.agencies).toMatchObject([{ agency: agency("VN-CUS"), any: { told: 2, of: 2 } }]);
  expect(all.silent).toEqual({ agencies: 1, cases: 1, named: [{ agency: agency("TH-CUS"), of: 1 }] });

  const some = await pageFor(analyst);
  expect([some.table.any, some.unread]).toEqual([{ told: 1, of: 2 }, 1]);
  expect(some.table.kinds.find(({ kind }) => kind === "disposal")).toMatchObject({ told: 0, of: 2 });
  expect(some.silent).toEqual({ agencies: 1, cases: 1, named: null });
  expect((await pageFor(lead)).silent.named).toHaveLength(1);
});

test("what came of a merged report came of the case that it is counted under", async () => {
  const [kept, dropped] = [await aReleased(thai), await aReleased(thai)];
  const before = (await pageFor(ocu)).table;
  const merge = { id: crypto.randomUUID(), kept, dropped, note: "" };
  await proposeMerge(ocu, aCommand(merge));
  await world.owner`update duplicates set state = 'merged' where id = ${merge.id}`;
  await world.owner`update seizure_facts set state = 'merged' where id = ${dropped}`;
  await tell(thai, dropped);
  await tell(thai, kept);
  const after = (await pageFor(ocu)).table;
  expect([after.any.told - before.any.told, after.of - before.of]).toEqual([1, -1]);
  expect(after.apart).toBe(0);
});

test("a case of several countries is one case in all, and one of each of them", async () => {
  const [one, other] = [await aReleased(viet), await aReleased(thai)];
  const before = (await pageFor(ocu)).table;
  await world.owner`update seizure_facts set joint = ${one} where id in ${world.owner([one, other])}`;
  await tell(thai, other);
  await tell(viet, one);
  const after = (await pageFor(ocu)).table;
  expect([after.any.told - before.any.told, after.of - before.of]).toEqual([1, -1]);
  const ofAgency = (table: typeof after, code: string) =>
    table.agencies.find((row) => row.agency === agency(code))?.any;
  const [told, was] = [ofAgency(after, "TH-CUS"), ofAgency(before, "TH-CUS")];
  expect([(told?.told ?? 0) - (was?.told ?? 0), told?.of]).toEqual([1, was?.of]);
});

test("what came of a record that counts as no case is left out and said", async () => {
  const outside = await aReleased(thai);
  await world.owner`update seizure_facts set outside_window = true where id = ${outside}`;
  const before = (await pageFor(ocu)).table;
  await tell(thai, outside);
  const after = (await pageFor(ocu)).table;
  expect([after.any, after.apart]).toEqual([before.any, before.apart + 1]);
});

test("a day that has not come, or is none, is today", async () => {
  const { day, today } = await pageFor(lead, "2999-01-01");
  expect(day).toBe(today);
  expect((await pageFor(lead, "soon")).day).toBe(today);
  expect(await pageFor(lead, "2021-01-01")).toMatchObject({ day: "2021-01-01", table: { of: 0 } });
});

test("the form of a seizure is for its owner alone, and numbers are read as they are written there", async () => {
  const seizure = await aReleased(viet);
  const told = (reader: Acting, looking = false) =>
    read(reader, async (tx, self) => {
      const fact = await findFact(tx, world.operationId, seizure);
      return fact && outcomesOfSeizure(tx, self, fact, looking);
    });
  expect((await told(viet))?.choices?.disposals).toContain("destroyed");
  expect((await told(viet))?.choices?.disposals).not.toContain("pending");
  expect((await told(viet, true))?.choices).toBeNull();
  expect((await told(thai))?.choices).toBeNull();

  const form = new FormData();
  const typed = {
    kind: "assets",
    on: "2021-06-01",
    measure: "confiscated",
    amount: "1.250.000,5",
    currency: "vnd",
    mark: ",",
  };
  for (const [name, value] of Object.entries(typed)) form.set(name, value);
  await tellByForm(viet, seizure, form);
  expect((await outcomesFor(viet, seizure)).map(({ said }) => said)).toMatchObject([
    { amount: "1250000.5", currency: "VND", what: "" },
  ]);
  form.set("amount", "much");
  await expect(tellByForm(viet, seizure, form)).rejects.toMatchObject({
    detail: { fields: { amount: ["decimal.malformed"] } },
  });
  form.set("outcome", crypto.randomUUID() satisfies Id);
  form.set("amount", "1");
  await expect(tellByForm(viet, seizure, form)).rejects.toMatchObject({
    detail: { fields: { reason: ["text.missing"] } },
  });
});
