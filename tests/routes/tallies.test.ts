import { v7 as uuid } from "uuid";
import { afterAll, describe, expect, test } from "vitest";
import type { LocalDate } from "#app/domain/local-date.ts";
import { action as toCalendar } from "#app/routes/operations.$operationId.tallies._index.tsx";
import { loader as dayPage, action as toDay } from "#app/routes/operations.$operationId.tallies.$agencyId.$day.tsx";
import { action as toWeek } from "#app/routes/operations.$operationId.tallies.week.tsx";
import type { Acting } from "#app/services/house.server.ts";
import { read } from "#app/services/write.server.ts";
import { listTallies } from "#db/queries/tallies.server.ts";
import { visit } from "#tests/support/visit.ts";
import { agencyOf, aWorld } from "#tests/support/world.ts";

const world = await aWorld();
afterAll(() => world.close());
const vietnam = agencyOf(world, "VN-CUS");
const lead: Acting = await world.join({ role: "lead", agency: agencyOf(world, "RILO") });
const contact: Acting = await world.join({ role: "ncp", agency: vietnam });
const officer: Acting = await world.join({ role: "reporter", agency: vietnam });
const thai: Acting = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });

type Form = Record<string, string>;

const home = `/operations/${world.operationId}/tallies`;
const as = ({ token }: Acting, params: Record<string, string> = {}) => ({
  house: world.house,
  token,
  params: { operationId: world.operationId, ...params },
});

/** Sends the form of a day of the Vietnamese customs; a new command each time where the form names none. */
function send(who: Acting, day: LocalDate, form: Form, agencyId = vietnam.id) {
  const sent = { intent: "post", command: uuid(), mark: ",", ...form };
  return visit(toDay, `${home}/${agencyId}/${day}`, { ...as(who, { agencyId, day }), form: sent });
}

/** Sends several days of the sender's own agency at once. */
function sendWeek(who: Acting, form: Form) {
  return visit(toWeek, `${home}/week`, { ...as(who), form: { intent: "post", command: uuid(), mark: ",", ...form } });
}

function aDay(day: LocalDate, said: "nil" | "some" | "", over: Form = {}, row = 0): Form {
  const fields: Form = { day, baseVersion: "0", said, arrested: "", remark: "", ...over };
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [`tallies.${row}.${name}`, value]));
}

/** A line of goods as the page shows it: with a unit already chosen where nobody typed anything. */
function aLine(row: number, over: Form = {}): Form {
  const fields: Form = { group: "", cases: "", "quantities.0.quantity": "", "quantities.0.unit": "kg", ...over };
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [`groups.${row}.${name}`, value]));
}

const IVORY = { group: "F2", cases: "2", "quantities.0.quantity": "95,54" };
const METH = { group: "D1", cases: "1", "quantities.0.quantity": "5" };

function saidOn(from: LocalDate, to = from) {
  return read(contact, (tx) => listTallies(tx, world.operationId, { agencyId: vietnam.id, from, to }));
}

const refused = (fields: Record<string, string[]>) => ({ status: 422, data: { refused: { fields } } });

describe("what a form says", () => {
  test("blank lines and blank amounts are left out, and numbers are read as they are written here", async () => {
    const day = "2021-05-03";
    const goods = {
      ...aLine(0),
      ...aLine(2, { ...IVORY, cases: "12 500" }),
      ...aLine(5, {
        ...METH,
        "quantities.0.quantity": " ",
        "quantities.1.quantity": "1.234,5",
        "quantities.1.unit": "g",
      }),
    };
    const controls = { "controls.passengers": "1 200", "controls.vehicles": "０", "controls.parcels": "" };
    const form = aDay(day, "some", { ...goods, ...controls, arrested: "3", remark: " At the airport " });
    expect(await send(officer, day, form)).toMatchObject({ status: 200, data: { done: "post" } });
    expect(await saidOn(day)).toMatchObject([
      {
        ...{ nil: false, version: 1, arrested: 3, remark: "At the airport" },
        groups: [
          { group: "F2", cases: 12_500, quantities: [{ quantity: "95.54", unit: "kg" }] },
          { group: "D1", cases: 1, quantities: [{ quantity: "1234.5", unit: "g" }] },
        ],
        controls: { containers: null, parcels: null, passengers: 1_200, vehicles: 0 },
      },
    ]);
  });

  test("with a point for a decimal mark the same digits are another number", async () => {
    const day = "2021-05-04";
    await send(officer, day, {
      ...aDay(day, "some", aLine(0, { ...IVORY, "quantities.0.quantity": "1,234", "quantities.0.unit": "g" })),
      mark: ".",
    });
    expect((await saidOn(day))[0]?.groups[0]?.quantities).toEqual([{ quantity: "1234", unit: "g", confirmed: false }]);
  });

  test("nil is on record without a word more, and sent again after a lost line it is the same one", async () => {
    const day = "2021-05-05";
    const form = { ...aDay(day, "nil"), command: uuid() };
    const first = await send(officer, day, form);
    expect(first).toMatchObject({ status: 200 });
    expect(await send(officer, day, form)).toEqual(first);
    expect(await saidOn(day)).toMatchObject([{ nil: true, version: 1, groups: [], arrested: null }]);
  });

  test("without scripts a button adds a line: nothing is put on record, and everything typed comes back", async () => {
    const day = "2021-05-06";
    const form = aDay(day, "some", aLine(0, IVORY));
    const said = await send(officer, day, { ...form, step: "row" });
    expect(said).toMatchObject({ status: 200, data: { typed: form } });
    expect(await saidOn(day)).toEqual([]);
  });
});

