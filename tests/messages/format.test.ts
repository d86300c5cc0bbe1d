import { describe, expect, test } from "vitest";
import { formatFor } from "#app/messages/all.server.ts";
import { preferredLocale } from "#app/messages/index.ts";

const english = formatFor("en", "Asia/Ho_Chi_Minh");
const vietnamese = formatFor("vi", "Asia/Ho_Chi_Minh");

describe("numbers", () => {
  test.each([
    ["0", "0"],
    ["95.54", "95.54"],
    ["1390", "1,390"],
    ["12858.90", "12,858.90"],
    ["123456789012345.000001", "123,456,789,012,345.000001"],
    ["-1234.5", "−1,234.5"],
  ])("an exact decimal %s keeps its digits: %s", (given, shown) => {
    expect(english.decimal(given)).toBe(shown);
  });

  test("each language has its own marks", () => {
    expect(vietnamese.decimal("12858.9")).toBe("12.858,9");
    expect(vietnamese.number(1155)).toBe("1.155");
  });

  test.each([
    ["6271.44", "6,271"],
    ["12858.9", "12,859"],
    ["73.4999", "73.5"],
    ["0.004567", "0.004567"],
    ["0.00456789", "0.004568"],
    ["999.96", "1,000"],
    ["9.9996", "10"],
    ["868", "868"],
    ["-12.3456", "−12.35"],
  ])("a total of %s is shown to four figures: %s", (given, shown) => {
    expect(english.figure(given)).toBe(shown);
  });

  test("a share has one digit behind the mark", () => {
    expect(english.percent(60, 177)).toBe("33.9%");
    expect(vietnamese.percent(60, 177)).toBe("33,9%");
    expect(english.percent(0, 0)).toBe("0%");
  });
});

describe("days and times", () => {
  test("a day stays the day that was given", () => {
    expect(english.day("2026-08-14")).toBe("14 Aug 2026");
    expect(english.dayLong("2026-08-14")).toBe("Fri 14 Aug 2026");
    expect(english.dayShort("2026-09-01")).toBe("1 Sep");
    expect(english.dayRange("2026-04-15", "2026-09-15")).toBe("15 Apr to 15 Sep 2026");
    expect(english.dayRange("2025-12-15", "2026-01-15")).toBe("15 Dec 2025 to 15 Jan 2026");
  });

  test("an instant is shown in the reader's zone with UTC beside it", () => {
    expect(english.momentWithUtc("2026-08-14T07:02:00Z")).toBe("14 Aug 2026, 14:02 in Ha Noi · 07:02 UTC");
    expect(english.momentWithUtc("2026-08-14T20:30:00Z")).toBe("15 Aug 2026, 03:30 in Ha Noi · Fri 20:30 UTC");
    expect(formatFor("en", "UTC").momentWithUtc("2026-08-14T07:02:00Z")).toBe("14 Aug 2026, 07:02 UTC");
    expect(english.timeIn("2026-08-14T11:00:00Z", "Asia/Bangkok")).toBe("18:00 in Bangkok");
    expect(english.timeIn("2026-08-14T11:00:00Z", "UTC")).toBe("11:00 UTC");
    expect(english.timeIn("2026-08-14T11:00:00Z", "America/Argentina/Buenos_Aires")).toBe("08:00 in Buenos Aires");
  });

  test.each([
    ["2026-08-14T07:02:00Z", "14:02"],
    ["2026-08-13T17:30:00Z", "00:30"],
    ["2026-08-13T09:05:00Z", "Thu 16:05"],
    ["2026-08-08T09:05:00Z", "Sat 16:05"],
    ["2026-08-07T09:05:00Z", "7 Aug"],
    ["2026-08-14T17:30:00Z", "15 Aug"],
    ["2025-08-12T09:05:00Z", "12 Aug 2025"],
  ])("seen on Friday 14 August, %s reads %s", (instant, shown) => {
    expect(english.relative(instant, "2026-08-14T08:00:00Z")).toBe(shown);
  });

  test.each([
    [0, "0 min"],
    [-5, "0 min"],
    [58 * 60_000, "58 min"],
    [238 * 60_000 + 59_000, "3 h 58 min"],
    [(24 * 4 + 20) * 3_600_000, "4 days 20 h"],
    [25 * 3_600_000, "1 day 1 h"],
  ])("%d ms last %s", (milliseconds, shown) => {
    expect(english.duration(milliseconds).replaceAll("\u00a0", " ")).toBe(shown);
  });
});

test.each([
  [null, "en"],
  ["vi-VN,vi;q=0.9,en;q=0.8", "vi"],
  ["fr-FR, en;q=0.7, vi;q=0.9", "vi"],
  ["zh-CN,zh;q=0.9", "zh"],
  ["km-KH,km;q=0.9,en;q=0.8", "km"],
  ["fr-FR", "en"],
  ["vi;q=0, en;q=0.1", "en"],
  ["pseudo", "en"],
])("a browser that asks for %s gets %s", (header, locale) => {
  expect(preferredLocale(header)).toBe(locale);
});
