import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { onDuty, rosterGap, type Shift, ShiftInput } from "#app/domain/watch/shift.ts";

const NOW = new Date("2026-08-14T08:00:00Z");
const HOUR = 3_600_000;
/** Hours from now. */
const at = (hours: number) => new Date(NOW.getTime() + hours * HOUR).toISOString();
const shift = (from: number, to: number, over: Partial<Shift> = {}): Shift => ({
  ...{ id: `${from}`, agencyId: "A", memberId: "M", name: "", contact: "", present: true },
  startsAt: at(from),
  endsAt: at(to),
  ...over,
});

describe("a gap of the roster", () => {
  test("none where somebody is on duty now and for twelve hours, one after the other or one over the other", () => {
    expect(rosterGap([shift(-4, 4), shift(4, 12)], NOW)).toBeNull();
    expect(rosterGap([shift(3, 20), shift(-4, 4)], NOW)).toBeNull();
    expect(rosterGap([shift(-1, 13)], NOW)).toBeNull();
  });

  test("between two, after the last, and since the last where it has begun", () => {
    expect(rosterGap([shift(-4, 4), shift(5, 20)], NOW)).toEqual({ from: at(4), until: at(5) });
    expect(rosterGap([shift(-4, 4)], NOW)).toEqual({ from: at(4), until: null });
    expect(rosterGap([shift(-9, -2), shift(3, 20)], NOW)).toEqual({ from: at(-2), until: at(3) });
    expect(rosterGap([shift(-1, 11.99)], NOW)).toEqual({ from: at(11.99), until: null });
  });

  test("nobody is missed where no roster is kept, before it begins, or after it was given up", () => {
    expect(rosterGap([], NOW)).toBeNull();
    expect(rosterGap([shift(13, 20)], NOW)).toBeNull();
    expect(rosterGap([shift(2, 20)], NOW)).toBeNull();
    expect(rosterGap([shift(-200, -169)], NOW)).toBeNull();
    expect(rosterGap([shift(-200, -167)], NOW)).toEqual({ from: at(-167), until: null });
  });

  test("who cannot act in the operation is not on duty, whatever the roster says", () => {
    const gone = shift(-4, 20, { present: false });
    expect(rosterGap([gone], NOW)).toMatchObject({ until: null });
    expect(rosterGap([gone, shift(2, 20)], NOW)).toEqual({ from: at(0), until: at(2) });
    expect(onDuty([gone, shift(-1, 0), shift(0, 1), shift(-1, 1, { id: "both" })], NOW).map(({ id }) => id)).toEqual([
      "0",
      "both",
    ]);
  });

  test("it is the first quarter of an hour in which nobody is there, counted one by one", () => {
    const quarter = fc.integer({ min: -20, max: 60 });
    const spans = fc.array(fc.tuple(quarter, fc.integer({ min: 1, max: 30 })), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(spans, (drawn) => {
        const shifts = drawn.map(([from, length]) => shift(from / 4, (from + length) / 4));
        const first = Math.max(0, Math.min(...drawn.map(([from]) => from)));
        const there = (quarter: number) => drawn.some(([from, length]) => from <= quarter && quarter < from + length);
        const empty = Array.from({ length: 48 }, (_, n) => n).find((n) => n >= first && !there(n));
        const gap = rosterGap(shifts, NOW);
        if (empty === undefined) expect(gap).toBeNull();
        else expect(Math.max(Date.parse(gap?.from ?? ""), NOW.getTime())).toBe(Date.parse(at(empty / 4)));
      }),
    );
  });
});

describe("what is entered", () => {
  const id = "01890a5d-ac96-774b-bcce-b302099a8057";
  const entry = { id, memberId: id, startsAt: at(0), endsAt: at(8), contact: "" };
  const faults = (over: object) =>
    ShiftInput.safeParse({ ...entry, ...over }).error?.issues.map(({ path, message }) => `${path}: ${message}`);

  test("an end after its beginning, within a week, by a person", () => {
    expect(faults({})).toBeUndefined();
    expect(faults({ endsAt: at(0) })).toEqual(["endsAt: watch.shift.order"]);
    expect(faults({ endsAt: at(169) })).toEqual(["endsAt: watch.shift.long"]);
    expect(faults({ memberId: "" })).toEqual(["memberId: watch.member.missing"]);
    expect(faults({ startsAt: "soon" })).toEqual(["startsAt: watch.time.malformed"]);
  });
});
