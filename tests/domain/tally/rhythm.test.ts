import { expect, test } from "vitest";
import { promiseOn, TallyPromise } from "#app/domain/tally/rhythm.ts";

const PROMISE = { rhythm: "daily", fromDay: "2021-04-15", zone: "Asia/Bangkok" };

const faults = (over: object) =>
  TallyPromise.safeParse({ ...PROMISE, ...over }).error?.issues.map(
    ({ path, message }) => `${path.join(".")}: ${message}`,
  );

test("a promise of every day needs no more than its first day and the agency's zone", () => {
  expect(TallyPromise.parse(PROMISE)).toMatchObject({ toDay: null, weekday: null, daysOff: [6, 7], holidays: [] });
});

test("a promise is refused where it says no day of the week, no end of a standing nil, or ends before it begins", () => {
  expect(faults({ rhythm: "weekly" })).toEqual(["weekday: tally.weekday.missing"]);
  expect(faults({ rhythm: "standing_nil" })).toEqual(["toDay: tally.standing.end"]);
  expect(faults({ toDay: "2021-04-14" })).toEqual(["toDay: operation.dates.order"]);
  expect(faults({ daysOff: [1, 2, 3, 4, 5, 6, 7] })).toEqual(["daysOff: tally.days_off.all"]);
  expect(faults({ rhythm: "yearly" })).toEqual(["rhythm: tally.rhythm.unknown"]);
  expect(faults({ zone: "Mars/Olympus" })).toEqual(["zone: zone.unknown"]);
  expect(faults({ holidays: ["2021-02-30"] })).toEqual(["holidays.0: date.malformed"]);
});

test("of promises the last made that covers the day holds, ended and future ones do not", () => {
  const [future, ended, first] = [
    { fromDay: "2021-06-01", toDay: null },
    { fromDay: "2021-05-01", toDay: "2021-05-10" },
    { fromDay: "2021-04-15", toDay: null },
  ];
  const promises = [future, ended, first];
  expect(promiseOn(promises, "2021-05-10")).toBe(ended);
  expect(promiseOn(promises, "2021-05-11")).toBe(first);
  expect(promiseOn(promises, "2021-06-01")).toBe(future);
  expect(promiseOn(promises, "2021-04-14")).toBeUndefined();
});
