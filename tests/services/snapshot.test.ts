import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SeizureFact } from "#app/domain/fact.ts";
import { FactReader } from "#app/domain/fact-reader.ts";
import type { Id } from "#app/domain/id.ts";
import { verifySeizure } from "#app/services/checks.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { holdSeizure, unholdSeizure, withdrawSeizure } from "#app/services/seizures.server.ts";
import { snapshotFor } from "#app/services/snapshot.server.ts";
import { read } from "#app/services/write.server.ts";
import { sealStreams } from "#db/queries/events.server.ts";
import { visibleFacts } from "#db/queries/facts.server.ts";
import { SnapshotAnswer } from "#realtime/protocol.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { makeManySeizures } from "#tests/support/many-seizures.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

let world: World;
let readers: Record<"contact" | "lead" | "thai" | "partner" | "reporter" | "observer", Acting>;
let ocu: Acting;

/** Several blocks of facts, so that some are kept when others are written anew. */
beforeAll(async () => {
  world = await aWorld({ steps: { "VN-CUS": 0 } });
  await makeManySeizures(world, { seizures: 6_500, elsewhere: 100, people: 10 });
  const [vietnam, thailand] = [agencyOf(world, "VN-CUS"), agencyOf(world, "TH-CUS")];
  readers = {
    contact: await world.join({ role: "ncp", agency: vietnam }),
    lead: await world.join({ role: "lead", agency: vietnam }),
    thai: await world.join({ role: "analyst", agency: thailand }),
    partner: await world.join({ role: "partner", agency: thailand }),
    reporter: await world.join({ role: "reporter", agency: vietnam }),
    observer: await world.join({ role: "observer", agency: thailand }),
  };
  ocu = await world.join({ role: "ocu", agency: agencyOf(world, "RILO") });
});
afterAll(() => world.close());

async function snapshotOf(reader: Acting) {
  const text = (await snapshotFor(reader, { withFacts: true })).text();
  const answer = SnapshotAnswer.parse(JSON.parse(text));
  const blocks = answer.facts.map((block) => new FactReader(block));
  const facts = blocks.flatMap((block) => block.ids.map((_, row) => block.fact(row)));
  return { ...answer, text, facts };
}

const byId = (facts: readonly SeizureFact[]) => facts.toSorted((one, other) => (one.id < other.id ? -1 : 1));

/** Whoever asked before, each reader is told what the policies let that reader see, and no other fact. */
async function expectOwnView() {
  for (const reader of Object.values(readers)) {
    const truth = await read(reader, (tx) => visibleFacts(tx, world.operationId));
    expect(byId((await snapshotOf(reader)).facts)).toEqual(byId(truth));
  }
}

async function seal() {
  await sealStreams(world.app.db, [...new Set(world.poked)]);
}

/** A shared seizure of Viet Nam in the middle of the others. */
async function inTheMiddle(): Promise<Id> {
  const [row] = await world.owner<{ id: Id }[]>`
    select id from seizure_facts where operation_id = ${world.operationId} and ended_by is null and shared
      and state = 'submitted' and agency_id = ${agencyOf(world, "VN-CUS").id} order by id offset 250 limit 1`;
  if (!row) throw new Error("no seizure in the middle");
  return row.id;
}

test("readers with different rights get different facts, in whatever order they ask", async () => {
  await expectOwnView();
  const { contact, thai, partner, reporter, observer } = readers;
  const count = async (reader: Acting) => (await snapshotOf(reader)).facts.length;
  const shared = await count(partner);
  expect(await count(contact)).toBeGreaterThan(shared);
  expect(await count(thai)).toBeGreaterThan(shared);
  expect(await count(reporter)).toBeLessThan(shared);
  expect(await count(observer)).toBe(0);
  expect((await snapshotOf(partner)).facts.every(({ state }) => state !== "withdrawn")).toBe(true);
});

