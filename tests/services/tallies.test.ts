import { afterAll, beforeAll, expect, test } from "vitest";
import { Problem } from "#app/domain/problem.ts";
import { TallyPromise } from "#app/domain/tally/rhythm.ts";
import { TallyInput } from "#app/domain/tally/tally.ts";
import type { Acting } from "#app/services/house.server.ts";
import { askForTallies, postTallies, promiseTallies } from "#app/services/tallies.server.ts";
import { read } from "#app/services/write.server.ts";
import { listAsked, listTallies, tallyCalendar, tallyCoverage } from "#db/queries/tallies.server.ts";
import { casesByGroup, tallyDifferences } from "#db/queries/tally-cases.server.ts";
import { tallies as tallyTable } from "#db/schema.ts";
import { aRelease } from "#tests/access/cast.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

let world: World;
let lead: Acting;
let contact: Acting;
let officer: Acting;
let thai: Acting;
beforeAll(async () => {
  world = await aWorld();
  lead = await world.join({ role: "lead", agency: agencyOf(world, "RILO") });
  contact = await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
  officer = await world.join({ role: "reporter", agency: agencyOf(world, "VN-CUS") });
  thai = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
});
afterAll(() => world.close());

const vietnam = () => agencyOf(world, "VN-CUS").id;
const tally = (day: string, over: object = {}) => TallyInput.parse({ day, nil: true, ...over });
const seized = (day: string, cases = 1, over: object = {}) =>
  tally(day, { nil: false, groups: [{ group: "F2", cases, quantities: [{ quantity: "95500", unit: "g" }] }], ...over });
const post = (acting: Acting, ...tallies: TallyInput[]) => postTallies(acting, aCommand({ tallies }));
const on = (day: string) =>
  read(contact, (tx) => listTallies(tx, world.operationId, { agencyId: vietnam(), from: day, to: day }));
const refusal = async (work: Promise<unknown>) => {
  const thrown = await work.then(
    () => null,
    (problem: unknown) => problem,
  );
  return thrown instanceof Problem ? thrown : expect.fail("was not refused");
};
const eventsOf = (type: string) => world.owner`
  select s.kind, s.unit_id, b.body::jsonb as body from events e
  join streams s on s.id = e.stream_id join event_bodies b on b.event_id = e.id where e.type = ${type}`;

test("a tally is on record with its quantities in base units, and the watch and every unit of the agency hear of it", async () => {
  await post(officer, seized("2021-05-17", 2));
  const [version] = await on("2021-05-17");
  expect(version).toMatchObject({ version: 1, stands: true, groups: [{ group: "F2", cases: 2 }] });
  const [stored] = await world.owner`select quantity, unit, normalised, dimension from tally_quantities`;
  expect(stored).toEqual({ quantity: "95500", unit: "g", normalised: "95.5", dimension: "mass" });
  const told = await eventsOf("tally.posted");
  expect(told.map(({ kind }) => kind).sort()).toEqual(["unit", "unit", "watch"]);
  expect(told[0]?.body).toEqual({ agency: vietnam(), day: "2021-05-17", version: 1 });
});

test("the same command twice gives the same answer and one version; the same words again make none", async () => {
  const command = aCommand({ tallies: [tally("2021-05-18")] });
  const first = await postTallies(contact, command);
  expect(await postTallies(contact, command)).toEqual(first);
  expect(await post(officer, tally("2021-05-18"))).toEqual({ "2021-05-18": "1" });
  expect(await on("2021-05-18")).toHaveLength(1);
});

test("a correction keeps what was said before; one that is based on an older version is refused with what stands", async () => {
  await post(contact, tally("2021-05-19"));
  await post(officer, seized("2021-05-19", 1, { baseVersion: 1 }));
  const stale = await refusal(post(contact, seized("2021-05-19", 3, { baseVersion: 1 })));
  expect(stale).toMatchObject({ kind: "stale", detail: { current: { version: 2, groups: [{ cases: 1 }] } } });
  expect((await on("2021-05-19")).map(({ version, stands, nil }) => [version, stands, nil])).toEqual([
    [2, true, false],
    [1, false, true],
  ]);
});

test("two who are the first to speak of a day at once: one is, the other is told, and nothing is half-written", async () => {
  const both = await Promise.allSettled([
    post(contact, seized("2021-05-20", 1)),
    post(officer, seized("2021-05-20", 2)),
  ]);
  const refused = both.filter((one) => one.status === "rejected").map(({ reason }) => (reason as Problem).kind);
  expect(refused).toEqual(["stale"]);
  expect(await on("2021-05-20")).toHaveLength(1);
});

test("several days are taken together or not at all, and the fault is named where it is", async () => {
  const good = tally("2021-06-01");
  const faults: [TallyInput, string, string][] = [
    [tally("2021-04-14"), "tallies.1.day", "tally.day.outside"],
    [tally("2999-01-01"), "tallies.1.day", "tally.day.future"],
    [seized("2021-06-02", 1, { groups: [{ group: "Z9", cases: 1 }] }), "tallies.1.groups.0.group", "commodity.unknown"],
    [
      seized("2021-06-02", 1, { groups: [{ group: "F2", cases: 1, quantities: [{ quantity: "1", unit: "stone" }] }] }),
      "tallies.1.groups.0.quantities.0.unit",
      "code.unknown",
    ],
  ];
  for (const [bad, path, key] of faults) {
    expect((await refusal(post(contact, good, bad))).detail.fields).toEqual({ [path]: [key] });
  }
  expect(await on("2021-06-01")).toEqual([]);
  expect(await post(contact, tally("2021-06-03"), good)).toEqual({ "2021-06-01": "1", "2021-06-03": "1" });
});