describe("errors stand at the form's own fields", () => {
  const day = "2021-05-10";
  const faults = (over: Form) => send(officer, day, aDay(day, "some", over));
  const second = "tallies.0.groups.2";

  test("what nobody can read, in a line below blank ones", async () => {
    const line = aLine(2, { ...IVORY, cases: "two", "quantities.0.quantity": "", "quantities.1.quantity": "about 5" });
    expect(await faults({ ...aLine(0), ...line })).toMatchObject(
      refused({
        [`${second}.cases`]: ["tally.count.malformed"],
        [`${second}.quantities.1.quantity`]: ["decimal.malformed"],
      }),
    );
    expect(await faults({ ...aLine(0, IVORY), ...aLine(2, { ...METH, cases: "0" }) })).toMatchObject(
      refused({ [`${second}.cases`]: ["tally.cases.none"] }),
    );
    expect(await faults({ "controls.parcels": "1.5", arrested: "-1", ...aLine(0, IVORY) })).toMatchObject(
      refused({
        "tallies.0.arrested": ["tally.count.malformed"],
        "tallies.0.controls.parcels": ["tally.count.malformed"],
      }),
    );
  });

  test("a line of which only the goods, the cases or the amount are typed, or goods that are there twice", async () => {
    expect(await faults(aLine(2, { group: "F2" }))).toMatchObject(
      refused({ [`${second}.cases`]: [expect.any(String)] }),
    );
    expect(await faults(aLine(2, { cases: "1" }))).toMatchObject(
      refused({ [`${second}.group`]: [expect.any(String)] }),
    );
    expect(await faults(aLine(2, { "quantities.0.quantity": "7" }))).toMatchObject({ status: 422 });
    expect(await faults({ ...aLine(0), ...aLine(1, IVORY), ...aLine(2, IVORY) })).toMatchObject(
      refused({ [`${second}.group`]: ["tally.group.twice"] }),
    );
  });

  test("goods and units that only the lists know to be wrong", async () => {
    expect(await faults({ ...aLine(0), ...aLine(2, { ...IVORY, group: "Z9" }) })).toMatchObject(
      refused({ [`${second}.group`]: ["commodity.unknown"] }),
    );
    const stones = { "quantities.0.quantity": "", "quantities.1.quantity": "1", "quantities.1.unit": "stone" };
    expect(await faults({ ...aLine(0), ...aLine(2, { ...IVORY, ...stones }) })).toMatchObject(
      refused({ [`${second}.quantities.1.unit`]: ["code.unknown"] }),
    );
  });

  test("nil with counts, something that is nothing, and no answer at all; what was typed comes back", async () => {
    const form = aDay(day, "nil", aLine(0, IVORY));
    const said = await send(officer, day, form);
    expect(said).toMatchObject(refused({ "tallies.0.nil": ["tally.nil.counts"] }));
    expect(said).toMatchObject({ data: { refused: { intent: "post", form } } });
    expect(await faults(aLine(0))).toMatchObject(refused({ "tallies.0.groups": ["tally.empty"] }));
    expect(await send(officer, day, aDay(day, ""))).toMatchObject(refused({ tallies: ["tally.none"] }));
  });

  test("of all that was refused nothing is on record", async () => {
    expect(await saidOn(day)).toEqual([]);
  });
});

