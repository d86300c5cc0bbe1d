import { isLocalDate } from "../calendar.ts";
import type { LocalDate } from "../local-date.ts";
import type { DateContext, WrittenDate } from "./date.ts";
import { monthOfName } from "./month-names.ts";

type Reading = Omit<WrittenDate, "time" | "offset">;

/** What the shape of a date says: its readings (the likelier first), and what has to be told or asked about them. */
export type Calendar =
  | { kind: "none" }
  | { kind: "impossible" }
  | { kind: "read"; readings: Reading[]; notes: string[]; asks: boolean };

type Parts = { day: number | null; month: number | null; year: Year };
type Year = { years: number[]; notes: string[] };

const NONE: Calendar = { kind: "none" };
const WEEKDAY =
  /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[,.]?\s+|^(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật),?\s+|^(?:วัน\S+ที่|วันที่|ngày|ວັນທີ|ថ្ងៃទី)\s*/iu;

/** Reads a date without its time. */
export function parseCalendar(text: string, context: DateContext): Calendar {
  const tidy = text.replace(WEEKDAY, "").trim();
  const span = spanIn(tidy, context);
  if (span) return span;
  const thai = /พ\.?ศ\.?|be\b/i.test(tidy);
  const plain = tidy
    .replace(/พ\.?ศ\.?|ค\.?ศ\.?|\b(?:b\.?e|a\.?d|c\.?e)\.?(?=$|\s)/giu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return (
    yearFirst(plain, context) ??
    inChinese(plain, context) ??
    inWords(plain, thai, context) ??
    inNumbers(plain, context) ??
    NONE
  );
}

function yearOf(text: string, { latest }: DateContext, thai = false): Year | null {
  const year = Number(text);
  if (/^\d{4}$/.test(text)) {
    if (year >= 2400 && year <= 2700) return { years: [year - 543], notes: ["import.date.buddhist"] };
    return year >= 1900 && year <= 2200 ? { years: [year], notes: [] } : { years: [], notes: [] };
  }
  if (!/^\d{2}$/.test(text)) return null;
  if (thai) return { years: [2500 + year - 543], notes: ["import.date.buddhist"] };
  if (2000 + year <= Number(latest.slice(0, 4))) return { years: [2000 + year], notes: [] };
  const buddhist = 2500 + year - 543;
  if (buddhist > Number(latest.slice(0, 4))) return { years: [1900 + year], notes: [] };
  return { years: [buddhist, 1900 + year], notes: ["import.date.short_year"] };
}

/** 2021-05-17, 2021/5/17, 2021.05, 20210517, 2021. */
function yearFirst(text: string, context: DateContext): Calendar | null {
  const found = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const year = found && yearOf(found[1] ?? "", context);
  if (!found || !year) return null;
  return readingsOf([{ day: numberOf(found[3]), month: numberOf(found[2]), year }]);
}

/** 2018年1月31日, 2018年5月. */
function inChinese(text: string, context: DateContext): Calendar | null {
  const found = /^(\d{2,4})\s*年(?:\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号號])?)?$/u.exec(text);
  const year = found && yearOf(found[1] ?? "", context);
  if (!found || !year) return null;
  return readingsOf([{ day: numberOf(found[3]), month: numberOf(found[2]), year }]);
}

const THAI_LETTERS = /[\u0e00-\u0e7f]/;

