import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { instantAt, type LocalDate } from "#app/domain/local-date.ts";
import { coverageOf, type TallyMark } from "#app/domain/tally/mark.ts";
import { type Agency, agencyOf, aWorld } from "#tests/support/world.ts";
import { Facts } from "../domain/figures/arbitrary-fact.ts";
import { asCounted, Scene, type Seized, SPAN, type Told } from "./arbitrary-tally.ts";
import { storeFacts } from "./store-facts.ts";
import { type Recounted, recount, recountSpans, type Terms } from "./tally-recount.ts";

const TERMS: Terms = { zone: "Asia/Ho_Chi_Minh", cutOff: "18:00", startsOn: "2021-03-18", endsOn: "2021-04-12" };
const world = await aWorld({ startsOn: TERMS.startsOn, endsOn: TERMS.endsOn });
afterAll(() => world.close());
const { owner, operationId } = world;
const [fact] =
  fc.sample(
    Facts(2).filter((facts) => facts.length > 0),
    { numRuns: 1, seed: 3 },
  )[0] ?? [];

/** Puts what was told in the place of whatever was there; of each agency of the world one. */
async function tell(told: readonly Told[], terms: Terms): Promise<Agency[]> {
  await owner`truncate tally_quantities, tally_groups, tallies, tally_promises, seizure_facts cascade`;
  await owner`update operation_plans set zone = ${terms.zone}, cut_off = ${terms.cutOff}`;
  const agencies = Object.values(world.agencies).slice(0, told.length);
  for (const [place, agency] of agencies.entries()) {
    const one = told[place];
    if (!one) continue;
    const { reportsByDefault, joinedOn, leftAt } = one;
    await owner`update participants set joined_on = ${joinedOn}, left_at = ${leftAt}, reads_all = ${reportsByDefault}
                where agency_id = ${agency.id}`;
    await say(agency.id, one);
  }
  return agencies;
}

async function say(agencyId: string, { promises, tallies, seized }: Told): Promise<void> {
  const part = { operation_id: operationId, agency_id: agencyId };
  for (const { rhythm, fromDay, toDay, weekday, daysOff, holidays, madeAt } of promises) {
    await owner`insert into tally_promises ${owner({
      ...{ ...part, id: randomUUID(), rhythm, from_day: fromDay, to_day: toDay, weekday, days_off: daysOff, holidays },
      ...{ zone: "Asia/Bangkok", made_by: randomUUID(), made_at: madeAt, begun_by: randomUUID() },
    })}`;
  }
  const numbers = new Map<string, number>();
  for (const { day, nil, at } of tallies) {
    const version = (numbers.get(day) ?? 0) + 1;
    numbers.set(day, version);
    await owner`update tallies set ended_by = ${randomUUID()} where agency_id = ${agencyId} and day = ${day}`;
    await owner`insert into tallies ${owner({ ...part, day, version, nil, at, begun_by: randomUUID(), author_id: randomUUID() })}`;
  }
  for (const one of seized) await seize(agencyId, one);
}

const UNLIKE: Record<Seized["as"], object> = {
  seizure: {},
  takedown: { eventKind: "controlled_delivery_takedown" },
  verified: { state: "verified" },
  withdrawn: { state: "withdrawn" },
  merged: { state: "merged" },
  other_kind: { eventKind: "detention" },
  outside: { outsideWindow: true },
  not_shared: {},
  superseded: {},
};

async function seize(agencyId: string, { day, as, releasedAt }: Seized): Promise<void> {
  if (!fact) throw new Error("no fact");
  const row = {
    ...{ ...fact, id: randomUUID(), agencyId, operationalDay: day, releasedAt: releasedAt.toISOString() },
    ...{ eventKind: "seizure", outsideWindow: false, state: "submitted" as const, ...UNLIKE[as] },
    messageNo: `OMD-${randomUUID()}`,
  };
  await storeFacts(owner, operationId, [row], { shared: as !== "not_shared", ended: as === "superseded" });
}

async function marksOf(agencyId: string, span: { from: LocalDate; to: LocalDate; at: Date }): Promise<Recounted[]> {
  const rows = await owner<(Recounted & { agency: string })[]>`
    select day::text, mark, owed, reopened from tally_marks(${operationId}, ${span.from}, ${span.to}, ${span.at})
    where agency_id = ${agencyId} order by day`;
  return rows.map(({ day, mark, owed, reopened }) => ({ day, mark, owed, reopened }));
}

