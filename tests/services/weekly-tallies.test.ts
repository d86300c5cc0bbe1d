import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { LocalDate } from "#app/domain/local-date.ts";
import { TallyInput } from "#app/domain/tally/tally.ts";
import { sumOf } from "#app/domain/tally/totals.ts";
import { clearReport } from "#app/services/clearance.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { postTallies } from "#app/services/tallies.server.ts";
import { settleTallyQuestions } from "#app/services/tally-watch.server.ts";
import { read } from "#app/services/write.server.ts";
import { tallyDayPage, tallyWeekPage } from "#app/tally-page.server.ts";
import { tallyCalendar } from "#db/queries/tallies.server.ts";
import { arrestedByDay, casesByGroup, tallyDifferences } from "#db/queries/tally-cases.server.ts";
import { tallyTotals } from "#db/queries/tally-totals.server.ts";
import { listTallyQuestions } from "#db/queries/tally-watch.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aCommand, agencyOf, aWorld } from "#tests/support/world.ts";

/** A tally every Friday; Friday the 28th and Saturday the 29th of May are holidays, so that one comes on Sunday. */
const FRIDAY = 5;
const HOLIDAYS = ["2021-05-28", "2021-05-29"];
const PHASE = { from: "2021-04-15", to: "2021-08-31" };

const world = await aWorld();
afterAll(() => world.close());
const { operationId, owner } = world;
const vietnam = agencyOf(world, "VN-CUS");
const lead = await world.join({ role: "lead", agency: agencyOf(world, "RILO") });
const contact = await world.join({ role: "ncp", agency: vietnam });
const officer = await world.join({ role: "reporter", agency: vietnam });

beforeAll(async () => {
  await owner`insert into tally_promises ${owner({
    ...{ operation_id: operationId, id: uuid(), agency_id: vietnam.id, rhythm: "weekly", weekday: FRIDAY },
    ...{ from_day: "2021-04-15", days_off: [], holidays: HOLIDAYS, zone: "Asia/Bangkok" },
    ...{ made_by: uuid(), made_at: "2021-04-01", begun_by: uuid() },
  })}`;
});

const post = (day: LocalDate, cases: number, baseVersion = 0) => {
  const groups = cases === 0 ? [] : [{ group: "F2", cases }];
  const tally = TallyInput.parse({ day, nil: cases === 0, groups, baseVersion });
  return postTallies(officer, aCommand({ tallies: [tally] }));
};
async function release(...days: LocalDate[]): Promise<void> {
  for (const occurredOn of days) {
    const input = aSeizureInput({ occurredOn });
    await submitReport(officer, aCommand(input));
    await clearReport(contact, aCommand({ seizure: input.id, step: 1, baseVersion: 1, note: "" }));
  }
}
const differences = async (from: LocalDate, to = from) =>
  (await read(lead, (tx) => tallyDifferences(tx, operationId, { from, to }))).map(({ day, said, seen }) => ({
    ...{ day, said, seen },
  }));
const standingOn = async (day: LocalDate) =>
  (await read(contact, (tx) => tallyCalendar(tx, { from: day, to: day, at: new Date() }))).map(({ mark, owed }) => [
    mark,
    owed,
  ])[0];
const asked = async (day: LocalDate) => {
  await settleTallyQuestions(world.house);
  const questions = await read(contact, (tx) => listTallyQuestions(tx, operationId, { from: day, to: day }));
  return questions.map(({ said, seen, closedAs }) => [said, seen, closedAs]);
};

test("a week's cases told on Friday are those of the whole week, and no question", async () => {
  await release("2021-05-15", "2021-05-17", "2021-05-18", "2021-05-20", "2021-05-21");
  await post("2021-05-21", 5);
  expect(await differences(PHASE.from, PHASE.to)).toEqual([]);
  expect(await asked("2021-05-21")).toEqual([]);
});

