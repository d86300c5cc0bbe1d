import { makeText } from "./catalogue.ts";
import { grouped, roundFigures } from "./digits.ts";
import { LANGUAGES, type Locale } from "./index.ts";
import { clockOf, daysApart, type WallClock, weekdayOf } from "./wall-clock.ts";

/** Keeps unit and number together. In our family a space is narrow (0.2 em); U+202F would be half of that: no gap. */
export const JOIN = "\u00a0";

export type Instant = Date | string;

/**
 * Numbers, days and times in the reader's language and zone. Months, weekdays and patterns come from the catalogue and
 * not from the platform, so that the server and every browser write the same characters.
 */
export type Format = ReturnType<typeof makeFormat>;

export function makeFormat(locale: Locale, zone: string) {
  const { group, mark } = LANGUAGES[locale];
  return {
    locale,
    zone,
    /** The reader's decimal mark, for reading what is typed. */
    mark,
    number: (value: number) => grouped(String(value), group, mark),
    /** An exact decimal as given: "12858.90" keeps its last zero. */
    decimal: (text: string) => grouped(text, group, mark),
    /** A total, rounded to significant figures: at least all digits before the point, by default four figures. */
    figure: (text: string, figures = 4) => grouped(roundFigures(text, figures), group, mark),
    ...quantities(locale, group, mark),
    ...days(locale),
    ...instants(locale, zone),
    ...spans(locale),
  };
}

function quantities(locale: Locale, group: string, mark: string) {
  const text = makeText(locale);
  const unit = (code: string, amount: string) => text.label(`unit.${code}`, { n: Number(amount) }, code);
  return {
    unit,
    /** "95.54 kg"; the unit agrees with the number ("1 piece"). */
    quantity: (decimal: string, code: string) => `${grouped(decimal, group, mark)}${JOIN}${unit(code, decimal)}`,
    /** A total with its unit, "3,857 kg", rounded as `figure` does. */
    total: (decimal: string, code: string) =>
      `${grouped(roundFigures(decimal, 4), group, mark)}${JOIN}${unit(code, decimal)}`,
    /** "33.9 %" with the language's own spacing; the caller prints numerator and denominator beside it. */
    percent: (part: number, whole: number) =>
      text("format.percent", { n: whole === 0 ? "0" : grouped(((100 * part) / whole).toFixed(1), group, mark) }),
    /** "China, Thailand and Viet Nam". */
    list: (parts: readonly string[]) =>
      parts.reduce(
        (head, next, at) =>
          at === 0 ? next : text(at === parts.length - 1 ? "format.list.last" : "format.list.next", { head, next }),
        "",
      ),
  };
}

function days(locale: Locale) {
  const text = makeText(locale);
  const parts = (day: string) => {
    const [year = "", month = "", date = ""] = day.slice(0, 10).split("-");
    return {
      year,
      day: String(Number(date)),
      month: text.label(`date.month.${Number(month)}`),
      monthLong: text.label(`date.month_long.${Number(month)}`),
      weekday: text.label(`date.weekday.${weekdayOf(day)}`),
      weekdayNarrow: text.label(`date.weekday_narrow.${weekdayOf(day)}`),
    };
  };
  return {
    /** "14 Aug" */
    dayShort: (day: string) => text("date.pattern.day_short", parts(day)),
    /** "14 Aug 2026" */
    day: (day: string) => text("date.pattern.day", parts(day)),
    /** "Fri 14 Aug 2026" */
    dayLong: (day: string) => text("date.pattern.day_long", parts(day)),
    month: (day: string) => text("date.pattern.month", parts(day)),
    /** "Aug 2026" */
    monthOfYear: (day: string) => text("date.pattern.month_short", parts(day)),
    /** "Aug" */
    monthShort: (day: string) => parts(day).month,
    /** "Fri" */
    weekday: (day: string) => parts(day).weekday,
    /** "Fr", for columns of a day each. */
    weekdayNarrow: (day: string) => parts(day).weekdayNarrow,
    /** "15 Apr to 15 Sep 2026": the year once where it is the same. */
    dayRange: (from: string, to: string) =>
      text("date.pattern.range", {
        from: text(from.slice(0, 4) === to.slice(0, 4) ? "date.pattern.day_short" : "date.pattern.day", parts(from)),
        to: text("date.pattern.day", parts(to)),
      }),
  };
}

