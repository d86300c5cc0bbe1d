import { v7 as uuid } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { NO_FILTER } from "#app/domain/fact-filter.ts";
import { FactReader } from "#app/domain/fact-reader.ts";
import { evaluateFigures } from "#app/domain/figures/evaluate.ts";
import { tableOf } from "#app/domain/figures/fact-table.ts";
import type { Id } from "#app/domain/id.ts";
import type { SeizureInput } from "#app/domain/seizure.ts";
import { verifySeizure } from "#app/services/checks.server.ts";
import { agreeToMerge, closeDuplicate, proposeMerge } from "#app/services/duplicates.server.ts";
import { figuresFor } from "#app/services/kept-figures.server.ts";
import { amendSeizure, holdSeizure, unholdSeizure, withdrawSeizure } from "#app/services/seizures.server.ts";
import { snapshotFor } from "#app/services/snapshot.server.ts";
import { read } from "#app/services/write.server.ts";
import { freezeDeadlines, listDeadlines } from "#db/queries/deadlines.server.ts";
import { visibleFacts } from "#db/queries/facts.server.ts";
import { evaluateFiguresInSql } from "#db/queries/figures.server.ts";
import { observerPanel } from "#db/queries/observer-panel.server.ts";
import { findCase } from "#db/queries/seizures.server.ts";
import { arrestedByDay, casesByGroup } from "#db/queries/tally-cases.server.ts";
import { SnapshotAnswer } from "#realtime/protocol.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aCommand, agencyOf } from "#tests/support/world.ts";
import {
  analyst,
  fact,
  joined,
  jointOf,
  lao,
  observer,
  ocu,
  openWorld,
  proposed,
  standing,
  thai,
  told,
  viet,
  world,
} from "./joint-world.ts";

beforeEach(openWorld);

/** What all who read facts count, the same by either evaluator, by what is kept and by what a browser was told. */
async function figures() {
  const now = await read(analyst, (tx, self) => figuresFor(tx, { house: world.house, self }));
  const today = { from: new Date(0), to: new Date("2100-01-01"), zone: "Asia/Ho_Chi_Minh" };
  const whole = await read(analyst, (tx) => evaluateFiguresInSql(tx, { operationId: world.operationId, today }));
  const facts = await read(analyst, (tx) => visibleFacts(tx, world.operationId));
  expect(evaluateFigures(tableOf(facts), NO_FILTER, today)).toEqual(whole);
  const answer = SnapshotAnswer.parse(JSON.parse((await snapshotFor(analyst, { withFacts: true })).text()));
  const blocks = answer.facts.map((block) => new FactReader(block));
  const inBlocks = blocks.flatMap((block) => block.ids.map((_, row) => block.fact(row)));
  expect(evaluateFigures(tableOf(inBlocks), NO_FILTER, today)).toEqual(whole);
  expect({ ...now, coverage: [] }).toEqual({ ...whole, coverage: [] });
  const byReporter = Object.fromEntries(whole.byReporter.map(({ key, total }) => [key.reporter, total]));
  const kilograms = whole.quantityBySlot.rows.map(({ total }) => total);
  return { cases: whole.cases.total, byReporter, joint: whole.joint, kilograms, persons: whole.persons.persons };
}

/** Told by the events of the operation's stream, sealed or not. */
async function events(type: string) {
  return world.owner<{ id: Id; body: Record<string, unknown> }[]>`
    select e.id, b.body::jsonb as body from events e join event_bodies b on b.event_id = e.id
    join streams s on s.id = e.stream_id and s.kind = 'operation'
    where e.operation_id = ${world.operationId} and e.type = ${type} order by b.body`;
}

