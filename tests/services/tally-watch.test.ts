import { v7 as uuid } from "uuid";
import { afterAll, describe, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import type { LocalDate } from "#app/domain/local-date.ts";
import { Problem } from "#app/domain/problem.ts";
import { TallyInput } from "#app/domain/tally/tally.ts";
import { clearReport } from "#app/services/clearance.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { withdrawSeizure } from "#app/services/seizures.server.ts";
import { postTallies } from "#app/services/tallies.server.ts";
import { answerTallyQuestion, remindOfTallies, settleTallyQuestions } from "#app/services/tally-watch.server.ts";
import { read } from "#app/services/write.server.ts";
import { tallyCalendar } from "#db/queries/tallies.server.ts";
import { listReminders, listTallyQuestions } from "#db/queries/tally-watch.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { zoneAtNoon } from "#tests/support/noon.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

const world = await aWorld();
afterAll(() => world.close());
const { operationId, owner } = world;
const [vietnam, thailand] = [agencyOf(world, "VN-CUS"), agencyOf(world, "TH-CUS")];
const lead = await world.join({ role: "lead", agency: agencyOf(world, "RILO") });
const contact = await world.join({ role: "ncp", agency: vietnam });
const officer = await world.join({ role: "reporter", agency: vietnam });
const thai = await world.join({ role: "ncp", agency: thailand });
const coordinator = await world.join({ role: "ocu", agency: agencyOf(world, "RILO") });

const post = (day: LocalDate, cases: number, baseVersion = 0) => {
  const groups = cases === 0 ? [] : [{ group: "F2", cases }];
  return postTallies(
    officer,
    aCommand({ tallies: [TallyInput.parse({ day, nil: cases === 0, groups, baseVersion })] }),
  );
};
async function release(occurredOn: LocalDate): Promise<Id> {
  const input = aSeizureInput({ occurredOn });
  await submitReport(officer, aCommand(input));
  await clearReport(contact, aCommand({ seizure: input.id, step: 1, baseVersion: 1, note: "" }));
  return input.id;
}
const questionsOn = (day: LocalDate, who: Acting = contact) =>
  read(who, (tx) => listTallyQuestions(tx, operationId, { from: day, to: day }));
const told = async (type: string, day: LocalDate) => {
  const rows = await owner<{ kind: string }[]>`
    select s.kind from events e join streams s on s.id = e.stream_id join event_bodies b on b.event_id = e.id
    where e.type = ${type} and b.body::jsonb ->> 'day' = ${day} order by s.kind`;
  return rows.map(({ kind }) => kind);
};
const refusal = async (work: Promise<unknown>) => {
  const thrown = await work.catch((problem: unknown) => problem);
  return thrown instanceof Problem ? thrown : expect.fail("was not refused");
};

describe("where tally and case reports differ", () => {
  test("a question is asked once, of the agency and on the watch, and closes when the tally is mended", async () => {
    const day = "2021-05-17";
    await post(day, 2);
    await release(day);
    await settleTallyQuestions(world.house);
    await Promise.all([settleTallyQuestions(world.house), settleTallyQuestions(world.house)]);
    const [question, ...more] = await questionsOn(day);
    expect(more).toEqual([]);
    expect(question).toMatchObject({ agencyId: vietnam.id, group: "F2", said: 2, seen: 1, closedAs: null });
    expect(await told("tally.questioned", day)).toEqual(["unit", "unit", "watch"]);
    for (const who of [lead, coordinator, officer]) expect(await questionsOn(day, who)).toHaveLength(1);
    expect(await questionsOn(day, thai)).toEqual([]);
    await post(day, 1, 1);
    // At once for whoever looks, and on record when the clock comes by.
    expect(await questionsOn(day)).toMatchObject([{ id: question?.id, closedAs: "mended" }]);
    await settleTallyQuestions(world.house);
    expect(await told("tally.settled", day)).toEqual(["unit", "unit", "watch"]);
    expect(await questionsOn(day)).toMatchObject([{ id: question?.id, said: 2, seen: 1, closedAs: "mended" }]);
  });

  test("it closes as well when the case is taken back, and a new difference is a new question", async () => {
    const day = "2021-05-18";
    await post(day, 0);
    const seizure = await release(day);
    await settleTallyQuestions(world.house);
    expect(await questionsOn(day)).toMatchObject([{ said: 0, seen: 1, closedAs: null }]);
    await withdrawSeizure(contact, aCommand({ seizure, base: 1, reason: "Counted twice" }));
    await settleTallyQuestions(world.house);
    await post(day, 3, 1);
    await settleTallyQuestions(world.house);
    const asked = await questionsOn(day);
    expect(asked.map(({ said, seen, closedAs }) => [said, seen, closedAs])).toEqual([
      [0, 1, "mended"],
      [3, 0, null],
    ]);
  });

  test("the contact point may say why both are right; that holds until a number changes", async () => {
    const day = "2021-05-19";
    await post(day, 2);
    await settleTallyQuestions(world.house);
    const [asked] = await questionsOn(day);
    const answer = (who: Acting, text = "One parcel, two consignees.") =>
      answerTallyQuestion(who, aCommand({ question: asked?.id ?? "", answer: text }));
    for (const who of [officer, lead, coordinator]) expect((await refusal(answer(who))).kind).toBe("forbidden");
    expect((await refusal(answer(thai))).kind).toBe("not-found");
    await answer(contact);
    expect((await refusal(answer(contact))).kind).toBe("conflict");
    await settleTallyQuestions(world.house);
    expect(await questionsOn(day)).toMatchObject([{ closedAs: "answered", answer: "One parcel, two consignees." }]);
    expect(await told("tally.settled", day)).toEqual(["unit", "unit", "watch"]);
    await post(day, 4, 1);
    await settleTallyQuestions(world.house);
    expect((await questionsOn(day)).map(({ said, closedAs }) => [said, closedAs])).toEqual([
      [2, "answered"],
      [4, null],
    ]);
  });

  test("a question whose difference is gone takes no answer", async () => {
    const day = "2021-05-20";
    await post(day, 1);
    await settleTallyQuestions(world.house);
    const [asked] = await questionsOn(day);
    await post(day, 0, 1);
    const answer = answerTallyQuestion(contact, aCommand({ question: asked?.id ?? "", answer: "No." }));
    expect((await refusal(answer)).message).toBe("question.closed");
  });

  test("reports that may still come are waited for, as long as the plan allows; a case too many is asked at once", async () => {
    const running = await aWorld({ startsOn: daysFromToday(-3), endsOn: daysFromToday(3) });
    try {
      const [yesterday, inPatience] = [daysFromToday(-1), daysFromToday(-2)];
      const own = await running.join({ role: "reporter", agency: agencyOf(running, "VN-CUS") });
      const point = await running.join({ role: "ncp", agency: agencyOf(running, "VN-CUS") });
      const some = TallyInput.parse({ day: inPatience, nil: false, groups: [{ group: "F2", cases: 2 }] });
      await postTallies(own, aCommand({ tallies: [some, TallyInput.parse({ day: yesterday, nil: true })] }));
      const input = aSeizureInput({ occurredOn: yesterday });
      await submitReport(own, aCommand(input));
      await clearReport(point, aCommand({ seizure: input.id, step: 1, baseVersion: 1, note: "" }));
      await settleTallyQuestions(running.house);
      const asked = await read(point, (tx) =>
        listTallyQuestions(tx, running.operationId, { from: inPatience, to: yesterday }),
      );
      expect(asked.map(({ day, said, seen }) => [day, said, seen])).toEqual([[yesterday, 0, 1]]);
      await running.owner`update operation_plans set late_limit_hours = 1`;
      await settleTallyQuestions(running.house);
      const more = await read(point, (tx) =>
        listTallyQuestions(tx, running.operationId, { from: inPatience, to: yesterday }),
      );
      expect(more).toHaveLength(2);
    } finally {
      await running.close();
    }
  });
});

test("seen from a past instant, a case that was withdrawn since still stands on its nil day", async () => {
  const day = "2021-06-01";
  await post(day, 0);
  const seizure = await release(day);
  const [between] = await owner<{ at: Date }[]>`select clock_timestamp() as at`;
  await withdrawSeizure(contact, aCommand({ seizure, base: 1, reason: "Counted twice" }));
  const markAt = async (at: Date) =>
    (await read(contact, (tx) => tallyCalendar(tx, { from: day, to: day, at }))).map(({ mark }) => mark);
  expect(await markAt(between?.at ?? new Date(0))).toEqual(["missing"]);
  expect(await markAt(new Date("2099-01-01T00:00:00Z"))).toEqual(["late"]);
});

/** In the zone of the operation. */
function daysFromToday(days: number): LocalDate {
  const here = new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000);
  return here.toISOString().slice(0, 10);
}

