import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ACCEPT_WITHIN_MS, alarmsAt, alarmsChangeIn, FORESEEN_MS, type Watched } from "#app/domain/watch/alarm.ts";
import type { Shift } from "#app/domain/watch/shift.ts";

const NOW = new Date("2026-08-14T08:00:00Z");
const HOUR = 3_600_000;
const MINUTE = 60_000;
/** Hours from now. */
const at = (hours: number) => new Date(NOW.getTime() + hours * HOUR).toISOString();
const shift = (from: number, to: number, over: Partial<Shift> = {}): Shift => ({
  ...{ id: `${from}`, agencyId: "A", memberId: "M", name: "", contact: "", present: true },
  startsAt: at(from),
  endsAt: at(to),
  ...over,
});
const signed = (ago: number) => ({ agencyId: "A", signedAt: new Date(NOW.getTime() - ago).toISOString() });
const rosters = (...shifts: Shift[]): Watched => ({ shifts, unaccepted: [] });
const owed = (...shifts: Shift[]): Watched => ({
  ...rosters(...shifts),
  mustKeep: { agencyIds: ["A"], since: new Date(at(-50)) },
});

describe("alarms", () => {
  test("a gap of each agency by itself, and a handover only after its half hour; the oldest first", () => {
    const shifts = [shift(-4, 4), shift(-9, -3, { agencyId: "B" }), shift(-4, 20, { agencyId: "C" })];
    const unaccepted = [signed(ACCEPT_WITHIN_MS), signed(ACCEPT_WITHIN_MS - 1)];
    expect(alarmsAt({ shifts, unaccepted }, NOW).map(({ kind, agencyId, from }) => [kind, agencyId, from])).toEqual([
      ["gap", "B", at(-3)],
      ["handover", "A", at(-0.5)],
      ["gap", "A", at(4)],
    ]);
  });

  test("whoever owes a roster and keeps none is missed since it is owed, and before its first duty, too", () => {
    expect(alarmsAt(owed(), NOW)).toEqual([{ kind: "gap", agencyId: "A", from: at(-50), until: null, unkept: true }]);
    expect(alarmsAt(owed(shift(3, 20)), NOW)).toEqual([{ kind: "gap", agencyId: "A", from: at(-50), until: at(3) }]);
    expect(alarmsAt(owed(shift(-4, 4)), NOW)).toEqual([{ kind: "gap", agencyId: "A", from: at(4), until: null }]);
    expect(alarmsAt(owed(shift(-4, 12)), NOW)).toEqual([]);
    expect(alarmsAt(rosters(), NOW)).toEqual([]);
    expect(alarmsAt(rosters(shift(3, 20)), NOW)).toEqual([]);
  });
});

describe("when time alone changes the alarms", () => {
  const raised = (watched: Watched, ms: number) => alarmsAt(watched, new Date(NOW.getTime() + ms));

  test("twelve hours before a duty ends that nobody follows", () => {
    const watched = rosters(shift(-4, 14));
    expect(alarmsChangeIn(watched, NOW)).toBe(2 * HOUR + 1);
    expect(raised(watched, 2 * HOUR)).toEqual([]);
    expect(raised(watched, 2 * HOUR + 1)).toEqual([{ kind: "gap", agencyId: "A", from: at(14), until: null }]);
  });

  test("half an hour after a watch was handed over, and not again for one that is late already", () => {
    const watched = { shifts: [], unaccepted: [signed(10 * MINUTE), signed(40 * MINUTE)] };
    expect(alarmsChangeIn(watched, NOW)).toBe(20 * MINUTE);
    expect([raised(watched, 20 * MINUTE - 1), raised(watched, 20 * MINUTE)].map(({ length }) => length)).toEqual([
      1, 2,
    ]);
  });

  test("when the next comes on duty after a gap; a change of the watch changes nothing", () => {
    expect(alarmsChangeIn(rosters(shift(-9, -2), shift(3, 30)), NOW)).toBe(3 * HOUR);
    expect(alarmsChangeIn(rosters(shift(-4, 4), shift(4, 12), shift(12, 60)), NOW)).toBe(FORESEEN_MS);
    expect(alarmsChangeIn(owed(), NOW)).toBe(FORESEEN_MS);
  });

  test("nothing changes before that, and something does then, whatever the rosters", () => {
    const quarter = fc.integer({ min: -20, max: 60 });
    const spans = fc.array(fc.tuple(quarter, fc.integer({ min: 1, max: 60 }), fc.constantFrom("A", "B")), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(spans, fc.boolean(), (drawn, owing) => {
        const shifts = drawn.map(([from, length, agencyId]) => shift(from / 4, (from + length) / 4, { agencyId }));
        const watched = owing ? owed(...shifts) : rosters(...shifts);
        const change = alarmsChangeIn(watched, NOW);
        const quarters = Array.from({ length: 96 }, (_, n) => n * 15 * MINUTE).filter((ms) => ms < change);
        for (const ms of quarters) expect(raised(watched, ms)).toEqual(raised(watched, 0));
        if (change < FORESEEN_MS) expect(raised(watched, change)).not.toEqual(raised(watched, 0));
      }),
    );
  });
});
