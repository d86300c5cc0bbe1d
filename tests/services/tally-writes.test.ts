import { sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { afterAll, describe, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import type { LocalDate } from "#app/domain/local-date.ts";
import { TallyInput } from "#app/domain/tally/tally.ts";
import type { Acting } from "#app/services/house.server.ts";
import { clearReport, submitReport } from "#app/services/reports.server.ts";
import { postTallies } from "#app/services/tallies.server.ts";
import { read } from "#app/services/write.server.ts";
import type { Tx } from "#db/client.server.ts";
import { beginAs } from "#db/queries/acting.server.ts";
import { listTallies } from "#db/queries/tallies.server.ts";
import { arrestedByDay, casesByGroup } from "#db/queries/tally-cases.server.ts";
import { tallies, tallyGroups, tallyPromises, tallyQuantities } from "#db/schema.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aCommand, agencyOf, aWorld } from "#tests/support/world.ts";

const world = await aWorld();
afterAll(() => world.close());
const { operationId } = world;
const [vietnam, thailand] = [agencyOf(world, "VN-CUS"), agencyOf(world, "TH-CUS")];
const contact = await world.join({ role: "ncp", agency: vietnam });
const officer = await world.join({ role: "reporter", agency: vietnam });
const analyst = await world.join({ role: "analyst", agency: vietnam });
const lead = await world.join({ role: "lead", agency: agencyOf(world, "RILO") });
const coordinator = await world.join({ role: "ocu", agency: agencyOf(world, "RILO") });

const nil = (day: LocalDate) => TallyInput.parse({ day, nil: true });
const post = (who: Acting, days: LocalDate[]) => postTallies(who, aCommand({ tallies: days.map(nil) }));
const versionsOn = (from: LocalDate, to = from) =>
  read(contact, (tx) => listTallies(tx, operationId, { agencyId: vietnam.id, from, to }));

/** Statements of a bearer that no service stands before. What they did is undone again. */
async function past<T>(who: Acting, work: (tx: Tx) => Promise<T>): Promise<T | string> {
  const undo = new Error("undone");
  let done: T | undefined;
  try {
    await world.app.db.transaction(async (tx) => {
      await beginAs(tx, who.token, operationId);
      done = await work(tx);
      throw undo;
    });
  } catch (thrown) {
    if (thrown === undo && done !== undefined) return done;
    const cause = thrown instanceof Error ? thrown.cause : null;
    return cause instanceof Error && "code" in cause ? String(cause.code) : expect.fail(String(thrown));
  }
  return expect.fail("nothing happened");
}

const REFUSED = "42501";
const insertTally = (who: Acting & { memberId: Id }, agencyId: Id) =>
  past(who, async (tx) => {
    const row = { operationId, agencyId, day: "2021-07-01", version: 1 };
    await tx.insert(tallies).values({ ...row, begunBy: uuid(), nil: false, authorId: who.memberId });
    await tx.insert(tallyGroups).values({ ...row, group: "F2", position: 0, cases: 1 });
    await tx.insert(tallyQuantities).values({ ...row, group: "F2", line: 0, quantity: "1", unit: "kg" });
    return "written";
  });
const insertPromise = (who: Acting & { memberId: Id }, agencyId: Id, madeBy = who.memberId) =>
  past(who, async (tx) => {
    const row = { operationId, id: uuid(), agencyId, rhythm: "none", fromDay: "2021-07-01", zone: "Asia/Bangkok" };
    await tx.insert(tallyPromises).values({ ...row, daysOff: [], holidays: [], madeBy, begunBy: uuid() });
    return "written";
  });
const endTallies = (who: Acting) =>
  past(who, async (tx) => {
    const set = tx.update(tallies).set({ endedBy: uuid() }).where(sql`ended_by is null`).returning();
    return (await set).length;
  });

describe("what PostgreSQL itself lets be written", () => {
  test("tallies by the contact points and reporters of the agency alone", async () => {
    expect(await insertTally(contact, vietnam.id)).toBe("written");
    expect(await insertTally(officer, vietnam.id)).toBe("written");
    for (const who of [analyst, lead, coordinator]) expect(await insertTally(who, vietnam.id)).toBe(REFUSED);
    for (const who of [contact, officer]) expect(await insertTally(who, thailand.id)).toBe(REFUSED);
  });

  test("promises by a lead for anybody and by a contact point for its own agency, in nobody else's name", async () => {
    expect(await insertPromise(lead, thailand.id)).toBe("written");
    expect(await insertPromise(contact, vietnam.id)).toBe("written");
    expect(await insertPromise(contact, thailand.id)).toBe(REFUSED);
    expect(await insertPromise(contact, vietnam.id, lead.memberId)).toBe(REFUSED);
    for (const who of [officer, analyst, coordinator]) expect(await insertPromise(who, vietnam.id)).toBe(REFUSED);
  });

  test("of a tally on record nothing but that it was followed by another, and by the agency alone", async () => {
    await post(officer, ["2021-07-02"]);
    expect(await endTallies(contact)).toBe(1);
    expect(await endTallies(lead)).toBe(0);
    expect(await endTallies(await world.join({ role: "ncp", agency: thailand }))).toBe(0);
    const rewrite = past(contact, async (tx) => (await tx.update(tallies).set({ nil: false }).returning()).length);
    expect(await rewrite).toBe(REFUSED);
    const erase = past(contact, async (tx) => (await tx.delete(tallies).returning()).length);
    expect(await erase).toBe(REFUSED);
  });
});

describe("several at once", () => {
  test("two who send the same days in opposite order do not wait for each other in a circle", async () => {
    const days = ["2021-07-05", "2021-07-06", "2021-07-07", "2021-07-08"];
    await Promise.allSettled([post(contact, days), post(officer, days.toReversed())]);
    const versions = await versionsOn("2021-07-05", "2021-07-08");
    expect(versions.map(({ day, version }) => [day, version])).toEqual(days.map((day) => [day, 1]));
    const again = await Promise.all([post(contact, days.toReversed()), post(officer, days)]);
    const all = Object.fromEntries(days.map((day) => [day, "1"]));
    expect(again).toEqual([all, all]);
  });

  test("of several who correct the same version at once one is followed, and no number is given twice", async () => {
    const day = "2021-07-09";
    await post(contact, [day]);
    const corrected = (arrested: number) => TallyInput.parse({ day, nil: false, arrested, baseVersion: 1 });
    const writers = [1, 2, 3, 4].map((n) => postTallies(officer, aCommand({ tallies: [corrected(n)] })));
    const settled = await Promise.allSettled(writers);
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of settled) if (one.status === "rejected") expect(one.reason).toMatchObject({ kind: "stale" });
    const versions = await versionsOn(day);
    expect(versions.map(({ version, stands }) => [version, stands])).toEqual([
      [2, true],
      [1, false],
    ]);
  });
});

describe("what the case reports of a day come to", () => {
  const day = "2021-07-12";
  const span = { from: day, to: day };
  async function released(over: Parameters<typeof aSeizureInput>[0]) {
    const seizure = aSeizureInput({ occurredOn: day, ...over });
    await submitReport(officer, aCommand(seizure));
    await clearReport(contact, aCommand({ seizure: seizure.id, baseVersion: 1, note: "" }));
    return seizure;
  }

  test("cases and quantities by group and unit, and the arrested once for each case", async () => {
    const [item] = aSeizureInput().items;
    if (!item) throw new Error("no item");
    const arrested = (n: number) => ({ arrested: n, identified: null, nationalities: [] });
    const goods = (commodity: string, quantity: string, unit: string) => ({ ...item, commodity, quantity, unit });
    await released({
      persons: arrested(2),
      items: [goods("F2.raw_ivory", "1.5", "kg"), goods("F2.worked_ivory", "300", "g")],
    });
    await released({
      persons: arrested(3),
      items: [goods("F2.raw_ivory", "2.25", "kg"), goods("D1.meth_crystal", "7", "kg")],
    });
    await released({ persons: arrested(8), eventKind: "detention", items: [goods("F2.raw_ivory", "9", "kg")] });
    const cases = await read(contact, (tx) => casesByGroup(tx, operationId, vietnam.id, span));
    expect(cases).toEqual([
      { day, group: "D1", cases: 1, quantities: [{ quantity: "7", unit: "kg" }] },
      {
        ...{ day, group: "F2", cases: 2 },
        quantities: [
          { quantity: "300", unit: "g" },
          { quantity: "3.75", unit: "kg" },
        ],
      },
    ]);
    expect(await read(contact, (tx) => arrestedByDay(tx, operationId, vietnam.id, span))).toEqual(new Map([[day, 5]]));
  });

  test("those of another agency are no part of it", async () => {
    expect(await read(contact, (tx) => casesByGroup(tx, operationId, thailand.id, span))).toEqual([]);
    expect(await read(lead, (tx) => arrestedByDay(tx, operationId, thailand.id, span))).toEqual(new Map());
  });
});

test("in a closed operation PostgreSQL takes no tally and no promise, and no tally is ended", async () => {
  await world.owner`update operations set state = 'closed' where id = ${operationId}`;
  expect(await insertTally(contact, vietnam.id)).toBe(REFUSED);
  expect(await insertPromise(contact, vietnam.id)).toBe(REFUSED);
  expect(await insertPromise(lead, vietnam.id)).toBe(REFUSED);
  expect(await endTallies(contact)).toBe(0);
  expect(await versionsOn("2021-07-02")).toHaveLength(1);
});