function instants(locale: Locale, zone: string) {
  const text = makeText(locale);
  const { day, dayShort, weekday } = days(locale);
  const at = (instant: Instant, inZone = zone) => clockOf(inZone, new Date(instant));
  const relative = (instant: Instant, now: Instant) => {
    const [then, today] = [at(instant), at(now)];
    const apart = daysApart(then.day, today.day);
    if (apart === 0) return then.time;
    if (apart > 0 && apart < 7) return text("date.pattern.weekday_time", { ...names(then), time: then.time });
    return then.day.slice(0, 4) === today.day.slice(0, 4) ? dayShort(then.day) : day(then.day);
  };
  const names = (clock: WallClock) => ({ weekday: weekday(clock.day) });
  return {
    /** "14:02" in the reader's zone. */
    time: (instant: Instant) => at(instant).time,
    /** The calendar day in the reader's zone: "2026-08-14". */
    dayOf: (instant: Instant) => at(instant).day,
    /** "14 Aug 2026, 14:02" */
    moment: (instant: Instant) => momentOf(at(instant)),
    /** "14 Aug, 14:02": for what is never far from today. */
    momentShort: (instant: Instant) => {
      const clock = at(instant);
      return text("date.pattern.moment", { day: dayShort(clock.day), time: clock.time });
    },
    /** "14 Aug 2026, 14:02 in Ha Noi · 07:02 UTC" */
    momentWithUtc: (instant: Instant) => {
      const [local, utc] = [at(instant), at(instant, "UTC")];
      if (zone === "UTC") return text("date.pattern.utc", { time: momentOf(utc) });
      return text("date.pattern.with_utc", { local: placed(momentOf(local), zone), utc: utcOf(local, utc) });
    },
    /** "14:02" today, "Thu 16:05" within a week, "12 Aug" this year, "12 Aug 2025" beyond. */
    relative,
    /** "18:00 in Ha Noi"; "11:00 UTC" for UTC itself. */
    timeIn: (instant: Instant, inZone: string) => placed(at(instant, inZone).time, inZone),
    timeUtc: (instant: Instant) => text("date.pattern.utc", { time: at(instant, "UTC").time }),
    zoneName: (name = zone) => zoneName(locale, name),
  };

  function placed(time: string, inZone: string) {
    if (inZone === "UTC") return text("date.pattern.utc", { time });
    return text("date.pattern.in_zone", { time, zone: zoneName(locale, inZone) });
  }

  function momentOf(clock: WallClock) {
    return text("date.pattern.moment", { day: day(clock.day), time: clock.time });
  }

  /** The day stands beside UTC only where it is another one. */
  function utcOf(local: WallClock, utc: WallClock) {
    const time = local.day === utc.day ? utc.time : `${weekday(utc.day)} ${utc.time}`;
    return text("date.pattern.utc", { time });
  }
}

function spans(locale: Locale) {
  const text = makeText(locale);
  return {
    /** "3 h 58 min", "2 days 4 h", "58 min": two units, rounded down; never negative. */
    duration: (milliseconds: number) => {
      const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
      const [day, hour, minute] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
      if (day > 0) return text("format.duration.days", { days: day, hours: hour });
      return hour > 0
        ? text("format.duration.hours", { hours: hour, minutes: minute })
        : text("format.duration.minutes", { minutes: minute });
    },
    /** "214 KB" */
    bytes: (count: number) =>
      count < 1_000_000
        ? text("format.kilobytes", { n: Math.max(1, Math.round(count / 1000)) })
        : text("format.megabytes", { n: Math.round(count / 100_000) / 10 }),
  };
}

/** The town by which people call a zone: from the catalogue, else from the zone's own name. */
function zoneName(locale: Locale, zone: string): string {
  const town = zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
  return makeText(locale).label(`zone.${zone}`, undefined, town);
}