const promise = (over: object) =>
  TallyPromise.parse({ rhythm: "none", fromDay: "2099-01-01", zone: "Asia/Bangkok", ...over });
const promised = (acting: Acting, agencyId: string, over: object = {}) =>
  promiseTallies(acting, aCommand({ id: crypto.randomUUID(), agencyId, promise: promise(over) }));

test("a contact point promises for its own agency from today on; a lead for any agency and any day", async () => {
  expect((await refusal(promised(contact, vietnam(), { fromDay: "2021-05-01" }))).detail.fields).toEqual({
    fromDay: ["tally.promise.past"],
  });
  expect((await refusal(promised(contact, agencyOf(world, "TH-CUS").id))).kind).toBe("forbidden");
  expect((await refusal(promised(officer, vietnam()))).kind).toBe("forbidden");
  await promised(contact, vietnam());
  await promised(lead, agencyOf(world, "LA-CUS").id, { fromDay: "2021-04-15" });
  const gone = await world.agency("MM-CUS");
  await world.owner`update participants set left_at = now() where agency_id = ${gone.id}`;
  expect((await refusal(promised(lead, gone.id))).kind).toBe("not-found");
});

test("only who is missing is asked, and the agency's units hear of it with the watch", async () => {
  const day = "2021-07-01";
  await post(thai, tally(day));
  const agencyIds = ["VN-CUS", "TH-CUS", "LA-CUS"].map((code) => agencyOf(world, code).id);
  expect(await askForTallies(lead, aCommand({ day, agencyIds }))).toEqual({ asked: "1" });
  const asked = await eventsOf("tally.asked");
  expect(asked.map(({ kind }) => kind).sort()).toEqual(["unit", "unit", "watch"]);
  expect((await refusal(askForTallies(contact, aCommand({ day, agencyIds })))).kind).toBe("forbidden");
  const heard = (acting: Acting) => read(acting, (tx) => listAsked(tx, world.operationId, { from: day, to: day }));
  expect(await heard(officer)).toMatchObject([{ agencyId: vietnam(), day }]);
  expect(await heard(lead)).toHaveLength(1);
  expect(await heard(thai)).toEqual([]);
});

test("the tally is held against the case reports of its day, group by group", async () => {
  await aRelease({ officer, contact });
  const day = "2021-05-17";
  const cases = await read(contact, (tx) => casesByGroup(tx, world.operationId, vietnam(), { from: day, to: day }));
  expect(cases).toEqual([{ day, group: "F2", cases: 1, quantities: [{ quantity: "12.5", unit: "kg" }] }]);
  const differences = () => read(lead, (tx) => tallyDifferences(tx, world.operationId, { from: day, to: day }));
  expect(await differences()).toEqual([
    { agencyId: vietnam(), day, group: "F2", measure: "cases", said: 2, seen: 1 },
    { agencyId: vietnam(), day, group: "F2", measure: "mass", said: 95.5, seen: 12.5 },
  ]);
  const quantities = [{ quantity: "12500", unit: "g" }];
  await post(contact, seized(day, 1, { baseVersion: 1, groups: [{ group: "F2", cases: 1, quantities }] }));
  expect(await differences()).toEqual([]);
});

const LATER = { from: "2021-05-17", to: "2021-05-17", at: new Date("2099-01-01T00:00:00Z") };

test("PostgreSQL itself shows an agency its own tallies, readers of facts a number, and observers nothing", async () => {
  const police = { agency: agencyOf(world, "VN-POL") };
  const rows = (acting: Acting) => read(acting, (tx) => tx.select().from(tallyTable));
  const calendar = (acting: Acting) => read(acting, (tx) => tallyCalendar(tx, LATER));
  const numbers = (acting: Acting) => read(acting, (tx) => tallyCoverage(tx, LATER));
  expect((await rows(lead)).length).toBeGreaterThan(5);
  expect(await rows(await world.join({ role: "ncp", ...police }))).toEqual([]);
  expect((await calendar(lead)).length).toBeGreaterThan(3);
  expect((await calendar(officer)).map(({ agencyId }) => agencyId)).toEqual([vietnam()]);
  const partner = await world.join({ role: "partner", ...police });
  expect([await rows(partner), await calendar(partner)]).toEqual([[], []]);
  expect((await numbers(partner)).get("2021-05-17")).toMatchObject({ reported: 0, late: 1, missing: 4, not_due: 1 });
  const observer = await world.join({ role: "observer", ...police });
  expect([await rows(observer), await calendar(observer), [...(await numbers(observer))]]).toEqual([[], [], []]);
});

test("once the operation is closed nothing more is said, by the table of access or past it", async () => {
  await world.owner`update operations set state = 'closed' where id = ${world.operationId}`;
  expect((await refusal(post(contact, tally("2021-08-01")))).kind).toBe("forbidden");
  const row = { operationId: world.operationId, agencyId: vietnam(), day: "2021-08-01", version: 1, nil: true };
  const past = world.app.db.transaction(async (tx) => {
    await tx.execute(
      `select set_config('naga.token', '${contact.token}', true), set_config('naga.operation', '${world.operationId}', true)`,
    );
    await tx.insert(tallyTable).values({ ...row, begunBy: crypto.randomUUID(), authorId: crypto.randomUUID() });
  });
  await expect(past).rejects.toMatchObject({ cause: { code: "42501" } });
});
