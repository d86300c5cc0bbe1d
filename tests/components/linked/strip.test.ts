import { expect, test } from "vitest";
import { firstFrame, nextFrame } from "#app/components/linked/film.ts";
import { monthsOf, periodOf, stripOf, windowOf } from "#app/components/linked/strip-days.ts";

const SPAN = { startsOn: "2026-04-15", endsOn: "2026-04-24", today: "2026-04-20" };
const row = (day: string | null, kind: string, confirmed: number, provisional: number) => ({
  key: { day, kind },
  total: confirmed + provisional,
  confirmed,
  provisional,
});
const STRIP = stripOf(
  [row("2026-04-16", "T", 1, 2), row("2026-04-16", "I", 2, 0), row(null, "I", 0, 3), row("2026-03-01", "I", 9, 0)],
  SPAN,
);

test("a day's stack has its confirmed kinds below and the provisional ones over them; what has no day is counted apart", () => {
  expect(STRIP.parts).toEqual([
    { kind: "I", confirmed: true, day: 1, from: 0, to: 2 },
    { kind: "T", confirmed: true, day: 1, from: 2, to: 3 },
    { kind: "T", confirmed: false, day: 1, from: 3, to: 5 },
  ]);
  expect(STRIP).toMatchObject({ days: 10, most: 5, undated: 3, today: 5 });
});

test("a window that is the whole operation says nothing in the filter, any other says its ends", () => {
  expect(periodOf(STRIP, { first: 0, last: 9 })).toEqual({ from: null, to: null });
  expect(periodOf(STRIP, { first: 2, last: 4 })).toEqual({ from: "2026-04-17", to: "2026-04-19" });
  expect(windowOf(STRIP, "2026-04-17", "2026-04-19")).toEqual({ first: 2, last: 4 });
  expect(windowOf(STRIP, "2020-01-01", "2030-01-01")).toEqual({ first: 0, last: 9 });
});

test("months are named by their first days, and the first day of the operation always", () => {
  expect(monthsOf({ startsOn: "2026-04-29", days: 5 }).map(({ on }) => on)).toEqual(["2026-04-29", "2026-05-01"]);
});

test("a film of everything so far grows day by day until today, never beyond", () => {
  const frames = { strip: STRIP, pace: "day", reel: "growing", width: 10 } as const;
  let shown = firstFrame(frames, { first: 0, last: 9 });
  const seen = [shown];
  for (let next = nextFrame(frames, shown); next; next = nextFrame(frames, shown)) {
    shown = next;
    seen.push(shown);
  }
  expect(seen.map(({ first, last }) => [first, last])).toEqual([0, 1, 2, 3, 4, 5].map((last) => [0, last]));
});

test("a moving window keeps its width, begins where it was chosen, and its last picture ends today", () => {
  const frames = { strip: STRIP, pace: "day", reel: "moving", width: 3 } as const;
  expect(firstFrame(frames, { first: 1, last: 3 })).toEqual({ first: 1, last: 3 });
  expect(nextFrame(frames, { first: 1, last: 3 })).toEqual({ first: 2, last: 4 });
  expect(nextFrame({ ...frames, pace: "week" }, { first: 1, last: 3 })).toEqual({ first: 3, last: 5 });
  expect(nextFrame(frames, { first: 3, last: 5 })).toBeNull();
});
