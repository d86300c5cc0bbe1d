import { v7 as uuid } from "uuid";
import { afterAll, describe, expect, test } from "vitest";
import type { LocalDate } from "#app/domain/local-date.ts";
import { TallyInput } from "#app/domain/tally/tally.ts";
import { loader as byMachine, action as fromMachine } from "#app/routes/api.v1.operations.$operationId.tallies.ts";
import { action as toAgency } from "#app/routes/operations.$operationId.participants.$agencyId.tsx";
import { loader as calendarPage } from "#app/routes/operations.$operationId.tallies._index.tsx";
import { loader as dayPage, action as saidOfDay } from "#app/routes/operations.$operationId.tallies.$agencyId.$day.tsx";
import { loader as weekPage } from "#app/routes/operations.$operationId.tallies.week.tsx";
import type { Acting } from "#app/services/house.server.ts";
import { postTallies } from "#app/services/tallies.server.ts";
import { read } from "#app/services/write.server.ts";
import { listPromises } from "#db/queries/tallies.server.ts";
import { visit } from "#tests/support/visit.ts";
import { aCommand, agencyOf, aWorld } from "#tests/support/world.ts";

const world = await aWorld();
afterAll(() => world.close());
const { operationId } = world;
const vietnam = agencyOf(world, "VN-CUS");
const lead: Acting = await world.join({ role: "lead", agency: agencyOf(world, "RILO") });
const contact: Acting = await world.join({ role: "ncp", agency: vietnam });
const officer: Acting = await world.join({ role: "reporter", agency: vietnam });
const home = `/operations/${operationId}`;

const as = ({ token }: Acting, params: Record<string, string> = {}) => ({
  house: world.house,
  token,
  params: { operationId, ...params },
});
const post = (who: Acting, ...tallies: object[]) =>
  postTallies(who, aCommand({ tallies: tallies.map((tally) => TallyInput.parse(tally)) }));

describe("what an agency promises", () => {
  type Form = Record<string, string | string[]>;
  const blank = { rhythm: "daily", fromDay: "2099-01-01", toDay: "", weekday: "", holidays: "", zone: "Asia/Bangkok" };
  const promise = (who: Acting, form: Form) =>
    visit(toAgency, `${home}/participants/${vietnam.id}`, {
      ...as(who, { agencyId: vietnam.id }),
      form: { intent: "promise", command: uuid(), ...blank, ...form },
    });
  const promised = () => read(contact, (tx) => listPromises(tx, operationId, vietnam.id));
  const refused = (fields: Record<string, string[]>) => ({ status: 422, data: { refused: { fields } } });

  test("days off that are ticked, and holidays as they are pasted, each once and in order", async () => {
    const holidays = "2099-05-01, 2099-04-30;2099-05-01\r\n\r\n2099-09-02 ";
    const form = { rhythm: "working_days", "daysOff[]": ["5", "6"], holidays, toDay: "2099-12-31" };
    expect(await promise(contact, form)).toMatchObject({ status: 200 });
    expect(await promised()).toEqual([
      {
        ...{ rhythm: "working_days", fromDay: "2099-01-01", toDay: "2099-12-31", weekday: null, daysOff: [5, 6] },
        ...{ holidays: ["2099-04-30", "2099-05-01", "2099-09-02"], zone: "Asia/Bangkok" },
        madeAt: expect.any(String),
      },
    ]);
  });

  test("where no day is ticked there is no day off, and the last promise stands first", async () => {
    await promise(contact, { rhythm: "weekly", weekday: "5" });
    expect((await promised())[0]).toMatchObject({ rhythm: "weekly", weekday: 5, daysOff: [], toDay: null });
  });

  test("errors stand at the fields, and what was typed comes back", async () => {
    const before = await promised();
    expect(await promise(contact, { rhythm: "weekly" })).toMatchObject(refused({ weekday: ["tally.weekday.missing"] }));
    expect(await promise(contact, { rhythm: "standing_nil" })).toMatchObject(
      refused({ toDay: ["tally.standing.end"] }),
    );
    expect(await promise(contact, { fromDay: "" })).toMatchObject(refused({ fromDay: ["date.malformed"] }));
    const past = await promise(contact, { fromDay: "2021-05-01", holidays: "2021-05-03" });
    expect(past).toMatchObject(refused({ fromDay: ["tally.promise.past"] }));
    expect(past).toMatchObject({ data: { refused: { intent: "promise", form: { holidays: "2021-05-03" } } } });
    expect(await promise(contact, { holidays: "2099-05-01 30.4.2099" })).toMatchObject(
      refused({ holidays: ["date.malformed"] }),
    );
    expect(await promise(contact, { "daysOff[]": ["1", "2", "3", "4", "5", "6", "7"] })).toMatchObject(
      refused({ "daysOff[]": ["tally.days_off.all"] }),
    );
    expect(await promise(officer, {})).toMatchObject({ status: 403 });
    expect(await promised()).toEqual(before);
  });
});