describe("the messages of two countries about one consignment", () => {
  test("are one case in the total and one in each table once both owners agree, and two again when it is undone", async () => {
    const [sent, taken] = [await told(thai, { persons: arrested(1) }), await told(lao, { persons: arrested(2) })];
    expect(await figures()).toMatchObject({ cases: 2, joint: { cases: 0, messages: 0 } });
    const duplicate = await proposed(sent, taken);
    expect(await agreeToMerge(lao, aCommand({ duplicate }))).toMatchObject({ state: "proposed" });
    expect(await figures()).toMatchObject({ cases: 2 });
    const last = aCommand({ duplicate });
    expect(await agreeToMerge(thai, last)).toEqual(await agreeToMerge(thai, last));

    const joint = { cases: 1, byReporter: { TH: 1, LA: 1 }, joint: { cases: 1, messages: 2 }, kilograms: ["12.5"] };
    expect(await figures()).toMatchObject(joint);
    expect([await fact(sent), await fact(taken)]).toMatchObject([
      { state: "submitted", revision: 2, joint: { head: sent, place: 0 } },
      { state: "submitted", revision: 2, joint: { head: sent, place: 1 } },
    ]);
    const noted = await events("seizure.joined");
    expect(noted.map(({ body }) => body)).toEqual(
      [sent, taken].sort().map((seizure) => ({ seizure, revision: 2, joint: sent })),
    );
    const [begun] = await world.owner`select begun_by from seizure_facts where id = ${sent} and version = 2`;
    expect(noted.map(({ id }) => id)).toContain(begun?.begun_by);

    await closeDuplicate(lao, aCommand({ duplicate, note: "Another box" }));
    expect(await figures()).toMatchObject({ cases: 2, joint: { cases: 0 }, kilograms: ["25"], persons: 3 });
    expect([await jointOf(sent), await jointOf(taken)]).toEqual([null, null]);
    expect(await events("seizure.parted")).toHaveLength(2);
  });

  test("stay their owners' own: each is amended and checked for itself, and stays joined", async () => {
    const [sent, taken] = [await told(thai), await told(lao)];
    await joined([thai, sent], [lao, taken]);
    const kase = await read(lao, (tx) => findCase(tx, world.operationId, taken));
    if (!kase) throw new Error("no case");
    const seizure = { ...kase.input, mode: "river" };
    const base = { facts: 2, case: 1, nominal: 0 };
    await amendSeizure(lao, aCommand({ seizure, base, kind: "own_error", reason: "By boat" }));
    expect(await fact(taken)).toMatchObject({ revision: 3, mode: "river", joint: { head: sent, place: 1 } });
    await verifySeizure(ocu, aCommand({ seizure: taken, base: 3 }));
    expect(await fact(taken)).toMatchObject({ revision: 4, state: "verified", joint: { head: sent, place: 1 } });
    expect(await figures()).toMatchObject({ cases: 1 });
  });

  test("leave no hole when the one that stands for the case is withdrawn, or held back and let go", async () => {
    const [sent, taken] = [await told(thai), await told(lao)];
    await joined([thai, sent], [lao, taken]);
    await holdSeizure(thai, await standing(sent, "Prosecutor"));
    expect(await figures()).toMatchObject({ cases: 1, byReporter: { LA: 1 }, joint: { cases: 0, messages: 0 } });
    await unholdSeizure(thai, await standing(sent, "Free again"));
    expect(await figures()).toMatchObject({ cases: 1, byReporter: { LA: 1, TH: 1 }, joint: { cases: 1 } });
    await withdrawSeizure(thai, await standing(sent, "Not ours"));
    expect(await figures()).toMatchObject({ cases: 1, byReporter: { LA: 1 }, joint: { cases: 0 } });
  });

  test("can be parted while one of them is held back, and nobody else hears of that one", async () => {
    const [sent, taken] = [await told(thai), await told(lao)];
    const duplicate = await joined([thai, sent], [lao, taken]);
    await holdSeizure(thai, await standing(sent, "Prosecutor"));
    await closeDuplicate(lao, aCommand({ duplicate, note: "Another box" }));
    expect(await jointOf(taken)).toBeNull();
    expect(await fact(sent, lao)).toBeUndefined();
    expect((await fact(sent, thai))?.joint).toBeNull();
  });
});

