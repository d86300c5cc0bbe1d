import type { TransactionSql } from "postgres";
import { afterAll, describe, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import { Problem } from "#app/domain/problem.ts";
import { EntryInput } from "#app/domain/watch/entry.ts";
import { ShiftInput } from "#app/domain/watch/shift.ts";
import { watchAlarms } from "#app/services/handover-sheet.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { noteInLog, putOnRoster, strikeFromRoster } from "#app/services/watch.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { listEntries, listShifts, openPromises } from "#db/queries/watch.server.ts";
import { aCommand, agencyOf, aWorld } from "#tests/support/world.ts";

const world = await aWorld();
afterAll(() => world.close());
const { operationId, owner } = world;
const [rilo, vietnam, thailand] = [agencyOf(world, "RILO"), agencyOf(world, "VN-CUS"), agencyOf(world, "TH-CUS")];
const coordinator = await world.join({ role: "ocu", agency: rilo });
const lead = await world.join({ role: "lead", agency: rilo });
const contact = await world.join({ role: "ncp", agency: vietnam });
const officer = await world.join({ role: "reporter", agency: vietnam });
const analyst = await world.join({ role: "analyst", agency: vietnam });
const thai = await world.join({ role: "ncp", agency: thailand });
const partner = await world.join({ role: "partner", agency: thailand });
const operating = await world.owner<{ since: Date }[]>`
  select (starts_on::timestamp at time zone zone) as since from operation_plans where ended_by is null`;

const HOUR = 3_600_000;
const fromNow = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();
const aShift = (memberId: Id, from: number, to: number) => {
  const id = crypto.randomUUID();
  return ShiftInput.parse({ id, memberId, startsAt: fromNow(from), endsAt: fromNow(to), contact: "+84 24 0000" });
};
const roster = (who: Acting, agencyId?: Id) => read(who, (tx, self) => listShifts(tx, operationId, self.now, agencyId));
const alarms = (who: Acting) => read(who, (tx, self) => watchAlarms(tx, memberOf(self), self.now));
const log = (who: Acting, agencyId: Id) =>
  read(who, (tx) => listEntries(tx, { operationId, agencyId }, { before: null, limit: 50 }));
const note = (who: Acting, over: object) => {
  const id = crypto.randomUUID();
  const input = EntryInput.parse({ id, kind: "note", about: null, text: "Called the port.", ...over });
  return noteInLog(who, aCommand(input)).then(({ entry = "" }) => entry);
};
const refusal = async (work: Promise<unknown>) => {
  const thrown = await work.catch((problem: unknown) => problem);
  return thrown instanceof Problem ? thrown : expect.fail("was not refused");
};
const streamsTold = async (type: string, id: Id) => {
  const rows = await owner<{ kind: string }[]>`
    select s.kind from events e join streams s on s.id = e.stream_id join event_bodies b on b.event_id = e.id
    where e.type = ${type} and b.body like ${`%${id}%`} order by s.kind`;
  return rows.map(({ kind }) => kind);
};

/** What the coordination unit owes while the operation is active, and does not keep at first. */
const unkept = { kind: "gap", agencyId: rilo.id, until: null, unkept: true };

describe("the duty roster", () => {
  test("of a coordination unit is owed while the operation is active: its lack is told to whoever reads it", async () => {
    const from = operating[0]?.since.toISOString();
    for (const who of [lead, coordinator]) expect(await alarms(who)).toEqual([{ ...unkept, from }]);
    for (const who of [contact, thai]) expect(await alarms(who)).toEqual([]);
    await owner`update operations set state = 'follow_up'`;
    expect(await alarms(lead)).toEqual([]);
    await owner`update operations set state = 'active'`;
    await putOnRoster(coordinator, aCommand(aShift(coordinator.memberId, -1, 40)));
    for (const who of [lead, coordinator]) expect(await alarms(who)).toEqual([]);
  });

  test("is written by the own agency of its own people, and read by it, leads and the coordination unit", async () => {
    const shift = aShift(officer.memberId, -1, 14);
    const command = aCommand(shift);
    await putOnRoster(contact, command);
    expect(await putOnRoster(contact, command)).toEqual({ shift: shift.id });
    for (const who of [contact, officer, analyst, lead, coordinator]) {
      expect(await roster(who, vietnam.id)).toMatchObject([{ id: shift.id, contact: "+84 24 0000", present: true }]);
    }
    for (const who of [thai, partner]) expect(await roster(who)).toEqual([]);
    expect(await streamsTold("watch.rostered", shift.id)).toEqual(["unit", "unit", "watch"]);
    for (const who of [officer, analyst, partner]) {
      expect((await refusal(putOnRoster(who, aCommand(aShift(officer.memberId, 0, 1))))).kind).toBe("forbidden");
    }
    const ofOthers = await refusal(putOnRoster(lead, aCommand(aShift(officer.memberId, 0, 1))));
    expect(ofOthers.detail.fields).toEqual({ memberId: ["watch.member.elsewhere"] });
  });

  test("a wrong entry is struck by its agency, once, and stays on record", async () => {
    const { shift = "" } = await putOnRoster(thai, aCommand(aShift(thai.memberId, 0, 2)));
    expect((await refusal(strikeFromRoster(contact, aCommand({ shift })))).kind).toBe("not-found");
    expect((await refusal(strikeFromRoster(lead, aCommand({ shift })))).kind).toBe("forbidden");
    const both = await Promise.allSettled([1, 2].map(() => strikeFromRoster(thai, aCommand({ shift }))));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await roster(thai)).toEqual([]);
    expect(await owner`select struck_by from watch_shifts where id = ${shift}`).toEqual([{ struck_by: thai.memberId }]);
  });

  test("a gap in the coming twelve hours is an alarm for its agency and for leads and the coordination unit", async () => {
    expect(await alarms(thai)).toEqual([]);
    const { shift = "" } = await putOnRoster(thai, aCommand(aShift(thai.memberId, -1, 3)));
    const gap = { kind: "gap", agencyId: thailand.id, until: null };
    for (const who of [thai, lead, coordinator]) expect(await alarms(who)).toMatchObject([gap]);
    expect(await alarms(contact)).toEqual([]);
    const { shift: second = "" } = await putOnRoster(thai, aCommand(aShift(thai.memberId, 2, 15)));
    expect(await alarms(thai)).toEqual([]);
    await strikeFromRoster(thai, aCommand({ shift: second }));
    expect(await alarms(lead)).toHaveLength(1);
    await strikeFromRoster(thai, aCommand({ shift }));
    expect(await alarms(lead)).toEqual([]);
  });

  test("whoever is suspended is not on duty any more", async () => {
    expect(await alarms(contact)).toEqual([]);
    await owner`update members set state = 'suspended' where id = ${officer.memberId}`;
    expect(await alarms(contact)).toMatchObject([{ kind: "gap", agencyId: vietnam.id }]);
    expect(await roster(contact)).toMatchObject([{ present: false }]);
    await owner`update members set state = 'active' where id = ${officer.memberId}`;
  });

  test("before and after the operation nobody is missed", async () => {
    const { shift = "" } = await putOnRoster(thai, aCommand(aShift(thai.memberId, -1, 3)));
    await owner`update operations set state = 'debrief'`;
    expect(await alarms(lead)).toEqual([]);
    await owner`update operations set state = 'closed'`;
    expect((await refusal(strikeFromRoster(thai, aCommand({ shift })))).kind).toBe("forbidden");
    await owner`update operations set state = 'active'`;
    await strikeFromRoster(thai, aCommand({ shift }));
  });
});