test("a line of which only the second amount is filled in is no blank line", async () => {
  const day = "2021-09-01";
  const line = "tallies.0.groups.0";
  const answer = await visit(saidOfDay, `${home}/tallies/${vietnam.id}/${day}`, {
    ...as(officer, { agencyId: vietnam.id, day }),
    form: {
      ...{ intent: "post", command: uuid(), "tallies.0.day": day, "tallies.0.baseVersion": "0" },
      ...{ "tallies.0.said": "some", "tallies.0.arrested": "1", [`${line}.group`]: "", [`${line}.cases`]: "" },
      ...{ [`${line}.quantities.0.quantity`]: "", [`${line}.quantities.1.quantity`]: "7" },
      ...{ [`${line}.quantities.1.unit`]: "kg" },
    },
  });
  expect(answer).toMatchObject({
    status: 422,
    data: { refused: { fields: { [`${line}.group`]: ["commodity.malformed"] } } },
  });
});

describe("pages", () => {
  test("the week has the last days of the phase, each with what is on record of it", async () => {
    await post(officer, { day: "2021-09-14", nil: true });
    const { data } = await visit(weekPage, `${home}/tallies/week`, as(officer));
    const days = data.days as { day: LocalDate; mark: string; said: { nil: boolean } | null }[];
    expect(data).toMatchObject({ from: "2021-09-02", to: "2021-09-15" });
    expect(days.map(({ day, mark, said }) => [day, mark, said?.nil ?? null]).slice(-2)).toEqual([
      ["2021-09-14", "late", true],
      ["2021-09-15", "missing", null],
    ]);
    expect(days).toHaveLength(14);
  });

  test("a lead sees every agency's marks in the calendar, an agency its own and what it said", async () => {
    type Page = { agencies: { id: string }[]; own: { day: LocalDate }[]; from: LocalDate; may: object };
    const page = async (who: Acting, query = "") => {
      const { data } = await visit(calendarPage, `${home}/tallies${query}`, as(who));
      return data as Page;
    };
    expect((await page(lead, "?span=week")).agencies).toHaveLength(5);
    expect(await page(lead)).toMatchObject({ own: [], from: "2021-08-16", may: { write: false, ask: true } });
    expect((await page(lead, "?span=operation")).from).toBe("2021-04-15");
    const own = await page(contact, "?span=week");
    expect(own.agencies.map(({ id }) => id)).toEqual([vietnam.id]);
    expect(own).toMatchObject({ own: [{ day: "2021-09-14", nil: true }], may: { write: true, ask: false } });
  });

  test("a day says who wrote it to the agency alone, and no day is shown outside the phase", async () => {
    const page = (who: Acting, day: LocalDate, agencyId = vietnam.id) =>
      visit(dayPage, `${home}/tallies/${agencyId}/${day}`, as(who, { agencyId, day }));
    const named = { versions: [{ version: 1, nil: true, author: "Officer VN-CUS" }] };
    expect(await page(contact, "2021-09-14")).toMatchObject({ data: { ...named, isOwn: true, after: "2021-09-15" } });
    expect(await page(lead, "2021-09-14")).toMatchObject({
      data: { versions: [{ version: 1, author: "" }], isOwn: false },
    });
    expect(await page(contact, "2021-09-15")).toMatchObject({ data: { after: null, standing: { mark: "missing" } } });
    expect(await page(contact, "2021-04-15")).toMatchObject({ data: { before: null } });
    for (const day of ["2021-04-14", "2021-09-16", "tomorrow"]) {
      expect(await page(contact, day), day).toMatchObject({ status: 404 });
    }
    expect(await page(lead, "2021-09-14", uuid())).toMatchObject({ status: 404 });
    expect(await page(contact, "2021-09-14", agencyOf(world, "TH-CUS").id)).toMatchObject({ status: 403 });
  });
});

