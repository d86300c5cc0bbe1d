import { afterAll, beforeAll, expect, test } from "vitest";
import { NO_FILTER } from "#app/domain/fact-filter.ts";
import type { Id } from "#app/domain/id.ts";
import { verifySeizure } from "#app/services/checks.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { figuresFor } from "#app/services/kept-figures.server.ts";
import { operationDay } from "#app/services/reading.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { holdSeizure, unholdSeizure } from "#app/services/seizures.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { sealStreams } from "#db/queries/events.server.ts";
import { evaluateFiguresInSql } from "#db/queries/figures.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

let world: World;
let contact: Acting;
let thai: Acting;
let reporter: Acting;
let ocu: Acting;

beforeAll(async () => {
  world = await aWorld({ steps: { "VN-CUS": 0, "TH-CUS": 0 } });
  contact = await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
  reporter = await world.join({ role: "reporter", agency: agencyOf(world, "VN-CUS") });
  thai = await world.join({ role: "analyst", agency: agencyOf(world, "TH-CUS") });
  ocu = await world.join({ role: "ocu", agency: agencyOf(world, "RILO") });
});
afterAll(() => world.close());

const kept = (reader: Acting, filter = NO_FILTER) =>
  read(reader, (tx, self) => figuresFor(tx, { house: reader.house, self, filter }));

const counted = (reader: Acting, filter = NO_FILTER) =>
  read(reader, (tx, self) => {
    const today = operationDay(memberOf(self), self.now);
    return evaluateFiguresInSql(tx, { operationId: world.operationId, filter, today });
  });

const seal = () => sealStreams(world.app.db, [...new Set(world.poked)]);

/** What is kept is what the reader's own statement counts, whoever asked before. */
async function expectTrue() {
  const filter = { ...NO_FILTER, reporters: ["VN"] };
  for (const reader of [thai, contact, reporter, ocu]) {
    expect(await kept(reader)).toEqual(await counted(reader));
    expect(await kept(reader, filter)).toEqual(await counted(reader, filter));
  }
}

async function report(held = false): Promise<Id> {
  const { seizure } = await submitReport(contact, aCommand({ ...aSeizureInput(), held }));
  return seizure as Id;
}

test("figures are counted once for all who read facts, until something happens", async () => {
  await report();
  await seal();
  const first = await kept(thai);
  expect(first.cases.total).toBe(1);
  expect(await kept(contact)).toBe(first);
  await report();
  await seal();
  const second = await kept(contact);
  expect(second.cases.total).toBe(2);
  expect(await kept(thai)).toBe(second);
});

test("a report counts at once, sealed or not, and so does what is verified, held back and let go", async () => {
  await expectTrue();
  const id = await report();
  await expectTrue();
  await seal();
  await expectTrue();
  await verifySeizure(ocu, aCommand({ seizure: id, base: 1 }));
  await expectTrue();
  await holdSeizure(contact, aCommand({ seizure: id, base: 2, reason: "" }));
  await expectTrue();
  await seal();
  await unholdSeizure(contact, aCommand({ seizure: id, base: 2, reason: "" }));
  await expectTrue();
  await seal();
  await expectTrue();
});

test("a reporter who reads no other facts is never answered with what others count", async () => {
  const thailand = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
  await submitReport(thailand, aCommand(aSeizureInput()));
  const others = await kept(thai);
  const own = await kept(reporter);
  expect(own).not.toBe(others);
  expect(own.cases.total).toBeLessThan(others.cases.total);
});

test("many who ask at once are all answered from one count", async () => {
  await report();
  await seal();
  const answers = await Promise.all(Array.from({ length: 12 }, (_, at) => kept(at % 2 ? thai : contact)));
  expect(new Set(answers).size).toBe(1);
});
