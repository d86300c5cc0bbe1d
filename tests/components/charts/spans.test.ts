import fc from "fast-check";
import { expect, test } from "vitest";
import { timelineOf } from "#app/components/charts/periods.ts";
import { GRAINS, spansFrom, wholeOf } from "#app/components/charts/spans.ts";
import { addDays } from "#app/domain/calendar.ts";

const PHASES = { startsOn: "2024-11-10", endsOn: "2026-02-20", followUpEndsOn: "2026-02-20" };
const row = (day: string, total: number) => ({
  key: { day, kind: "I" },
  total,
  confirmed: total,
  provisional: 0,
});

test("months and years are whole ones of the calendar, also those without a case", () => {
  const rows = [row("2024-11-30", 1), row("2024-12-01", 2), row("2026-02-01", 4)];
  const months = timelineOf(rows, PHASES, "2026-03-01", "month");
  expect(months.periods).toHaveLength(16);
  expect(months.periods.filter(({ total }) => total > 0).map(({ from, to, total }) => [from, to, total])).toEqual([
    ["2024-11-01", "2024-11-30", 1],
    ["2024-12-01", "2024-12-31", 2],
    ["2026-02-01", "2026-02-28", 4],
  ]);
  const years = timelineOf(rows, PHASES, "2025-07-02", "year");
  expect(years.periods.map(({ key, total, future }) => [key, total, future])).toEqual([
    ["2024-01-01", 3, false],
    ["2025-01-01", 0, false],
    ["2026-01-01", 4, true],
  ]);
  expect(years.futureFrom).toBeCloseTo(0.5, 2);
});

test("what is a whole month or year is called so, and nothing else is", () => {
  expect(wholeOf({ from: "2024-02-01", to: "2024-02-29" })).toBe("month");
  expect(wholeOf({ from: "2024-12-01", to: "2024-12-31" })).toBe("month");
  expect(wholeOf({ from: "2024-01-01", to: "2024-12-31" })).toBe("year");
  expect(wholeOf({ from: "2023-02-01", to: "2023-02-07" })).toBeNull();
  expect(wholeOf({ from: "2024-02-01", to: "2025-01-31" })).toBeNull();
  expect(wholeOf({ from: "2024-02-02", to: "2024-03-01" })).toBeNull();
});

test("whatever the days, each lies in the bar that it is counted in", () => {
  const aDay = fc.integer({ min: 0, max: 9000 }).map((days) => addDays("2008-01-01", days));
  fc.assert(
    fc.property(aDay, fc.integer({ min: 0, max: 4000 }), fc.constantFrom(...GRAINS), (first, later, grain) => {
      const day = addDays(first, later);
      const { placeOf, startOf } = spansFrom(first, grain);
      const place = placeOf(day);
      expect(place).toBeGreaterThanOrEqual(0);
      expect(placeOf(first)).toBe(0);
      expect(startOf(place) <= day && day < startOf(place + 1)).toBe(true);
    }),
  );
});