test("what is released, checked, held back or withdrawn is in the next snapshot, sealed or not", async () => {
  const { contact, thai } = readers;
  const id = await inTheMiddle();
  const seen = async (reader: Acting) => (await snapshotOf(reader)).facts.find((fact) => fact.id === id)?.state;
  const before = await snapshotOf(thai);
  const fresh = aSeizureInput();
  await submitReport(contact, aCommand(fresh));
  expect((await snapshotOf(thai)).facts.map((fact) => fact.id)).toContain(fresh.id);
  await seal();
  const after = await snapshotOf(thai);
  expect(after.facts).toHaveLength(before.facts.length + 1);
  const head = ({ streams, factsStream }: typeof before) => streams.find((stream) => stream.id === factsStream)?.seq;
  expect(head(after)).toBe((head(before) ?? 0) + 1);

  await verifySeizure(ocu, aCommand({ seizure: id, base: 1 }));
  expect(await seen(thai)).toBe("verified");
  await holdSeizure(contact, aCommand({ seizure: id, base: 2, reason: "" }));
  expect([await seen(thai), await seen(contact)]).toEqual([undefined, "verified"]);
  await seal();
  expect([await seen(thai), await seen(contact)]).toEqual([undefined, "verified"]);
  await unholdSeizure(contact, aCommand({ seizure: id, base: 2, reason: "" }));
  await withdrawSeizure(contact, aCommand({ seizure: fresh.id, base: 1, reason: "doubled" }));
  await seal();
  await expectOwnView();
});

test("blocks that no event touched are kept, the touched one is not", async () => {
  const blocks = async () =>
    SnapshotAnswer.parse(JSON.parse((await snapshotFor(readers.thai, { withFacts: true })).text())).facts;
  const before = await blocks();
  expect(before.length).toBeGreaterThan(3);
  await verifySeizure(ocu, aCommand({ seizure: await inTheMiddle(), base: 1 }));
  const same = (await blocks()).map((block, at) => JSON.stringify(block) === JSON.stringify(before[at]));
  expect(same.filter((is) => !is)).toHaveLength(1);
});

test("what was made small for all before is, with the reader's own behind it, what is told without that", async () => {
  for (const reader of [readers.thai, readers.contact, readers.thai]) {
    const snapshot = await snapshotFor(reader, { withFacts: true });
    const small = await snapshot.small();
    expect(small && brotliDecompressSync(small).toString()).toBe(snapshot.text());
  }
  const [reporter, numbers] = [await snapshotFor(readers.reporter, { withFacts: true }), await numbersOf(readers.thai)];
  expect([await reporter.small(), await numbers.small()]).toEqual([null, null]);
});

const numbersOf = (reader: Acting) => snapshotFor(reader, { withFacts: false });

test("many who ask at once are all told the same", async () => {
  const all = await Promise.all(Array.from({ length: 12 }, () => snapshotFor(readers.thai, { withFacts: true })));
  expect(new Set(all.map(({ text }) => text())).size).toBe(1);
});

test("whoever has lost the right is refused, though the blocks are there", async () => {
  const gone = await world.join({ role: "analyst", agency: agencyOf(world, "LA-CUS") });
  await snapshotOf(gone);
  await world.owner`update members set state = 'suspended' where id = ${gone.memberId}`;
  await expect(snapshotFor(gone, { withFacts: true })).rejects.toMatchObject({ kind: "not-found" });
});

test("another history with the same numbers is written anew", async () => {
  const { partner } = readers;
  const id = await inTheMiddle();
  await snapshotOf(partner);
  await world.owner`update events set hash = '\\x01' where (stream_id, seq) in (
    select id, head from streams where operation_id = ${world.operationId} and kind = 'operation')`;
  await world.owner`update seizure_facts set mode = 'rail' where operation_id = ${world.operationId} and id = ${id}`;
  expect((await snapshotOf(partner)).facts.find((fact) => fact.id === id)?.mode).toBe("rail");
});