describe("several days at once", () => {
  test("days that wait for an answer are passed over, the others are taken", async () => {
    const form = { ...aDay("2021-06-01", "nil"), ...aDay("2021-06-02", "", aLine(0, IVORY), 1) };
    const said = await sendWeek(officer, { ...form, ...aDay("2021-06-03", "some", aLine(0, IVORY), 4) });
    expect(said).toMatchObject({ status: 200, data: { done: "post", days: ["2021-06-01", "2021-06-03"] } });
    expect((await saidOn("2021-06-01", "2021-06-03")).map((one) => one.day)).toEqual(["2021-06-01", "2021-06-03"]);
  });

  test("one bad day among them, and none is taken; the fault stands at that day's own field", async () => {
    const form = { ...aDay("2021-06-07", "", {}, 0), ...aDay("2021-06-08", "nil", {}, 1) };
    expect(await sendWeek(officer, { ...form, ...aDay("2021-04-14", "nil", {}, 3) })).toMatchObject(
      refused({ "tallies.3.day": ["tally.day.outside"] }),
    );
    expect(await sendWeek(officer, { ...form, ...aDay("2021-06-08", "nil", {}, 3) })).toMatchObject(
      refused({ "tallies.3.day": ["tally.day.twice"] }),
    );
    const goods = aDay("2021-06-09", "some", { ...aLine(0), ...aLine(1, { ...IVORY, group: "Z9" }) }, 3);
    expect(await sendWeek(officer, { ...form, ...goods })).toMatchObject(
      refused({ "tallies.3.groups.1.group": ["commodity.unknown"] }),
    );
    expect(await saidOn("2021-06-07", "2021-06-09")).toEqual([]);
  });
});

describe("who sends, and what was said in the meantime", () => {
  test("a form that began from an older version is refused with what stands now and what was typed", async () => {
    const day = "2021-06-14";
    await send(contact, day, aDay(day, "nil"));
    const late = aDay(day, "some", aLine(0, IVORY));
    expect(await send(officer, day, late)).toMatchObject({
      status: 409,
      data: { refused: { problem: "tally.stale", current: { nil: true, version: 1 }, form: late } },
    });
    expect(await send(officer, day, { ...late, "tallies.0.baseVersion": "1" })).toMatchObject({ status: 200 });
    expect((await saidOn(day)).map(({ version, stands }) => [version, stands])).toEqual([
      [2, true],
      [1, false],
    ]);
  });

  test("nobody posts on the page of another agency, and no page has forms that it does not know", async () => {
    const day = "2021-06-15";
    for (const who of [lead, thai]) expect(await send(who, day, aDay(day, "nil"))).toMatchObject({ status: 403 });
    expect(await send(officer, day, { ...aDay(day, "nil"), intent: "erase" })).toMatchObject({ status: 404 });
    expect(await send(officer, "2021-02-30", aDay(day, "nil"))).toMatchObject({ status: 404 });
    const read = (who: Acting, on: LocalDate) =>
      visit(dayPage, `${home}/${vietnam.id}/${on}`, as(who, { agencyId: vietnam.id, day: on }));
    expect(await read(officer, "2021-04-14")).toMatchObject({ status: 404 });
    expect(await read(lead, day)).toMatchObject({ status: 200, data: { isOwn: false, versions: [] } });
    expect(await saidOn(day)).toEqual([]);
  });

  test("a lead asks for what is missing, from the calendar and from a day; a form that names nobody is refused", async () => {
    const day = "2021-06-16";
    await send(officer, day, aDay(day, "nil"));
    const agencyIds = [vietnam, agencyOf(world, "TH-CUS"), agencyOf(world, "LA-CUS")].map(({ id }) => id).join(",");
    const ask = (who: Acting, form: Form) =>
      visit(toCalendar, home, { ...as(who), form: { intent: "ask", command: uuid(), day, ...form } });
    expect(await ask(lead, { agencyIds })).toMatchObject({ status: 200, data: { done: "ask", asked: "2" } });
    expect(await ask(contact, { agencyIds })).toMatchObject({ status: 403 });
    expect(await ask(lead, { agencyIds: "" })).toMatchObject({ status: 422 });
    expect(await ask(lead, { agencyIds, day: "yesterday" })).toMatchObject({ status: 422 });
    const one = { intent: "ask", day, agencyIds: vietnam.id };
    expect(await send(lead, day, one)).toMatchObject({ status: 200, data: { done: "ask", asked: "0" } });
  });
});
