import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CHANGE_KINDS, type Change, LINES, linesOf, toldSince } from "#app/domain/visit.ts";

const NOW = new Date("2026-08-14T08:00:00Z");
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

describe("since when changes are told", () => {
  test("nothing on the first visit ever, nor when it is loaded again soon after", () => {
    expect(toldSince(null, NOW)).toBeNull();
    expect(toldSince({ seenAt: ago(5), shownAt: ago(29), shownFrom: null }, NOW)).toBeNull();
  });

  test("since the last visit; for half an hour after coming in it stays as it was", () => {
    expect(toldSince({ seenAt: ago(600), shownAt: ago(700), shownFrom: ago(900) }, NOW)).toEqual(ago(600));
    expect(toldSince({ seenAt: ago(1), shownAt: ago(29), shownFrom: ago(900) }, NOW)).toEqual(ago(900));
    expect(toldSince({ seenAt: ago(1), shownAt: ago(30), shownFrom: ago(900) }, NOW)).toEqual(ago(1));
  });
});

describe("the lines", () => {
  const change = (kind: Change["kind"], id: string, at = ago(1)): Change => ({ kind, id, at: at.toISOString() });

  test("the weightiest first, of a kind the newest first, each once", () => {
    const { lines, more } = linesOf([
      change("people", "p"),
      change("on_route", "old", ago(9)),
      change("on_route", "new", ago(2)),
      change("question", "q", ago(60)),
      change("withdrawn", "w", ago(3)),
      change("withdrawn", "w", ago(4)),
    ]);
    expect(lines.map(({ kind, id, at }) => [kind, id, at])).toEqual([
      ["question", "q", ago(60).toISOString()],
      ["withdrawn", "w", ago(3).toISOString()],
      ["on_route", "new", ago(2).toISOString()],
      ["on_route", "old", ago(9).toISOString()],
      ["people", "p", ago(1).toISOString()],
    ]);
    expect(more).toBe(0);
  });

  test("twelve at most, and the rest is counted; none that is shown weighs less than one that is not", () => {
    const drawn = fc.record({ kind: fc.constantFrom(...CHANGE_KINDS), id: fc.integer({ max: 40 }).map(String) });
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 60 }), (some) => {
        const changes = some.map(({ kind, id }, n) => change(kind, id, ago(n)));
        const { lines, more } = linesOf(changes);
        const distinct = new Set(changes.map(({ kind, id }) => `${kind} ${id}`)).size;
        expect(lines.length + more).toBe(distinct);
        expect(lines.length).toBe(Math.min(LINES, distinct));
        const weights = lines.map(({ kind }) => CHANGE_KINDS.indexOf(kind));
        expect(weights).toEqual(weights.toSorted((left, right) => left - right));
        const lightest = Math.max(-1, ...weights);
        const heavier = changes.filter(({ kind }) => CHANGE_KINDS.indexOf(kind) < lightest);
        const shown = new Set(lines.map(({ kind, id }) => `${kind} ${id}`));
        expect(heavier.filter(({ kind, id }) => !shown.has(`${kind} ${id}`))).toEqual([]);
      }),
    );
  });
});
