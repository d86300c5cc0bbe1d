import { sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { afterAll, describe, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import type { LocalDate } from "#app/domain/local-date.ts";
import { TallyPromise } from "#app/domain/tally/rhythm.ts";
import { TallyInput } from "#app/domain/tally/tally.ts";
import { clearReport } from "#app/services/clearance.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { postTallies, promiseTallies } from "#app/services/tallies.server.ts";
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

describe("who wrote and when is what PostgreSQL knows", () => {
  const insert = (over: object) =>
    past(contact, async (tx) => {
      const row = { operationId, agencyId: vietnam.id, day: "2021-07-03", version: 1, begunBy: uuid(), nil: true };
      await tx.insert(tallies).values({ ...row, authorId: contact.memberId, ...over });
      return "written";
    });

  test("a tally is in nobody else's name and at no other time than now", async () => {
    expect(await insert({})).toBe("written");
    expect(await insert({ authorId: officer.memberId })).toBe(REFUSED);
    expect(await insert({ at: new Date("2021-07-03T08:00:00Z") })).toBe(REFUSED);
    expect(await insert({ at: new Date("2099-01-01T00:00:00Z") })).toBe(REFUSED);
  });
});

test("a day before the agency joined is no day of its own", async () => {
  const joined = await world.agency("KH-CUS");
  await world.owner`update participants set joined_on = '2021-06-10' where agency_id = ${joined.id}`;
  const who = await world.join({ role: "ncp", agency: joined });
  const early = post(who, ["2021-06-10", "2021-06-09"]);
  await expect(early).rejects.toMatchObject({ detail: { fields: { "tallies.1.day": ["tally.day.before_joining"] } } });
  expect(await post(who, ["2021-06-10"])).toEqual({ "2021-06-10": "1" });
});

test("once today's tally is due no promise takes it away; a lead may still say otherwise", async () => {
  const today = new Date(Date.now() + 7 * 3_600_000);
  const dayOf = (days: number) => new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  const running = await aWorld({ startsOn: dayOf(-2), endsOn: dayOf(2) });
  try {
    const agency = agencyOf(running, "VN-CUS");
    const point = await running.join({ role: "ncp", agency });
    const leading = await running.join({ role: "lead", agency: agencyOf(running, "RILO") });
    const promise = (who: Acting, fromDay: LocalDate) => {
      const said = TallyPromise.parse({ rhythm: "none", fromDay, zone: "Asia/Bangkok" });
      return promiseTallies(who, aCommand({ id: uuid(), agencyId: agency.id, promise: said }));
    };
    await running.owner`update operation_plans set cut_off = '00:00'`;
    await expect(promise(point, dayOf(0))).rejects.toMatchObject({
      detail: { fields: { fromDay: ["tally.promise.past"] } },
    });
    await promise(point, dayOf(1));
    await promise(leading, dayOf(0));
    await running.owner`update operation_plans set cut_off = '24:00'`;
    await promise(point, dayOf(0));
  } finally {
    await running.close();
  }
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

  test("two who are the first to say the same of a day at once are both answered, and one version is on record", async () => {
    const day = "2021-07-10";
    expect(await Promise.all([post(contact, [day]), post(officer, [day])])).toEqual([{ [day]: "1" }, { [day]: "1" }]);
    expect(await versionsOn(day)).toHaveLength(1);
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