/** 17 May 2021, 17-May-09, May 17th, 2021, May 2021, 17 พ.ค. 2564, 17 tháng 5 năm 2021. */
function inWords(text: string, thai: boolean, context: DateContext): Calendar | null {
  const vietnamese = /^(?:(\d{1,2})[\s-]+)?(?:tháng\s+|thg\s*)(\d{1,2})(?:\s*(?:năm|\/|-|,|\s)\s*(\d{4}))$/iu.exec(
    text,
  );
  if (vietnamese) return partsOf(vietnamese[1], numberOf(vietnamese[2]), vietnamese[3], context, false);
  const dayFirst =
    /^(\d{1,2})(?:st|nd|rd|th)?[\s\-./]*(?:of\s+|de\s+)?([^\d\s\-/,][^\d\-/,]*?)[\s\-./,]*(?:of\s+|de\s+|năm\s+)?(\d{2,4})$/iu.exec(
      text,
    );
  if (dayFirst)
    return partsOf(dayFirst[1], monthOfName(dayFirst[2] ?? ""), dayFirst[3], context, thai || THAI_LETTERS.test(text));
  const monthFirst = /^([^\d\s\-/,]+\.?)[\s\-.]*(\d{1,2})(?:st|nd|rd|th)?(?:\s*,\s*|\s+)(\d{4})$/iu.exec(text);
  if (monthFirst) return partsOf(monthFirst[2], monthOfName(monthFirst[1] ?? ""), monthFirst[3], context, thai);
  const monthAlone = /^([^\d\s\-/,]+(?:\s[^\d\s]+)?)[\s\-./,']*(\d{2}|\d{4})$/iu.exec(text);
  if (monthAlone)
    return partsOf(
      undefined,
      monthOfName(monthAlone[1] ?? ""),
      monthAlone[2],
      context,
      thai || THAI_LETTERS.test(text),
    );
  return null;
}

function partsOf(
  day: string | undefined,
  month: number | null,
  yearText: string | undefined,
  context: DateContext,
  thai: boolean,
): Calendar | null {
  const year = yearOf(yearText ?? "", context, thai);
  if (month === null || !year) return null;
  return readingsOf([{ day: numberOf(day), month, year }]);
}

/** 17/05/2021, 17.5.21, 05/2021; where day and month could change places, the column's order decides or it is asked. */
function inNumbers(text: string, context: DateContext): Calendar | null {
  const monthAndYear = /^(\d{1,2})[/.\- ](\d{4})$/.exec(text);
  if (monthAndYear) return partsOf(undefined, Number(monthAndYear[1]), monthAndYear[2], context, false);
  const found = /^(\d{1,2})([/.\- ])(\d{1,2})\2(\d{2}|\d{4})$/.exec(text);
  const year = found && yearOf(found[4] ?? "", context);
  if (!found || !year) return null;
  const [first, second] = [Number(found[1]), Number(found[3])];
  const dayFirst = { day: first, month: second, year };
  const monthFirst = { day: second, month: first, year };
  if (second > 12 || (context.order === "month_first" && first <= 12)) return readingsOf([monthFirst]);
  if (first > 12 || first === second || context.order === "day_first") return readingsOf([dayFirst]);
  return readingsOf([dayFirst, monthFirst], ["import.date.order"]);
}

const TO = /\s*(?:–|—|\bto\b|\buntil\b|đến|ถึง|至|到|\s-\s)\s*/iu;

/** 17-19 May 2021, 17 May – 2 June 2021, 17/05/2021 - 19/05/2021. */
function spanIn(text: string, context: DateContext): Calendar | null {
  const short = /^(\d{1,2})\s*[-–—]\s*(\d{1,2})\s+(\p{L}.*)$/u.exec(text);
  const [left, right] = short ? [`${short[1]} ${short[3]}`, `${short[2]} ${short[3]}`] : text.split(TO);
  if (!left || !right || (!short && text.split(TO).length !== 2)) return null;
  const end = parseCalendar(right.trim(), context);
  if (end.kind !== "read") return null;
  const year = /\d{4}\s*$/.exec(right)?.[0] ?? "";
  const withYear = parseCalendar(left.trim(), context);
  const start = withYear.kind === "read" ? withYear : parseCalendar(`${left.trim()} ${year}`, context);
  if (start.kind !== "read") return start.kind === "impossible" ? start : null;
  const [from, to] = [start.readings[0], end.readings[0]];
  if (!from || !to || from.precision !== "day" || to.precision !== "day") return null;
  if (to.on < from.on) return { kind: "impossible" };
  const reading: Reading = { on: from.on, to: to.on, precision: to.on === from.on ? "day" : "range" };
  const notes = [...new Set([...start.notes, ...end.notes])];
  const single = reading.precision === "day" ? { ...reading, to: null } : reading;
  return { kind: "read", readings: [single], notes, asks: start.asks || end.asks || start.readings.length > 1 };
}

function readingsOf(all: readonly Parts[], notes: string[] = []): Calendar {
  const told = new Set(notes);
  const readings: Reading[] = [];
  for (const { day, month, year } of all) {
    for (const note of year.notes) told.add(note);
    for (const one of year.years) {
      const reading = readingOf(day, month, one);
      if (reading) readings.push(reading);
    }
  }
  if (readings.length === 0) return { kind: "impossible" };
  const asks = readings.length > 1;
  return { kind: "read", readings, notes: [...told], asks };
}

function readingOf(day: number | null, month: number | null, year: number): Reading | null {
  const date = dateOf(year, month ?? 1, day ?? 1);
  if (date === null) return null;
  const precision = month === null ? "year" : day === null ? "month" : "day";
  return { on: date, to: null, precision };
}

function dateOf(year: number, month: number, day: number): LocalDate | null {
  const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return isLocalDate(text) ? text : null;
}

function numberOf(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}