async function promiseOf(of: World, agencyId: Id, over: object) {
  const row = {
    ...{ operation_id: of.operationId, id: uuid(), agency_id: agencyId, rhythm: "daily", from_day: "2021-04-01" },
    ...{ days_off: [], holidays: [], zone: "Asia/Bangkok", made_by: uuid(), made_at: "2021-04-01", begun_by: uuid() },
    ...over,
  };
  await of.owner`insert into tally_promises ${of.owner(row)}`;
}

describe("reminders", () => {
  type Sent = { agency: Id; day: LocalDate; kind: string; at: string };
  const local = (at: Date, zone: string) =>
    new Intl.DateTimeFormat("sv", { timeZone: zone, dateStyle: "short", timeStyle: "short" }).format(at);

  /** Lets the clock of the reminders go in quarters of an hour and keeps what it sends, as the job does. */
  async function run(agencies: Id[], from: string, hours: number): Promise<Sent[]> {
    const sent: Sent[] = [];
    const start = Date.parse(from);
    for (let quarter = 0; quarter <= hours * 4; quarter++) {
      const at = new Date(start + quarter * 900_000);
      const due = await owner<{ agency_id: Id; day: LocalDate; kind: string }[]>`
        select agency_id, day::text, kind from tally_reminders_due(${operationId}, ${at}) where agency_id = any(${agencies})`;
      for (const { agency_id, day, kind } of due) {
        await owner`insert into tally_reminders ${owner({ operation_id: operationId, agency_id, day, kind, at })}`;
        sent.push({ agency: agency_id, day, kind, at: at.toISOString() });
      }
    }
    return sent;
  }

  test("two hours before the deadline, after it, and once more the next day; nothing once it is on record", async () => {
    const sent = await run([agencyOf(world, "LA-CUS").id], "2021-07-05T00:00:00Z", 33);
    const on = (day: LocalDate) =>
      sent.filter((row) => row.day === day).map(({ kind, at }) => [kind, local(new Date(at), "Asia/Ho_Chi_Minh")]);
    expect(on("2021-07-05")).toEqual([
      ["before", "2021-07-05 16:00"],
      ["missing", "2021-07-05 18:15"],
      ["again", "2021-07-06 14:15"],
    ]);
    expect(on("2021-07-06")).toEqual([["before", "2021-07-06 16:00"]]);
    expect(on("2021-06-27")).toEqual([]);
    await owner`insert into tallies ${owner({
      ...{ operation_id: operationId, agency_id: agencyOf(world, "LA-CUS").id, day: "2021-07-07", version: 1 },
      ...{ begun_by: uuid(), nil: true, author_id: uuid(), at: "2021-07-07T08:00:00Z" },
    })}`;
    const after = await run([agencyOf(world, "LA-CUS").id], "2021-07-07T02:00:00Z", 12);
    expect(after.filter(({ day }) => day === "2021-07-07")).toEqual([]);
  });

  test("where the deadline is at night, the evening before; never on a day off or a holiday, nor at night", async () => {
    const abroad = await world.agency("US-CUS");
    const zone = "America/New_York";
    await promiseOf(world, abroad.id, { rhythm: "working_days", days_off: [6, 7], holidays: ["2021-07-05"], zone });
    // Monday the fifth is a holiday; the deadline of the sixth is at 07:00 in New York.
    const sent = await run([abroad.id], "2021-07-05T12:00:00Z", 60);
    const on = (day: LocalDate) =>
      sent.filter((row) => row.day === day).map(({ kind, at }) => [kind, local(new Date(at), zone)]);
    expect(on("2021-07-05")).toEqual([]);
    expect(on("2021-07-06")).toEqual([
      ["missing", "2021-07-06 07:15"],
      ["again", "2021-07-07 07:00"],
    ]);
    expect(on("2021-07-07")).toEqual([
      ["before", "2021-07-06 19:00"],
      ["missing", "2021-07-07 07:15"],
    ]);
    const keys = sent.map(({ day, kind }) => `${day} ${kind}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { at } of sent) {
      const [day = "", time = ""] = local(new Date(at), zone).split(" ");
      expect(time >= "07:00" && time < "21:00" && day !== "2021-07-05").toBe(true);
    }
  });

  test("two runners at once, and a third after them, send each once; its agency and the watch hear of it", async () => {
    const running = await aWorld({ startsOn: daysFromToday(-2), endsOn: daysFromToday(2) });
    try {
      const agency = agencyOf(running, "VN-CUS");
      await promiseOf(running, agency.id, { zone: zoneAtNoon() });
      const point = await running.join({ role: "ncp", agency });
      await Promise.all([remindOfTallies(running.house), remindOfTallies(running.house)]);
      await remindOfTallies(running.house);
      const yesterday = daysFromToday(-1);
      const sent = await read(point, (tx) =>
        listReminders(tx, running.operationId, { from: yesterday, to: yesterday }),
      );
      expect(sent.map(({ agencyId, kind }) => [agencyId, kind])).toEqual([[agency.id, "missing"]]);
      const events = await running.owner`
        select s.kind from events e join streams s on s.id = e.stream_id join event_bodies b on b.event_id = e.id
        where e.type = 'tally.reminded' and b.body::jsonb ->> 'day' = ${yesterday}
          and b.body::jsonb ->> 'agency' = ${agency.id} order by s.kind`;
      expect(events.map(({ kind }) => kind)).toEqual(["unit", "unit", "watch"]);
      await running.owner`update operations set state = 'debrief'`;
      await running.owner`delete from tally_reminders`;
      expect(await remindOfTallies(running.house)).toBe(0);
    } finally {
      await running.close();
    }
  });
});
