import { expect, test } from "vitest";
import { type Bounds, timeBox } from "#app/domain/time-box.ts";
import { countByWeek } from "#app/domain/weeks.ts";

const bounds: Bounds = {
  state: "active",
  zone: "Asia/Ho_Chi_Minh",
  startsOn: "2026-04-15",
  endsOn: "2026-09-15",
  followUpEndsOn: "2026-10-15",
  debriefOn: "2026-11-15",
  cutOff: "18:00",
};
const at = (instant: string, over: Partial<Bounds> = {}) => timeBox({ ...bounds, ...over }, new Date(instant));

test("day n of m goes by the operation's own calendar, wherever one is", () => {
  expect(at("2026-08-14T07:02:00Z")).toMatchObject({ today: "2026-08-14", day: 122, of: 154 });
  expect(at("2026-08-14T17:00:00Z")).toMatchObject({ today: "2026-08-15", day: 123 });
  expect(at("2026-08-14T17:00:00Z", { zone: "UTC" })).toMatchObject({ today: "2026-08-14", day: 122 });
});

test("there is no day before the first and none after the last", () => {
  expect(at("2026-04-01T00:00:00Z")).toMatchObject({ day: null, startsIn: 14 });
  expect(at("2026-04-15T00:00:00Z")).toMatchObject({ day: 1, startsIn: 0 });
  expect(at("2026-09-15T16:59:00Z")).toMatchObject({ day: 154 });
  expect(at("2026-09-15T17:00:00Z")).toMatchObject({ day: null });
});

test("tonight's cut-off is tomorrow's once it has passed, and there is none outside the operational phase", () => {
  expect(at("2026-08-14T10:59:00Z").cutOffAt?.toISOString()).toBe("2026-08-14T11:00:00.000Z");
  expect(at("2026-08-14T11:00:00Z").cutOffAt?.toISOString()).toBe("2026-08-15T11:00:00.000Z");
  expect(at("2026-08-14T10:59:00Z", { state: "follow_up" }).cutOffAt).toBeNull();
});

test("cases fall into weeks from the first day on; what lies outside or has no day counts nowhere", () => {
  const days = [
    { day: "2026-04-14", count: 9 },
    { day: "2026-04-15", count: 1 },
    { day: "2026-04-21", count: 2 },
    { day: "2026-04-22", count: 4 },
    { day: "2026-04-30", count: 9 },
    { day: null, count: 9 },
  ];
  const span = { startsOn: "2026-04-15", endsOn: "2026-09-15", today: "2026-04-25" };
  expect(countByWeek(days, span)).toEqual([3, 4]);
  expect(countByWeek(days, { ...span, today: "2026-04-01" })).toEqual([]);
});