describe("the watch log", () => {
  test("is of the own agency alone, whatever the role, and only added to", async () => {
    const entry = await note(contact, {});
    for (const who of [contact, analyst]) expect(await log(who, vietnam.id)).toMatchObject([{ id: entry }]);
    for (const who of [officer, thai, lead, coordinator, partner]) expect(await log(who, vietnam.id)).toEqual([]);
    for (const who of [officer, analyst, partner]) expect((await refusal(note(who, {}))).kind).toBe("forbidden");
    expect(await streamsTold("watch.noted", entry)).toEqual(["unit", "unit"]);
    const own = await note(coordinator, {});
    expect(await streamsTold("watch.noted", own)).toEqual(["desk", "unit", "unit"]);
    expect((await log(lead, rilo.id)).map(({ id }) => id)).toEqual([own]);
  });

  test("the instant is that of the database, whoever asks it to be another", async () => {
    const row = { operation_id: operationId, agency_id: vietnam.id, kind: "note", text: "Earlier" };
    const forged = { ...row, id: crypto.randomUUID(), author_id: contact.memberId, at: "2021-01-01T00:00:00Z" };
    const { at: _at, ...plain } = { ...forged, id: crypto.randomUUID() };
    const smuggled = (work: (sql: TransactionSql) => Promise<unknown>) =>
      world.app.sql.begin(async (sql) => {
        await sql`select set_config('naga.token', ${contact.token}, true), set_config('naga.operation', ${operationId}, true)`;
        return work(sql);
      });
    await smuggled((sql) => sql`insert into watch_entries ${sql(plain)}`);
    const refused = { code: "42501" };
    await expect(smuggled((sql) => sql`insert into watch_entries ${sql(forged)}`)).rejects.toMatchObject(refused);
    await expect(smuggled((sql) => sql`update watch_entries set text = ''`)).rejects.toMatchObject(refused);
    await expect(smuggled((sql) => sql`delete from watch_entries`)).rejects.toMatchObject(refused);
  });

  test("a correction is an entry about an earlier one of the same log; a promise is open until it is said to be kept", async () => {
    const promise = await note(contact, { kind: "promise", text: "Lab result by noon" });
    const open = () => read(contact, (tx) => openPromises(tx, { operationId, agencyId: vietnam.id }));
    await note(contact, { kind: "correction", about: promise, text: "Lab result by six" });
    expect(await open()).toMatchObject([{ id: promise, text: "Lab result by noon" }]);
    const foreign = note(thai, { kind: "correction", about: promise, text: "No" });
    expect((await refusal(foreign)).kind).toBe("not-found");
    const plain = await note(contact, {});
    expect((await refusal(note(contact, { kind: "kept", about: plain, text: "" }))).kind).toBe("conflict");
    await note(contact, { kind: "kept", about: promise, text: "" });
    expect(await open()).toEqual([]);
    expect((await log(contact, vietnam.id)).filter(({ about }) => about === promise)).toHaveLength(2);
  });

  test("the same command writes once, and another text under its id is refused", async () => {
    const before = (await log(contact, vietnam.id)).length;
    const input = EntryInput.parse({ id: crypto.randomUUID(), kind: "note", about: null, text: "Once" });
    const command = aCommand(input);
    expect(await noteInLog(contact, command)).toEqual(await noteInLog(contact, command));
    expect(await log(contact, vietnam.id)).toHaveLength(before + 1);
    const other = noteInLog(contact, { ...command, input: { ...input, text: "Twice" } });
    expect((await refusal(other)).kind).toBe("conflict");
  });
});