test("a case of another weekday that Friday's tally does not hold is asked about, until the tally is mended", async () => {
  await release("2021-05-19");
  expect(await differences("2021-05-21")).toEqual([{ day: "2021-05-21", said: 5, seen: 6 }]);
  expect(await differences("2021-05-19")).toEqual([]);
  expect(await asked("2021-05-21")).toEqual([[5, 6, null]]);
  await post("2021-05-21", 6, 1);
  expect(await asked("2021-05-21")).toEqual([[5, 6, "mended"]]);
});

test("where Friday is a holiday, the tally of the day after it stands for the days between, and nobody owes one before", async () => {
  expect(await standingOn("2021-05-28")).toEqual(["not_due", false]);
  await release("2021-05-24", "2021-05-28", "2021-05-30");
  await post("2021-05-30", 2);
  expect(await differences("2021-05-22", "2021-05-31")).toEqual([{ day: "2021-05-30", said: 2, seen: 3 }]);
  await post("2021-05-30", 3, 1);
  expect(await differences("2021-05-22", "2021-05-31")).toEqual([]);
  await release("2021-05-31");
  expect(await differences("2021-05-22", "2021-05-31")).toEqual([]);
});

test("a weekly nil is contradicted by Wednesday's seizure, and by none of the week before or after", async () => {
  await post("2021-06-18", 0);
  await release("2021-06-11", "2021-06-19");
  expect(await standingOn("2021-06-18")).toEqual(["late", true]);
  await release("2021-06-16");
  expect(await standingOn("2021-06-18")).toEqual(["missing", true]);
  expect(await standingOn("2021-06-16")).toEqual(["not_due", false]);
  await post("2021-06-18", 1, 1);
  expect(await standingOn("2021-06-18")).toEqual(["late", true]);
});

test("a tally given in between stands for the days up to its own, and Friday's for the rest of the week", async () => {
  await release("2021-07-05", "2021-07-07", "2021-07-08");
  await post("2021-07-07", 2);
  await post("2021-07-09", 1);
  expect(await differences("2021-07-03", "2021-07-09")).toEqual([]);
  await release("2021-07-03");
  expect(await differences("2021-07-03", "2021-07-09")).toEqual([{ day: "2021-07-07", said: 2, seen: 3 }]);
});

test("pages and totals hold the week's cases on the day of its tally, also where a span of days begins within it", async () => {
  const span = { from: "2021-05-20", to: "2021-05-23" };
  const cases = await read(contact, (tx) => casesByGroup(tx, operationId, vietnam.id, span));
  expect(cases.map(({ day, cases: n }) => [day, n])).toEqual([["2021-05-21", 6]]);
  expect(await read(contact, (tx) => arrestedByDay(tx, operationId, vietnam.id, span))).toEqual(new Map());
  const day = await read(contact, (tx, self) => tallyDayPage(tx, self, { agencyId: vietnam.id, day: "2021-05-21" }));
  expect(day).toMatchObject({ since: "2021-05-15", cases: [{ cases: 6 }] });
  // What would be said on a Wednesday is what there was since the last tally.
  const wednesday = await read(contact, (tx, self) =>
    tallyDayPage(tx, self, { agencyId: vietnam.id, day: "2021-05-26" }),
  );
  expect(wednesday).toMatchObject({ since: "2021-05-22", cases: [{ cases: 1 }] });
  const week = await read(contact, (tx, self) => tallyWeekPage(tx, self));
  expect(week.days.map((one) => one.day)).toEqual(["2021-09-03", "2021-09-10"]);
  expect(week.days[0]?.since).toBe("2021-08-28");
  const totals = await read(lead, (tx) =>
    tallyTotals(tx, { operationId, ...span, at: new Date(), agencies: [vietnam.id] }),
  );
  expect(sumOf(totals.groups)).toMatchObject({ said: 6, seen: 6, unreported: 0, untallied: 0, untold: 0 });
  const all = await read(lead, (tx) =>
    tallyTotals(tx, { operationId, ...PHASE, at: new Date(), agencies: [vietnam.id] }),
  );
  const { said, seen, unreported, untallied, untold } = sumOf(all.groups);
  expect(said - unreported + untallied + untold).toBe(seen);
  expect([said, seen, untallied]).toEqual([13, 17, 1]);
});
