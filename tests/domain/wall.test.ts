import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PANEL_KINDS } from "#app/domain/dashboard.ts";
import { type Placed, wallPages } from "#app/domain/wall.ts";

const panels = fc.array(fc.record({ kind: fc.constantFrom(...PANEL_KINDS), wide: fc.boolean() }), { maxLength: 24 });

const placesOf = ({ column, columns, row, rows }: Placed) =>
  Array.from({ length: columns * rows }, (_, at) => `${column + (at % columns)} ${row + Math.floor(at / columns)}`);

describe("pages of a wall", () => {
  test("every panel stands once, in order, within its page, and none on another one", () => {
    fc.assert(
      fc.property(panels, (all) => {
        const pages = wallPages(all);
        expect(pages.flat().map(({ at }) => at)).toEqual(all.map((_, at) => at));
        for (const page of pages) {
          const taken = page.flatMap(placesOf);
          expect(new Set(taken).size).toBe(taken.length);
          for (const place of taken) expect(["1 1", "2 1", "1 2", "2 2"]).toContain(place);
        }
      }),
    );
  });

  test("three low panels share a page, and two of them do not take the same free place", () => {
    const three = [0, 1, 2].map(() => ({ kind: "headline" as const, wide: false }));
    expect(wallPages(three)).toEqual([
      [
        { at: 0, column: 1, columns: 1, row: 1, rows: 1 },
        { at: 1, column: 1, columns: 2, row: 2, rows: 1 },
        { at: 2, column: 2, columns: 1, row: 1, rows: 1 },
      ],
    ]);
  });

  test("what wants the height of the screen has it, and what is alone has the whole", () => {
    expect(wallPages([{ kind: "byDay", wide: false }])).toEqual([[{ at: 0, column: 1, columns: 2, row: 1, rows: 2 }]]);
    const four = (["headline", "coverage", "latest", "byDay"] as const).map((kind) => ({ kind, wide: false }));
    expect(wallPages(four).map((page) => page.map(({ at, column, row, rows }) => [at, column, row, rows]))).toEqual([
      [
        [0, 1, 1, 1],
        [1, 1, 2, 1],
        [2, 2, 1, 2],
      ],
      [[3, 1, 1, 2]],
    ]);
  });
});
