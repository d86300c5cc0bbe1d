import { addDays, instantAt, type LocalDate, localDateIn } from "#app/domain/local-date.ts";
import type { TallyMark } from "#app/domain/tally/mark.ts";
import type { TallyPromise } from "#app/domain/tally/rhythm.ts";

/** What an agency promised, said and seized, as plain data: for a count that shares nothing with the database's. */
export type ToldAgency = {
  reportsByDefault: boolean;
  joinedOn: LocalDate;
  leftAt: Date | null;
  promises: (Omit<TallyPromise, "zone"> & { madeAt: Date })[];
  /** In the order of versions. */
  tallies: { day: LocalDate; nil: boolean; at: Date }[];
  seized: { day: LocalDate; counted: boolean; releasedAt: Date }[];
};

export type Terms = { zone: string; cutOff: string; startsOn: LocalDate; endsOn: LocalDate };
export type Recounted = { day: LocalDate; mark: TallyMark; owed: boolean; reopened: boolean };

export function recount(
  agency: ToldAgency,
  terms: Terms,
  span: { from: LocalDate; to: LocalDate; at: Date },
): Recounted[] {
  const counted: Recounted[] = [];
  for (let day = span.from; day <= span.to; day = addDays(day, 1)) {
    const leaving = agency.leftAt ? localDateIn(terms.zone, agency.leftAt) : "9999-12-31";
    if (day < terms.startsOn || day > terms.endsOn || day < agency.joinedOn || day >= leaving) continue;
    counted.push({ day, ...standing(agency, terms, day, span.at) });
  }
  return counted;
}

function standing(
  agency: ToldAgency,
  { zone, cutOff, startsOn }: Terms,
  day: LocalDate,
  at: Date,
): Omit<Recounted, "day"> {
  const owes = owedOn(agency, day, at);
  const isPast = at.getTime() > instantAt(zone, day, cutOff).getTime();
  const told = agency.tallies.filter((tally) => tally.day === day && tally.at <= at);
  const [first, last] = [told[0], told.at(-1)];
  const isNil = last ? last.nil : owes === "nil";
  const since = sinceWhen(agency, { startsOn }, day, at);
  const isSeized = agency.seized.some(
    (one) => one.day >= since && one.day <= day && one.counted && one.releasedAt <= at,
  );
  if (isNil && isSeized) return { mark: isPast ? "missing" : "not_due", owed: true, reopened: true };
  const owed = owes === "tally";
  const said = { owed, reopened: false };
  if (first) {
    if (owed && first.at.getTime() > instantAt(zone, day, cutOff).getTime()) return { mark: "late", ...said };
    return { mark: isNil ? "nil" : "reported", ...said };
  }
  if (isNil) return { mark: "nil", ...said };
  return { mark: owed && isPast ? "missing" : "not_due", ...said };
}

/**
 * The first day that a tally of this day stands for: with a weekly one, back to the day before which one was due, or was
 * given, or another rhythm held; in any other rhythm the day itself.
 */
function sinceWhen(agency: ToldAgency, { startsOn }: Pick<Terms, "startsOn">, day: LocalDate, at: Date): LocalDate {
  let since = day;
  for (let back = day; promisedOn(agency, back, at)?.rhythm === "weekly"; back = addDays(back, -1)) {
    const stops =
      agency.tallies.some((one) => one.day === back && one.at <= at) || owedOn(agency, back, at) === "tally";
    if ((back !== day && stops) || back < startsOn || back < agency.joinedOn) return since;
    since = back;
  }
  return since;
}

/** Every day under a weekly promise, and since when a tally of it stands. */
export function recountSpans(
  agency: ToldAgency,
  terms: Terms,
  span: { from: LocalDate; to: LocalDate; at: Date },
): { day: LocalDate; since: LocalDate }[] {
  const spans: { day: LocalDate; since: LocalDate }[] = [];
  for (let day = span.from; day <= span.to; day = addDays(day, 1)) {
    if (day < terms.startsOn || day > terms.endsOn || day < agency.joinedOn) continue;
    if (promisedOn(agency, day, span.at)?.rhythm !== "weekly") continue;
    spans.push({ day, since: sinceWhen(agency, terms, day, span.at) });
  }
  return spans;
}

function promisedOn(agency: ToldAgency, day: LocalDate, at: Date) {
  return agency.promises
    .filter((one) => one.madeAt <= at && one.fromDay <= day && (one.toDay === null || day <= one.toDay))
    .sort((left, right) => left.madeAt.getTime() - right.madeAt.getTime())
    .at(-1);
}

function owedOn(agency: ToldAgency, day: LocalDate, at: Date): "tally" | "nil" | "nothing" {
  const made = promisedOn(agency, day, at);
  if (!made) return agency.reportsByDefault ? "tally" : "nothing";
  if (made.rhythm === "standing_nil") return "nil";
  if (made.rhythm === "none") return "nothing";
  if (made.rhythm === "daily") return "tally";
  const isHoliday = (one: LocalDate) => made.holidays.includes(one);
  if (isHoliday(day)) return "nothing";
  if (made.rhythm === "working_days") return made.daysOff.includes(weekdayOf(day)) ? "nothing" : "tally";
  // Weekly: back over the holidays right before this day, the promised weekday is among them or is this day.
  for (let back = day; ; back = addDays(back, -1)) {
    if (weekdayOf(back) === made.weekday) return "tally";
    if (!isHoliday(addDays(back, -1))) return "nothing";
  }
}

/** Monday is 1. */
function weekdayOf(day: LocalDate): number {
  return ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}
