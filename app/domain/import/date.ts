import { addDays } from "../calendar.ts";
import type { LocalDate } from "../local-date.ts";
import { parseCalendar } from "./date-shapes.ts";
import { westernDigits } from "./number.ts";
import { asked, clear, EMPTY, note, tidyCell, type Understood, unread } from "./understood.ts";

/** A date as far as it is known: of a month or year alone, `on` is the first day of it. */
export type WrittenDate = {
  on: LocalDate;
  to: LocalDate | null;
  precision: "day" | "month" | "year" | "range";
  /** Wall clock at the place, "14:30". */
  time: string | null;
  /** Where the clock stands apart from the place's own zone: "Z", "+07:00". */
  offset: string | null;
};

/** Day or month first; null while nothing in the column tells. */
export type DayOrder = "day_first" | "month_first" | null;
export type Epoch = "1900" | "1904";

export type DateContext = {
  order: DayOrder;
  /** What day 0 of the workbook's serial dates is. */
  epoch: Epoch;
  /** Nothing was seized later than this day. */
  latest: LocalDate;
};

const TIME =
  /(?:^|[\sT,]|(?<=[日号號])|lúc|เวลา|ເວລາ)\s*(\d{1,2})\s*(?::|h|น\.|时|時|点|點)\s*(\d{2})?(?::\d{2}(?:\.\d+)?|分)?\s*(am|pm|a\.m\.|p\.m\.)?\s*(?:น\.?|hrs?|hours|giờ|(z|[+-]\d{2}:?\d{2}))?\s*$/iu;
/** "14.30 น.", "เวลา 14.30": a point parts hours from minutes where a word says that it is a clock. */
const POINTED = /((?:เวลา|ເວລາ|lúc)\s*\d{1,2}|(?:^|\s)\d{1,2})\.(?=\d{2}\s*(?:น\.?|hrs?|hours)?\s*$)/u;
/** "14h30 ngày 17/5/2021", "lúc 9 giờ 15 ngày 17 tháng 5 năm 2021". */
const TIME_BEFORE = /^(?:vào\s+)?(?:lúc\s+)?(\d{1,2})\s*(?:h|:|giờ)\s*(\d{2})?\s*(?:phút)?\s*,?\s*(ngày\s.+)$/iu;
/** A day exported with an empty clock behind it: nobody looked at a watch. */
const NO_CLOCK = /[\sT]0?0:00:00(?:\.0+)?\s*$/;

/** A day, month, year or span as people write it, with the time behind it where there is one. */
export function understandDate(text: string, context: DateContext): Understood<WrittenDate> {
  const tidy = westernDigits(tidyCell(text));
  if (tidy === "") return EMPTY;
  const serial = serialDate(tidy, context);
  if (serial) return serial;
  const { rest, time, offset } = withoutTime(timeBehind(tidy));
  if (time === undefined) return unread("import.date.time", { written: text });
  const found = parseCalendar(rest, context);
  if (found.kind === "none") return unread("import.date.unread", { written: text });
  if (found.kind === "impossible") return unread("import.date.impossible", { written: text });
  const dates = found.readings.map((reading) => ({ ...reading, time, offset }));
  const [first, ...others] = dates;
  if (!first) return unread("import.date.impossible", { written: text });
  const notes = found.notes.map((key) => note(key, { written: text, understood: first.on }));
  if (others.length > 0 || found.asks) return asked(first, others, ...notes);
  return clear(first, ...notes);
}

/** The same with its time at the end, as it is read: none where the clock was left empty. */
function timeBehind(text: string): string {
  const before = TIME_BEFORE.exec(text);
  if (before) return `${before[3]} ${before[1]}:${before[2] ?? "00"}`;
  const saysClock = /เวลา|ເວລາ|lúc|\d\s*(?:น\.?|hrs?|hours)\s*$/u.test(text);
  return (saysClock ? text.replace(POINTED, "$1:") : text).replace(NO_CLOCK, "");
}

/** The clock time at the end of a cell; undefined where it is none that exists. */
function withoutTime(text: string): { rest: string; time: string | null | undefined; offset: string | null } {
  const found = TIME.exec(text);
  if (!found || (!found[2] && !/[h时時点點]|น/.test(found[0]))) return { rest: text, time: null, offset: null };
  const rest = text.slice(0, found.index).trim();
  if (rest === "") return { rest: text, time: null, offset: null };
  const offset = offsetOf(found[4]);
  let hour = Number(found[1]);
  const minute = Number(found[2] ?? "0");
  const half = found[3]?.toLowerCase().replaceAll(".", "");
  if (half && (hour < 1 || hour > 12)) return { rest, time: undefined, offset };
  if (half === "pm" && hour < 12) hour += 12;
  if (half === "am" && hour === 12) hour = 0;
  if (hour > 23 || minute > 59) return { rest, time: undefined, offset };
  return { rest, time: `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`, offset };
}

function offsetOf(text: string | undefined): string | null {
  if (!text) return null;
  return /z/i.test(text) ? "Z" : text.replace(/^(.\d{2}):?(\d{2})$/, "$1:$2");
}

const SERIAL = /^(\d{5})(?:[.,](\d+))?$/;
const NOUGHT: Record<Epoch, LocalDate> = { "1900": "1899-12-30", "1904": "1904-01-01" };
/** Serial numbers of the days from 1982 to 2064: other five-digit numbers are no dates. */
const [EARLIEST, LAST] = [30_000, 60_000];

/** Days since the workbook's day 0, with the time of day behind the point. */
function serialDate(text: string, { epoch, latest }: DateContext): Understood<WrittenDate> | null {
  const found = SERIAL.exec(text);
  if (!found) return null;
  const days = Number(found[1]);
  if (days < EARLIEST || days > LAST) return null;
  const dateBy = (by: Epoch): WrittenDate => ({
    on: addDays(NOUGHT[by], days),
    to: null,
    precision: "day",
    time: timeOfFraction(found[2]),
    offset: null,
  });
  const here = dateBy(epoch);
  const other = dateBy(epoch === "1900" ? "1904" : "1900");
  const notes = [note("import.date.serial", { written: text, understood: here.on })];
  if (here.on > latest && other.on <= latest) return asked(here, [other], ...notes);
  return clear(here, ...notes);
}

function timeOfFraction(fraction: string | undefined): string | null {
  if (!fraction) return null;
  const minutes = Math.round(Number(`0.${fraction}`) * 1440);
  if (minutes === 0 || minutes >= 1440) return null;
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** The order of day and month that a date proves: one of the two is no month. */
export function orderToldBy(text: string): DayOrder {
  const found = /^\s*(\d{1,2})[/.\- ](\d{1,2})[/.\- ]\d{2,4}\b/.exec(westernDigits(text));
  if (!found) return null;
  const [first, second] = [Number(found[1]), Number(found[2])];
  if (first > 12 && second <= 12) return "day_first";
  return second > 12 && first <= 12 ? "month_first" : null;
}
