import fc from "fast-check";
import { addDays, instantAt, type LocalDate } from "#app/domain/local-date.ts";
import { RHYTHMS } from "#app/domain/tally/rhythm.ts";
import type { Terms, ToldAgency } from "./tally-recount.ts";

/** Cases that count for the mark of a day, and those that do not. */
const COUNTED = ["seizure", "takedown", "verified"] as const;
const UNCOUNTED = ["withdrawn", "merged", "other_kind", "outside", "not_shared", "superseded"] as const;
export type Seized = Omit<ToldAgency["seized"][number], "counted"> & {
  as: (typeof COUNTED)[number] | (typeof UNCOUNTED)[number];
};
export type Told = Omit<ToldAgency, "seized"> & { seized: Seized[] };

export function asCounted({ seized, ...told }: Told): ToldAgency {
  const counted = seized.map(({ as, ...one }) => ({ ...one, counted: COUNTED.some((kind) => kind === as) }));
  return { ...told, seized: counted };
}

/** Reaches beyond the operational phase on both sides. */
export const SPAN = { from: "2021-03-16", to: "2021-04-14" };
const Day = fc.integer({ min: 0, max: 29 }).map((n) => addDays(SPAN.from, n));

/** The days of tallies and of seizures fall together often. */
const BusyDay = fc.oneof(
  Day,
  fc.integer({ min: 4, max: 10 }).map((n) => addDays(SPAN.from, n)),
);

/** Any time of day, and the minutes around the deadline often. */
const Minutes = fc.oneof(fc.integer({ min: -1439, max: 1439 }), fc.integer({ min: -1, max: 1 }));

function instants({ zone, cutOff }: Terms): fc.Arbitrary<Date> {
  return fc
    .record({ day: Day, minutes: Minutes })
    .map(({ day, minutes }) => new Date(instantAt(zone, day, cutOff).getTime() + minutes * 60_000));
}

/** At any time at all, or about the deadline of its own day. */
function tallies({ zone, cutOff }: Terms): fc.Arbitrary<ToldAgency["tallies"][number]> {
  return fc
    .record({ day: BusyDay, nil: fc.boolean(), minutes: fc.oneof(Minutes, fc.integer({ min: -9_999, max: 19_999 })) })
    .map(({ day, nil, minutes }) => {
      return { day, nil, at: new Date(instantAt(zone, day, cutOff).getTime() + minutes * 60_000) };
    });
}

function agencies(terms: Terms): fc.Arbitrary<Told> {
  const Instant = instants(terms);
  const byTime = (left: { at: Date }, right: { at: Date }) => left.at.getTime() - right.at.getTime();
  const As = fc.oneof(fc.constantFrom(...COUNTED), fc.constantFrom(...UNCOUNTED));
  return fc.record({
    reportsByDefault: fc.boolean(),
    joinedOn: fc.oneof(fc.constant("2021-03-01"), Day),
    leftAt: fc.option(Instant),
    promises: fc.uniqueArray(promises(Instant), { maxLength: 4, selector: (one) => one.madeAt.getTime() }),
    tallies: fc.array(tallies(terms), { maxLength: 25 }).map((all) => all.sort(byTime)),
    seized: fc.array(fc.record({ day: BusyDay, as: As, releasedAt: Instant }), { maxLength: 8 }),
  });
}

function promises(Instant: fc.Arbitrary<Date>): fc.Arbitrary<ToldAgency["promises"][number]> {
  return fc
    .record({
      rhythm: fc.constantFrom(...RHYTHMS),
      fromDay: Day,
      length: fc.option(fc.integer({ min: 0, max: 15 })),
      weekday: fc.integer({ min: 1, max: 7 }),
      daysOff: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 4 }),
      holidays: fc.uniqueArray(Day, { maxLength: 12 }),
      madeAt: Instant,
    })
    .map(({ length, ...one }) => ({
      ...one,
      toDay: lastDay(one.fromDay, one.rhythm === "standing_nil" ? (length ?? 3) : length),
    }));
}

function lastDay(from: LocalDate, days: number | null): LocalDate | null {
  return days === null ? null : addDays(from, days);
}

const ZONES = ["Asia/Ho_Chi_Minh", "Europe/Paris", "America/New_York", "Asia/Kathmandu"];

/** Three agencies of an operation in some zone with some deadline, and the instant from which they are looked at. */
export function Scene(over: Terms) {
  return fc
    .record({ zone: fc.constantFrom(...ZONES), cutOff: fc.constantFrom("18:00", "00:00", "02:30", "23:59") })
    .map((terms) => ({ ...over, ...terms }))
    .chain((terms) => {
      const Agency = agencies(terms);
      return fc.record({
        terms: fc.constant(terms),
        told: fc.tuple(Agency, Agency, Agency),
        at: instants(terms),
      });
    });
}
