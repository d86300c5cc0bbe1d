import { expect, test } from "vitest";
import { delayUntil } from "#app/domain/timeliness.ts";

const HOUR = 3_600_000;
const day = { occurredOn: "2021-05-17", occurredTo: null, datePrecision: "day" as const, occurredAt: null };

test("with the hour known it counts from there, to the minute", () => {
  const known = { ...day, occurredAt: "2021-05-17T22:30:00+07:00" };
  expect(delayUntil(known, "Asia/Bangkok", new Date("2021-05-17T17:00:00Z"))).toEqual({
    milliseconds: 1.5 * HOUR,
    atLeast: false,
  });
});

test("with the day alone it counts from the end of the day in the operation's zone, and is at least that", () => {
  expect(delayUntil(day, "Asia/Bangkok", new Date("2021-05-17T20:00:00Z"))).toEqual({
    milliseconds: 3 * HOUR,
    atLeast: true,
  });
  expect(delayUntil(day, "Asia/Bangkok", new Date("2021-05-17T08:00:00Z"))?.milliseconds).toBe(0);
});

test("of a month, a year or a span there is no delay to speak of", () => {
  for (const datePrecision of ["month", "year", "range"] as const) {
    expect(delayUntil({ ...day, datePrecision }, "Asia/Bangkok", new Date("2021-09-01T00:00:00Z"))).toBeNull();
  }
});
