import { expect, test } from "vitest";
import { besidePeriods } from "#app/components/charts/beside-periods.ts";
import { namedPeriods, silencesIn, timelineOf } from "#app/components/charts/periods.ts";
import { scaleOf } from "#app/components/charts/stack.ts";

const PHASES = { startsOn: "2026-04-15", endsOn: "2026-09-15", followUpEndsOn: "2026-11-15" };
const row = (day: string | null, total: number, kind = "I") => ({
  key: { day, kind },
  total,
  confirmed: 1,
  provisional: total - 1,
});

test("154 days are 22 weeks from the first day on, those without a case too", () => {
  const { periods, futureFrom } = timelineOf(
    [row("2026-04-21", 3), row("2026-04-22", 2)],
    PHASES,
    "2026-08-14",
    "week",
  );
  expect(periods).toHaveLength(22);
  expect(periods.slice(0, 3).map(({ from, to, total }) => [from, to, total])).toEqual([
    ["2026-04-15", "2026-04-21", 3],
    ["2026-04-22", "2026-04-28", 2],
    ["2026-04-29", "2026-05-05", 0],
  ]);
  expect(periods.filter((period) => period.future).length).toBe(4);
  expect(futureFrom).toBeCloseTo(122 / 154);
});

test("a second period stands on its own days, and other bars say nothing of it", () => {
  const of = (rows: ReturnType<typeof row>[]) => timelineOf(rows, PHASES, "2026-05-10", "week");
  const second = { from: "2026-04-20", to: "2026-04-28" };
  const { periods } = besidePeriods(of([row("2026-05-01", 4)]), of([row("2026-04-21", 3)]), second);
  expect(periods.slice(0, 4).map(({ total, than }) => [total, than?.total])).toEqual([
    ...[
      [0, 3],
      [0, 0],
      [4, undefined],
      [0, undefined],
    ],
  ]);
  const toCome = { from: "2026-05-04", to: "2026-05-31" };
  const ahead = besidePeriods(of([]), of([]), toCome).periods.filter((period) => period.than);
  expect(ahead.map(({ from }) => from)).toEqual(["2026-04-29", "2026-05-06"]);
});

test("cases without a day are counted apart and on no bar", () => {
  const { periods, undated } = timelineOf([row(null, 5), row("2026-04-15", 1)], PHASES, "2026-08-14", "day");
  expect(periods).toHaveLength(154);
  expect(periods.reduce((sum, period) => sum + period.total, 0)).toBe(1);
  expect(undated).toMatchObject({ total: 5, confirmed: 1, provisional: 4 });
});

test("the follow-up is there as far as it has come", () => {
  expect(timelineOf([], PHASES, "2026-09-15", "day").followUpFrom).toBeNull();
  const { periods, followUpFrom } = timelineOf([], PHASES, "2026-10-14", "day");
  expect(periods.at(-1)?.to).toBe("2026-10-14");
  expect(followUpFrom).toBeCloseTo(154 / 183);
  expect(timelineOf([], PHASES, "2027-01-01", "day").periods.at(-1)?.to).toBe("2026-11-15");
});

test("parts of a bar stand confirmed first, each in the order of kinds", () => {
  const { periods } = timelineOf(
    [row("2026-04-15", 3, "mixed"), row("2026-04-15", 2, "D")],
    PHASES,
    "2026-08-14",
    "day",
  );
  expect(periods[0]?.segments).toEqual([
    { kind: "D", confirmed: true, count: 1 },
    { kind: "mixed", confirmed: true, count: 1 },
    { kind: "D", confirmed: false, count: 1 },
    { kind: "mixed", confirmed: false, count: 2 },
  ]);
});

test.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [6, [0, 2, 4, 6]],
  [21, [0, 10, 20, 30]],
  [868, [0, 500, 1000]],
])("a scale for %i has round steps", (most, ticks) => {
  expect(scaleOf(most).ticks).toEqual(ticks);
});

test("only some periods are named, the first always", () => {
  expect(namedPeriods(["a", "b", "c", "d", "e"], 2).map(({ period }) => period)).toEqual(["a", "d"]);
});

test("a period is silent where a tally of one of its days is missing, and by how many", () => {
  const missing = { "2026-04-16": 2, "2026-04-21": 1, "2026-04-30": 1 };
  const { periods } = timelineOf([], PHASES, "2026-08-14", "week");
  const width = 1 / periods.length;
  expect(silencesIn(periods, missing)).toEqual([
    { key: "2026-04-15", missing: 3, start: 0, width },
    { key: "2026-04-29", missing: 1, start: 2 * width, width },
  ]);
  expect(silencesIn(periods, {})).toEqual([]);
});