test("every agency-day is marked as a count by hand marks it, in zones with and without summer time", async () => {
  await fc.assert(
    fc.asyncProperty(Scene(TERMS), async ({ terms, told, at }) => {
      const agencies = await tell(told, terms);
      for (const [place, agency] of agencies.entries()) {
        const one = told[place];
        if (!one) continue;
        const seen = await marksOf(agency.id, { ...SPAN, at });
        expect(seen).toEqual(recount(asCounted(one), terms, { ...SPAN, at }));
        const spans =
          await owner`select day::text, since::text from tally_spans(${operationId}, ${SPAN.from}, ${SPAN.to}, ${at})
                                  where agency_id = ${agency.id} order by day`;
        expect([...spans]).toEqual(recountSpans(asCounted(one), terms, { ...SPAN, at }));
      }
    }),
    { numRuns: 60, endOnFailure: true },
  );
}, 120_000);

const NOTHING: Told = {
  ...{ reportsByDefault: true, joinedOn: "2021-03-01", leftAt: null },
  ...{ promises: [], tallies: [], seized: [] },
};
const at = (day: LocalDate, time: string) => instantAt(TERMS.zone, day, time);
const MONDAY = "2021-03-22";

/** How a single agency stood on that Monday, seen from an instant. */
async function seenOnMonday(told: Partial<Told>, instant: Date): Promise<TallyMark | undefined> {
  const [agency] = await tell([{ ...NOTHING, ...told }], TERMS);
  return (await marksOf(agency?.id ?? "", { from: MONDAY, to: MONDAY, at: instant }))[0]?.mark;
}

test("nobody is missing before the deadline; after it whoever was silent is, and whoever speaks then is late", async () => {
  expect(await seenOnMonday({}, at(MONDAY, "18:00"))).toBe("not_due");
  expect(await seenOnMonday({}, at(MONDAY, "18:01"))).toBe("missing");
  const sharp = { tallies: [{ day: MONDAY, nil: false, at: at(MONDAY, "18:00") }] };
  expect(await seenOnMonday(sharp, at(MONDAY, "19:00"))).toBe("reported");
  const late = { tallies: [{ day: MONDAY, nil: true, at: at(MONDAY, "18:30") }] };
  expect(await seenOnMonday(late, at(MONDAY, "18:29"))).toBe("missing");
  expect(await seenOnMonday(late, at(MONDAY, "18:31"))).toBe("late");
});

test("a nil day on which a seizure is reported later is open again until it is corrected, and then was in time", async () => {
  const seized: Seized[] = [{ day: MONDAY, as: "seizure", releasedAt: at("2021-03-24", "09:00") }];
  const nil = { day: MONDAY, nil: true, at: at(MONDAY, "12:00") };
  expect(await seenOnMonday({ tallies: [nil], seized }, at("2021-03-24", "08:59"))).toBe("nil");
  expect(await seenOnMonday({ tallies: [nil], seized }, at("2021-03-24", "09:01"))).toBe("missing");
  const corrected = [nil, { day: MONDAY, nil: false, at: at("2021-03-25", "10:00") }];
  expect(await seenOnMonday({ tallies: corrected, seized }, at("2021-03-26", "00:00"))).toBe("reported");
  for (const as of ["withdrawn", "not_shared", "superseded", "outside", "other_kind"] as const) {
    const uncounted = seized.map((one) => ({ ...one, as }));
    expect(await seenOnMonday({ tallies: [nil], seized: uncounted }, at("2021-03-26", "00:00")), as).toBe("nil");
  }
});

test("a standing nil stands without a word, a weekly tally moves over holidays, and a later promise leaves the past", async () => {
  const promise = {
    toDay: null,
    weekday: 7,
    daysOff: [],
    holidays: [],
    fromDay: "2021-03-18",
    madeAt: at("2021-03-18", "00:00"),
  };
  const standing = { ...promise, rhythm: "standing_nil" as const, toDay: "2021-03-31" };
  expect(await seenOnMonday({ promises: [standing] }, at(MONDAY, "00:01"))).toBe("nil");
  // Sunday is a holiday: the tally is due on Monday.
  const weekly = { ...promise, rhythm: "weekly" as const, holidays: ["2021-03-21"] };
  expect(await seenOnMonday({ promises: [weekly] }, at(MONDAY, "19:00"))).toBe("missing");
  expect(await seenOnMonday({ promises: [{ ...weekly, holidays: [] }] }, at(MONDAY, "19:00"))).toBe("not_due");
  const later = { ...promise, rhythm: "none" as const, madeAt: at("2021-03-30", "00:00") };
  expect(await seenOnMonday({ promises: [later] }, at("2021-03-29", "00:00"))).toBe("missing");
});