describe("more than two messages", () => {
  test("are one case as long as links hold them together, and each country counts it once", async () => {
    const [first, second, third] = [await told(thai), await told(lao), await told(viet)];
    const early = await joined([thai, first], [lao, second]);
    await joined([lao, second], [viet, third]);
    expect(await figures()).toMatchObject({
      cases: 1,
      byReporter: { TH: 1, LA: 1, VN: 1 },
      joint: { cases: 1, messages: 3 },
    });
    expect([await jointOf(first), await jointOf(second), await jointOf(third)]).toEqual(
      [0, 1, 2].map((place) => ({ head: first, place })),
    );
    await closeDuplicate(ocu, aCommand({ duplicate: early, note: "Not that one" }));
    expect([await jointOf(first), await jointOf(second), await jointOf(third)]).toEqual([
      null,
      { head: second, place: 0 },
      { head: second, place: 1 },
    ]);
    expect(await figures()).toMatchObject({ cases: 2, joint: { cases: 1, messages: 2 } });
  });

  test("what is merged with one of them belongs to the case in its stead, and no longer when that is undone", async () => {
    const [sent, taken, twice] = [await told(thai), await told(lao), await told(lao)];
    await joined([thai, sent], [lao, taken]);
    const merge = uuid();
    await proposeMerge(ocu, aCommand({ id: merge, kept: twice, dropped: taken, note: "" }));
    expect(await agreeToMerge(lao, aCommand({ duplicate: merge }))).toMatchObject({ state: "merged" });
    expect(await jointOf(twice)).toEqual({ head: sent, place: 1 });
    expect(await figures()).toMatchObject({ cases: 1, byReporter: { TH: 1, LA: 1 } });
    await closeDuplicate(lao, aCommand({ duplicate: merge, note: "Two boxes" }));
    expect([await jointOf(twice), await jointOf(taken)]).toEqual([null, { head: sent, place: 1 }]);
    expect(await figures()).toMatchObject({ cases: 2, byReporter: { TH: 1, LA: 2 } });
  });

  test("two links that are agreed to at once make one case of three", async () => {
    const [first, second, third] = [await told(thai), await told(lao), await told(viet)];
    const links = [await proposed(first, second), await proposed(second, third)];
    for (const duplicate of links) await agreeToMerge(lao, aCommand({ duplicate }));
    const [one = "", other = ""] = links;
    await Promise.all([
      agreeToMerge(thai, aCommand({ duplicate: one })),
      agreeToMerge(viet, aCommand({ duplicate: other })),
    ]);
    expect(await figures()).toMatchObject({ cases: 1, joint: { cases: 1, messages: 3 } });
  });
});

test("the take-down after a controlled delivery stands for the case, whenever the sender told of it", async () => {
  const sent = await told(thai, { occurredOn: "2021-05-10" });
  const taken = await told(lao, { eventKind: "controlled_delivery_takedown", occurredOn: "2021-05-17" });
  await joined([thai, sent], [lao, taken]);
  expect([await jointOf(taken), await jointOf(sent)]).toEqual([0, 1].map((place) => ({ head: taken, place })));
});

test("the sums of a deadline, the panel of observers and the cases beside tallies count it the same way", async () => {
  const cases: [Id, Id][] = [];
  for (let n = 0; n < 5; n += 1) cases.push([await told(thai, { persons: arrested(1) }), await told(lao)]);
  const panel = () => read(observer, observerPanel);
  expect(await panel()).toContainEqual({ family: "all", cases: 10 });
  for (const [sent, taken] of cases) await joined([thai, sent], [lao, taken]);
  expect(await panel()).toEqual([
    { family: "F", cases: 5 },
    { family: "all", cases: 5 },
  ]);

  await world.owner`update operation_plans set cut_off = to_char(clock_timestamp() at time zone zone, 'HH24:MI:SS.US'),
      starts_on = (clock_timestamp() at time zone zone)::date, ends_on = (clock_timestamp() at time zone zone)::date
    where operation_id = ${world.operationId} and ended_by is null`;
  expect(await freezeDeadlines(world.house.db)).toBe(1);
  const [deadline] = await read(analyst, (tx) => listDeadlines(tx, world.operationId));
  expect(deadline?.figures).toMatchObject({
    cases: 5,
    reporters: { TH: 5, LA: 5 },
    groups: { F2: 5 },
    joint: { cases: 5, messages: 10 },
    quantities: [{ cases: 5, micro: "62500000" }],
  });

  const span = { from: "2021-05-17", to: "2021-05-17" };
  for (const [reader, code] of [
    [thai, "TH-CUS"],
    [lao, "LA-CUS"],
  ] as const) {
    const own = agencyOf(world, code).id;
    const groups = await read(reader, (tx) => casesByGroup(tx, world.operationId, own, span));
    expect(groups).toMatchObject([{ group: "F2", cases: 5 }]);
  }
  const arrests = await read(thai, (tx) => arrestedByDay(tx, world.operationId, agencyOf(world, "TH-CUS").id, span));
  expect(arrests.get("2021-05-17")).toBe(5);
});

function arrested(n: number): SeizureInput["persons"] {
  return { ...aSeizureInput().persons, arrested: n };
}