describe("by machine", () => {
  const visiting = (who: Acting) => ({
    ...as(who),
    token: undefined,
    headers: { Authorization: `Bearer ${who.token}` },
  });
  const ask = (query: string) => visit(byMachine, `/api/v1${home}/tallies${query}`, visiting(contact));
  const send = async (who: Acting, body: object) => {
    const { house, params, headers } = visiting(who);
    const url = `http://naga.test/api/v1${home}/tallies`;
    const request = new Request(url, {
      method: "POST",
      headers: { ...headers, "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    return visit((args) => fromMachine({ ...args, request }), url, { house, params });
  };

  test("a span of days is answered with the mark of each and the tally that stands", async () => {
    await post(officer, { day: "2021-06-01", nil: true });
    await post(contact, { day: "2021-06-01", nil: false, arrested: 2, baseVersion: 1 });
    const said = await ask("?from=2021-06-01&to=2021-06-02");
    expect(said).toMatchObject({
      status: 200,
      data: {
        ...{ from: "2021-06-01", to: "2021-06-02", zone: "Asia/Ho_Chi_Minh" },
        days: [
          { day: "2021-06-01", mark: "late", reopened: false, tally: { version: 2, arrested: 2 } },
          { day: "2021-06-02", mark: "missing", dueAt: "2021-06-02T11:00:00.000Z", tally: null },
        ],
      },
    });
  });

  test("seven days where only the last is named; no backward or endless span, and no day that there is not", async () => {
    expect(await ask("?to=2021-06-20")).toMatchObject({ data: { from: "2021-06-14", to: "2021-06-20" } });
    expect(await ask("?from=2021-06-01&to=2021-09-01")).toMatchObject({ status: 200 });
    for (const query of ["?from=2021-06-02&to=2021-06-01", "?from=2021-06-01&to=2021-09-02"]) {
      expect(await ask(query), query).toMatchObject({ status: 422, data: { fields: { from: ["tally.span"] } } });
    }
    for (const query of ["?from=2021-02-30&to=2021-03-01", "?to=today", "?from=monday"]) {
      expect(await ask(query), query).toMatchObject({ status: 422, data: { code: "body.invalid" } });
    }
  });

  test("tallies are taken once per command, refused with the path of the fault, and stale ones with what stands", async () => {
    const body = { commandId: uuid(), tallies: [{ day: "2021-06-21", nil: true }] };
    expect(await send(contact, body)).toMatchObject({ status: 200, data: { versions: { "2021-06-21": "1" } } });
    expect(await send(contact, body)).toMatchObject({ status: 200, data: { versions: { "2021-06-21": "1" } } });
    const other = (tally: object) => send(contact, { commandId: uuid(), tallies: [tally] });
    expect(await other({ day: "2021-06-22", nil: false })).toMatchObject({
      status: 422,
      data: { fields: { "tallies.0.groups": ["tally.empty"] } },
    });
    expect(await other({ day: "2021-06-21", nil: false, arrested: 1 })).toMatchObject({
      status: 409,
      data: { current: { version: 1, nil: true } },
    });
    expect(await send(contact, { ...body, tallies: [{ day: "2021-06-23", nil: true }] })).toMatchObject({
      status: 409,
    });
  });
});
