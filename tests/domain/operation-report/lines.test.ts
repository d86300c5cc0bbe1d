import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changedLines, figureLines, valueOfLine } from "#app/domain/operation-report/lines.ts";
import { someResults } from "./some-results.ts";

describe("lines of a report", () => {
  const results = someResults();

  test("name each value by its keys, and none twice", () => {
    const lines = figureLines(results);
    expect(lines).toContainEqual({ line: "cases/total", value: "5" });
    expect(lines).toContainEqual({ line: "byReporter/D/TH/total", value: "2" });
    expect(lines).toContainEqual({ line: "byMode/mixed/-/total", value: "1" });
    expect(lines).toContainEqual({ line: "quantityByCommodity/rows/F2.raw_ivory/kg/total", value: "12.5" });
    expect(lines).toContainEqual({ line: "counts/cites/I/total", value: "1" });
    expect(new Set(lines.map(({ line }) => line)).size).toBe(lines.length);
  });

  test("stay the same whatever order a database keeps rows and keys in", () => {
    const { byReporter } = results.figures;
    const [first] = byReporter;
    const turned = first && { ...first, key: { kind: first.key.kind, reporter: first.key.reporter } };
    const rows = [...byReporter.slice(1), ...(turned ? [turned] : [])].reverse();
    expect(figureLines({ ...results, figures: { ...results.figures, byReporter: rows } })).toEqual(
      figureLines(results),
    );
  });

  test("are added up over the part that a name leaves open", () => {
    const values = new Map(figureLines(results).map(({ line, value }) => [line, value]));
    expect(valueOfLine(values, "byReporter/*/TH/total")).toBe("3");
    expect(valueOfLine(values, "byReporter/*/XY/total")).toBeNull();
  });

  test("that differ are told with what stood before, and nothing else is", () => {
    const Lines = fc.dictionary(fc.constantFrom("a", "b", "c", "d"), fc.constantFrom("1", "2"));
    const listed = (values: Readonly<Record<string, string>>) =>
      Object.entries(values).map(([line, value]) => ({ line, value }));
    fc.assert(
      fc.property(Lines, Lines, (before, after) => {
        const changed = changedLines(listed(before), listed(after));
        const mended: Record<string, string> = { ...before };
        for (const { line, before: was, after: is } of changed) {
          expect(was).toBe(before[line] ?? null);
          expect(was).not.toBe(is);
          if (is === null) delete mended[line];
          else mended[line] = is;
        }
        expect(mended).toEqual({ ...after });
      }),
    );
  });
});
