import { describe, expect, test } from "vitest";
import {
  comparisonOf,
  holdsToday,
  periodsToBeginWith,
  readThan,
  sharedDays,
  thanParams,
  writeThan,
} from "#app/domain/compared-periods.ts";
import { NO_FILTER } from "#app/domain/filter-address.ts";

const SPAN = { startsOn: "2026-04-15", endsOn: "2026-09-15", today: "2026-06-10" };
const ofDays = (from: string | null, to: string | null) => ({ ...NO_FILTER, from, to, modes: ["air"] });

describe("the second period in an address", () => {
  const read = (query: string) => readThan(new URLSearchParams(query));

  test("is the stretch before, or days that are named", () => {
    expect(read("than=before&from=2026-05-01")).toEqual({ than: "before", dropped: [] });
    const than = { from: "2026-05-01", to: "2026-05-07" };
    expect(read("than_from=2026-05-01&than_to=2026-05-07")).toEqual({ than, dropped: [] });
    expect(read("than=before&than_from=2026-05-01&than_to=2026-05-07").than).toEqual(than);
    expect(read("from=2026-05-01")).toEqual({ than: null, dropped: [] });
  });

  test("is told as dropped where it is none", () => {
    expect(read("than=after").dropped).toEqual([{ name: "than", value: "after" }]);
    expect(read("than_from=2026-05-08&than_to=2026-05-07")).toMatchObject({ than: null, dropped: { length: 2 } });
    expect(read("than_from=2026-02-30&than_to=2026-05-07").than).toBeNull();
    expect(read("than=before&than_to=x")).toEqual({ than: "before", dropped: [{ name: "than_to", value: "x" }] });
  });

  test("is written as it is read, beside everything else", () => {
    const base = new URLSearchParams("from=2026-05-01&than=before&order=rank");
    const than = { from: "2026-05-01", to: "2026-05-07" };
    const written = writeThan(than, base);
    expect(`${written}`).toBe("from=2026-05-01&order=rank&than_from=2026-05-01&than_to=2026-05-07");
    expect(readThan(written).than).toEqual(than);
    expect(`${writeThan(null, written)}`).toBe("from=2026-05-01&order=rank");
    expect(thanParams("before")).toEqual([["than", "before"]]);
  });
});

describe("two periods", () => {
  test("just before is the stretch of the same length, under the same filter", () => {
    const found = comparisonOf(ofDays("2026-05-15", "2026-05-28"), "before", SPAN);
    expect(found).toMatchObject({
      first: { from: "2026-05-15", to: "2026-05-28", days: 14 },
      second: { from: "2026-05-01", to: "2026-05-14", days: 14 },
      filter: { from: "2026-05-01", to: "2026-05-14", modes: ["air"] },
    });
  });

  test("need a period; one that is half open goes to the ends of the operation so far", () => {
    expect(comparisonOf(ofDays(null, null), "before", SPAN)).toBeNull();
    expect(comparisonOf(ofDays("2026-06-01", null), "before", SPAN)).toMatchObject({
      first: { from: "2026-06-01", to: "2026-06-10", days: 10 },
      second: { from: "2026-05-22", to: "2026-05-31", days: 10 },
    });
    expect(comparisonOf(ofDays(null, "2026-04-20"), "before", SPAN)).toMatchObject({
      first: { from: "2026-04-15", to: "2026-04-20", days: 6 },
      second: { from: "2026-04-09", to: "2026-04-14", days: 0 },
    });
  });

  test("count those days alone that the operation has had", () => {
    expect(comparisonOf(ofDays("2026-06-01", "2026-06-30"), "before", SPAN)).toMatchObject({
      first: { days: 10 },
      second: { from: "2026-05-02", to: "2026-05-31", days: 30 },
    });
    expect(comparisonOf(ofDays("2026-04-20", "2026-04-29"), "before", SPAN)).toMatchObject({ second: { days: 5 } });
    expect(comparisonOf(ofDays("2026-07-01", null), "before", SPAN)).toMatchObject({
      first: { from: "2026-07-01", to: "2026-07-01", days: 0 },
    });
    expect(comparisonOf(ofDays(null, "2026-04-01"), "before", SPAN)).toMatchObject({
      first: { from: "2026-04-01", to: "2026-04-01", days: 0 },
    });
  });

  test("may share days, and may hold the day that is running", () => {
    const pair = (first: [string, string], second: [string, string]) => {
      const days = ([from, to]: [string, string]) => ({ from, to, days: 1 });
      return { first: days(first), second: days(second) };
    };
    const apart = pair(["2026-05-08", "2026-05-14"], ["2026-05-01", "2026-05-07"]);
    expect([sharedDays(apart, SPAN), holdsToday(apart, SPAN)]).toEqual([0, false]);
    const over = pair(["2026-06-01", "2026-06-30"], ["2026-06-08", "2026-06-20"]);
    expect([sharedDays(over, SPAN), holdsToday(over, SPAN)]).toEqual([3, true]);
    expect(holdsToday(over, { ...SPAN, endsOn: "2026-06-09" })).toBe(false);
  });

  test("ask for no day before the calendar begins", () => {
    const second = { from: "0001-01-01", to: "0001-01-04", days: 0 };
    expect(comparisonOf(ofDays("0001-01-05", "2026-05-01"), "before", SPAN)).toMatchObject({ second });
    const none = { from: "0001-01-01", to: "0001-01-01", days: 0 };
    expect(comparisonOf(ofDays("0001-01-01", "2026-05-01"), "before", SPAN)).toMatchObject({ second: none });
  });

  test("may be begun with four weeks or the month, up to the last day so far", () => {
    expect(periodsToBeginWith(SPAN)).toEqual({
      days28: { from: "2026-05-14", to: "2026-06-10" },
      month: { from: "2026-06-01", to: "2026-06-10" },
    });
    expect(periodsToBeginWith({ ...SPAN, today: "2026-12-01" }).days28).toMatchObject({ to: "2026-09-15" });
  });
});
