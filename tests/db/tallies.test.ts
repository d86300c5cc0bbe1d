import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { addDays, instantAt, type LocalDate } from "#app/domain/local-date.ts";
import { coverageOf, type TallyMark } from "#app/domain/tally/mark.ts";
import { RHYTHMS } from "#app/domain/tally/rhythm.ts";
import { type Agency, aWorld } from "#tests/support/world.ts";
import { Facts } from "../domain/figures/arbitrary-fact.ts";
import { storeFacts } from "./store-facts.ts";
import { type Recounted, recount, type Terms, type ToldAgency } from "./tally-recount.ts";

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
async function tell(told: readonly ToldAgency[], terms: Terms): Promise<Agency[]> {
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

async function say(agencyId: string, { promises, tallies, seized }: ToldAgency): Promise<void> {
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
  if (!fact) throw new Error("no fact");
  const facts = seized.map(({ day, counted, releasedAt }) => ({
    ...{ ...fact, id: randomUUID(), agencyId, operationalDay: day, releasedAt: releasedAt.toISOString() },
    ...{ eventKind: "seizure", outsideWindow: false, state: counted ? ("submitted" as const) : ("withdrawn" as const) },
    messageNo: `OMD-${randomUUID()}`,
  }));
  await storeFacts(owner, operationId, facts);
}

async function marksOf(agencyId: string, span: { from: LocalDate; to: LocalDate; at: Date }): Promise<Recounted[]> {
  const rows = await owner<(Recounted & { agency: string })[]>`
    select day::text, mark, owed, reopened from tally_marks(${operationId}, ${span.from}, ${span.to}, ${span.at})
    where agency_id = ${agencyId} order by day`;
  return rows.map(({ day, mark, owed, reopened }) => ({ day, mark, owed, reopened }));
}

const SPAN = { from: "2021-03-16", to: "2021-04-14" };
const Day = fc.integer({ min: 0, max: 29 }).map((n) => addDays(SPAN.from, n));
/** To the minute, and around deadlines often enough. */
const Instant = fc
  .record({ day: Day, minute: fc.oneof(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1075, max: 1085 })) })
  .map(({ day, minute }) => new Date(Date.parse(`${day}T00:00:00Z`) + (minute - 420) * 60_000));
const Told: fc.Arbitrary<ToldAgency> = fc.record({
  reportsByDefault: fc.boolean(),
  joinedOn: fc.oneof(fc.constant("2021-03-01"), Day),
  leftAt: fc.option(Instant),
  promises: fc.uniqueArray(
    fc
      .record({
        rhythm: fc.constantFrom(...RHYTHMS),
        fromDay: Day,
        length: fc.option(fc.integer({ min: 0, max: 15 })),
        weekday: fc.integer({ min: 1, max: 7 }),
        daysOff: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 4 }),
        holidays: fc.uniqueArray(Day, { maxLength: 12 }),
        madeAt: Instant,
      })
      .map(({ length, ...one }) => {
        const days = one.rhythm === "standing_nil" ? (length ?? 3) : length;
        return { ...one, toDay: days === null ? null : addDays(one.fromDay, days) };
      }),
    { maxLength: 4, selector: (one) => one.madeAt.getTime() },
  ),
  tallies: fc
    .array(fc.record({ day: Day, nil: fc.boolean(), at: Instant }), { maxLength: 25 })
    .map((all) => all.sort((left, right) => left.at.getTime() - right.at.getTime())),
  seized: fc.array(fc.record({ day: Day, counted: fc.boolean(), releasedAt: Instant }), { maxLength: 8 }),
});

test("every agency-day is marked as a count by hand marks it, in zones with and without summer time", async () => {
  const Zone = fc.constantFrom("Asia/Ho_Chi_Minh", "Europe/Paris", "America/New_York", "Asia/Kathmandu");
  const Scene = fc.record({ zone: Zone, told: fc.tuple(Told, Told, Told), at: Instant });
  await fc.assert(
    fc.asyncProperty(Scene, async ({ zone, told, at }) => {
      const terms = { ...TERMS, zone };
      const agencies = await tell(told, terms);
      for (const [place, agency] of agencies.entries()) {
        const one = told[place];
        if (one) expect(await marksOf(agency.id, { ...SPAN, at })).toEqual(recount(one, terms, { ...SPAN, at }));
      }
    }),
    { numRuns: 40, endOnFailure: true },
  );
}, 120_000);

const NOTHING: ToldAgency = {
  ...{ reportsByDefault: true, joinedOn: "2021-03-01", leftAt: null },
  ...{ promises: [], tallies: [], seized: [] },
};
const at = (day: LocalDate, time: string) => instantAt(TERMS.zone, day, time);
const MONDAY = "2021-03-22";

/** How a single agency stood on that Monday, seen from an instant. */
async function seenOnMonday(told: Partial<ToldAgency>, instant: Date): Promise<TallyMark | undefined> {
  const [agency] = await tell([{ ...NOTHING, ...told }], TERMS);
  return (await marksOf(agency?.id ?? "", { from: MONDAY, to: MONDAY, at: instant }))[0]?.mark;
}

test("nobody is missing before the deadline; after it whoever was silent is, and whoever speaks then is late", async () => {
  expect(await seenOnMonday({}, at(MONDAY, "18:00"))).toBe("not_due");
  expect(await seenOnMonday({}, at(MONDAY, "18:01"))).toBe("missing");
  const late = { tallies: [{ day: MONDAY, nil: true, at: at(MONDAY, "18:30") }] };
  expect(await seenOnMonday(late, at(MONDAY, "18:29"))).toBe("missing");
  expect(await seenOnMonday(late, at(MONDAY, "18:31"))).toBe("late");
});

test("a nil day on which a seizure is reported later is open again until it is corrected, and then was in time", async () => {
  const seized = [{ day: MONDAY, counted: true, releasedAt: at("2021-03-24", "09:00") }];
  const nil = { day: MONDAY, nil: true, at: at(MONDAY, "12:00") };
  expect(await seenOnMonday({ tallies: [nil], seized }, at("2021-03-24", "08:59"))).toBe("nil");
  expect(await seenOnMonday({ tallies: [nil], seized }, at("2021-03-24", "09:01"))).toBe("missing");
  const corrected = [nil, { day: MONDAY, nil: false, at: at("2021-03-25", "10:00") }];
  expect(await seenOnMonday({ tallies: corrected, seized }, at("2021-03-26", "00:00"))).toBe("reported");
  const withdrawn = seized.map((one) => ({ ...one, counted: false }));
  expect(await seenOnMonday({ tallies: [nil], seized: withdrawn }, at("2021-03-26", "00:00"))).toBe("nil");
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

test("the evening of a real operation: of 23 agencies 20 of 22 due are on record", async () => {
  for (let n = 0; n < 18; n++) await world.agency(`Z${String.fromCharCode(65 + n)}-CUS`);
  const before = { nil: false, at: at(MONDAY, "15:00"), day: MONDAY };
  const told: ToldAgency[] = [
    ...Array<ToldAgency>(14).fill({ ...NOTHING, tallies: [before] }),
    ...Array<ToldAgency>(5).fill({ ...NOTHING, tallies: [{ ...before, nil: true }] }),
    ...Array<ToldAgency>(2).fill(NOTHING),
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