test("an agency owes nothing before it joined nor from the day on which it left, and nobody outside the phase", async () => {
  const [agency] = await tell([{ ...NOTHING, joinedOn: "2021-03-20", leftAt: at("2021-03-23", "09:00") }], TERMS);
  const seen = await marksOf(agency?.id ?? "", { ...SPAN, at: at("2021-04-20", "00:00") });
  expect(seen.map(({ day }) => day)).toEqual(["2021-03-20", "2021-03-21", "2021-03-22"]);
  await tell([NOTHING], TERMS);
  const all = await marksOf(agency?.id ?? "", { ...SPAN, at: at("2021-04-20", "00:00") });
  expect([all.length, all.at(0)?.day, all.at(-1)?.day]).toEqual([26, TERMS.startsOn, TERMS.endsOn]);
});

test("the deadline is one of the operation's own clock, and moves with it when summer time begins", async () => {
  const paris = { ...TERMS, zone: "Europe/Paris" };
  const [agency] = await tell([NOTHING], paris);
  const dueAt = await owner`
    select day::text, due_at from tally_marks(${operationId}, '2021-03-27', '2021-03-28', now())
    where agency_id = ${agency?.id ?? ""} order by day`;
  expect(dueAt.map((row) => row.due_at.toISOString())).toEqual([
    "2021-03-27T17:00:00.000Z",
    "2021-03-28T16:00:00.000Z",
  ]);
});

test("what was promised last stands, for its days alone; who promised no tallies and gives one has given it", async () => {
  const since = { fromDay: "2021-03-18", toDay: null, weekday: null, daysOff: [], holidays: [] };
  const none = { ...since, rhythm: "none" as const, madeAt: at("2021-03-18", "08:00") };
  const again = { ...since, rhythm: "daily" as const, toDay: MONDAY, madeAt: at("2021-03-18", "09:00") };
  expect(await seenOnMonday({ promises: [none, again] }, at(MONDAY, "19:00"))).toBe("missing");
  expect(await seenOnMonday({ promises: [none, { ...again, toDay: "2021-03-21" }] }, at(MONDAY, "19:00"))).toBe(
    "not_due",
  );
  const tallies = [{ day: MONDAY, nil: false, at: at(MONDAY, "18:30") }];
  expect(await seenOnMonday({ promises: [none], tallies }, at(MONDAY, "19:00"))).toBe("reported");
});

test("where nothing was promised countries owe a tally every day, organisations and who reads less do not", async () => {
  const evening = at(MONDAY, "19:00");
  expect(await seenOnMonday({}, evening)).toBe("missing");
  expect(await seenOnMonday({ reportsByDefault: false }, evening)).toBe("not_due");
  const { administrationId } = agencyOf(world, "VN-CUS");
  const be = (kind: string) => owner`update administrations set kind = ${kind} where id = ${administrationId}`;
  await be("organisation");
  expect(await seenOnMonday({}, evening)).toBe("not_due");
  await be("country");
});

test("a working day is none of the days off that were promised and no holiday", async () => {
  const promise = { rhythm: "working_days" as const, fromDay: "2021-03-18", toDay: null, weekday: null, holidays: [] };
  const marked = (over: object) =>
    seenOnMonday(
      { promises: [{ ...promise, daysOff: [5, 6], madeAt: at("2021-03-18", "08:00"), ...over }] },
      at(MONDAY, "19:00"),
    );
  expect(await marked({})).toBe("missing");
  expect(await marked({ daysOff: [1, 7] })).toBe("not_due");
  expect(await marked({ holidays: [MONDAY] })).toBe("not_due");
});

test("the evening of a real operation: of 23 agencies 20 of 22 due are on record", async () => {
  for (let n = 0; n < 18; n++) await world.agency(`Z${String.fromCharCode(65 + n)}-CUS`);
  const before = { nil: false, at: at(MONDAY, "15:00"), day: MONDAY };
  const told: Told[] = [
    ...Array<Told>(14).fill({ ...NOTHING, tallies: [before] }),
    ...Array<Told>(5).fill({ ...NOTHING, tallies: [{ ...before, nil: true }] }),
    ...Array<Told>(2).fill(NOTHING),
    { ...NOTHING, tallies: [{ ...before, at: at(MONDAY, "18:20") }] },
    { ...NOTHING, reportsByDefault: false },
  ];
  await tell(told, TERMS);
  const standings = await owner<{ mark: TallyMark; owed: boolean }[]>`
    select mark, owed from tally_marks(${operationId}, ${MONDAY}, ${MONDAY}, ${at(MONDAY, "18:30")})`;
  expect(coverageOf(standings)).toMatchObject({
    reported: 14,
    nil: 5,
    missing: 2,
    late: 1,
    not_due: 1,
    due: 22,
    onRecord: 20,
  });
});
