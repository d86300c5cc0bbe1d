import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, daysBetween } from "#app/domain/calendar.ts";
import { type WeeklyDay, weeksOf } from "#app/domain/tally/weeks.ts";

const FIRST = "2021-05-01";
const agencyId = "lao";

/** Days as the promise has them: each stands since the day after the last that ends. */
function daysOf(ends: readonly boolean[]): WeeklyDay[] {
  let since = FIRST;
  return ends.map((isEnd, n) => {
    const row = { agencyId, day: addDays(FIRST, n), since, ends: isEnd };
    if (isEnd) since = addDays(FIRST, n + 1);
    return row;
  });
}

test("all days since the last tally belong to the next one, its own day too", () => {
  const week = { since: FIRST, day: "2021-05-03" };
  expect([...weeksOf(daysOf([false, false, true, false]))]).toEqual([
    ["lao 2021-05-01", week],
    ["lao 2021-05-02", week],
    ["lao 2021-05-03", week],
  ]);
});

test("a tally of its own day alone makes no week, and agencies are kept apart", () => {
  expect(weeksOf(daysOf([true, true])).size).toBe(0);
  const thai = daysOf([false, true]).map((row) => ({ ...row, agencyId: "thai" }));
  expect([...weeksOf([...daysOf([true, true]), ...thai]).keys()]).toEqual(["thai 2021-05-01", "thai 2021-05-02"]);
});

test("no day belongs to two, and each to the first that ends at or after it", () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 40 }), (ends) => {
      const weeks = weeksOf(daysOf(ends));
      for (const n of ends.keys()) {
        const own = weeks.get(`${agencyId} ${addDays(FIRST, n)}`);
        const end = ends.indexOf(true, n);
        const before = ends.slice(0, n).lastIndexOf(true);
        if (end < 0 || end - before === 1) expect(own).toBeUndefined();
        else expect(own).toEqual({ since: addDays(FIRST, before + 1), day: addDays(FIRST, end) });
        if (own) expect(daysBetween(own.since, own.day)).toBeGreaterThan(0);
      }
    }),
  );
});
