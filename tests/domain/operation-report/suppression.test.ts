import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withoutSmallCounts } from "#app/domain/operation-report/hidden-persons.ts";
import { figureLines, lineValues, valueOfLine } from "#app/domain/operation-report/lines.ts";
import {
  personSums,
  type Sum,
  suppressed,
  suppressedLines,
  withMarks,
} from "#app/domain/operation-report/suppression.ts";
import { someResults } from "./some-results.ts";

type Row = { confirmed: number; provisional: number };
const Counted = fc.oneof({ weight: 3, arbitrary: fc.nat(6) }, { weight: 1, arbitrary: fc.nat(60) });
const Rows = fc.array(fc.record({ confirmed: Counted, provisional: Counted }), { minLength: 1, maxLength: 6 });
const Under = fc.constantFrom(3, 5, 10);

/** Persons of some administrations, each row and each column with its total. */
function tableOf(rows: readonly Row[]): Map<string, number> {
  const sum = (of: (row: Row) => number) => rows.reduce((all, row) => all + of(row), 0);
  const cells = (name: string, { confirmed, provisional }: Row): [string, number][] => [
    [`${name}/persons`, confirmed + provisional],
    [`${name}/confirmed`, confirmed],
    [`${name}/provisional`, provisional],
  ];
  return new Map([
    ...cells("persons", { confirmed: sum((row) => row.confirmed), provisional: sum((row) => row.provisional) }),
    ...rows.flatMap((row, at) => cells(`counts/personsByReporter/R${at}`, row)),
  ]);
}

/** Every value that each hidden count could have, looking at one row or column alone: each is one at least. */
function possible({ whole, parts }: Sum, counts: ReadonlyMap<string, number>, hidden: ReadonlySet<string>) {
  const unsaid = parts.filter((part) => hidden.has(part));
  const said = parts.reduce((all, part) => all + (hidden.has(part) ? 0 : (counts.get(part) ?? 0)), 0);
  if (hidden.has(whole)) return unsaid.length === 0 ? 1 : Number.POSITIVE_INFINITY;
  const left = (counts.get(whole) ?? 0) - said;
  // So many values from 1 to what the others leave, each of which is one at least.
  return unsaid.length === 0 ? Number.POSITIVE_INFINITY : unsaid.length === 1 ? 1 : left - unsaid.length + 1;
}

describe("counts of persons that are too small", () => {
  test("are hidden, and none of them is told by one row or one column and its total", () => {
    fc.assert(
      fc.property(Rows, Under, (rows, under) => {
        const counts = tableOf(rows);
        const sums = personSums(counts.keys());
        const hidden = suppressed(counts, sums, under);
        for (const [name, count] of counts) if (count > 0 && count < under) expect(hidden).toContain(name);
        for (const sum of sums) expect(possible(sum, counts, hidden)).toBeGreaterThan(1);
        // Nobody is pointed at by none: what is hidden is never nothing.
        for (const name of hidden) expect(counts.get(name)).toBeGreaterThan(0);
      }),
    );
  });

  test("are all that is taken out: where none is small, nothing changes", () => {
    fc.assert(
      fc.property(Rows, Under, (rows, under) => {
        const counts = tableOf(rows);
        const lines = [...counts].map(([line, count]) => ({ line, value: String(count) }));
        const marked = withMarks([...lines, { line: "cases/total", value: "1" }], under);
        const small = [...counts.values()].some((count) => count > 0 && count < under);
        if (!small) expect(marked.slice(0, -1)).toEqual(lines);
        const hidden = new Set(suppressedLines(lines, under));
        for (const { line, value } of marked)
          expect(value).toBe(hidden.has(line) ? `<${under}*` : line === "cases/total" ? "1" : String(counts.get(line)));
      }),
    );
  });

  test("are hidden once: doing it again hides the same", () => {
    fc.assert(
      fc.property(Rows, Under, (rows, under) => {
        const lines = [...tableOf(rows)].map(([line, count]) => ({ line, value: String(count) }));
        const once = withMarks(lines, under);
        expect(withMarks(once, under)).toEqual(once);
      }),
    );
  });

  test("leave a row that is known to add up to two without its total", () => {
    const counts = new Map([
      ["all", 2],
      ["one", 1],
      ["other", 1],
    ]);
    expect([...suppressed(counts, [{ whole: "all", parts: ["one", "other"] }], 2)].sort()).toEqual([
      "all",
      "one",
      "other",
    ]);
  });
});

describe("a report that says no small counts", () => {
  const persons = { persons: 12, confirmed: 10, provisional: 2, stating: 4, silent: 1 };
  const whole = someResults({ persons });
  whole.counts.personsByReporter = [
    { key: { reporter: "TH" }, persons: 9, confirmed: 9, provisional: 0 },
    { key: { reporter: "VN" }, persons: 3, confirmed: 1, provisional: 2 },
  ];
  const results = withoutSmallCounts(whole, 5);

  test("holds none of them anywhere, and says which it does not", () => {
    expect(results.suppressed).toEqual({
      under: 5,
      lines: [
        "counts/personsByReporter/TH/confirmed",
        "counts/personsByReporter/TH/persons",
        "counts/personsByReporter/VN/confirmed",
        "counts/personsByReporter/VN/persons",
        "counts/personsByReporter/VN/provisional",
        "persons/confirmed",
        "persons/provisional",
      ],
    });
    expect(results.figures.persons).toEqual({ ...persons, confirmed: null, provisional: null });
    expect(valueOfLine(lineValues(results), "persons/confirmed")).toBe("<5*");
    expect(valueOfLine(lineValues(results), "counts/personsByReporter/*/persons")).toBe("<5*");
  });

  test("has the same lines as before, changed in these alone", () => {
    const names = (of: typeof whole) => figureLines(of).map(({ line }) => line);
    expect(names(results)).toEqual(names(whole));
    const changed = figureLines(whole).filter(({ line, value }) => lineValues(results).get(line) !== value);
    expect(changed.map(({ line }) => line)).toEqual(results.suppressed?.lines);
  });

  test("is the same when it is done again, and untouched where all is said", () => {
    expect(withoutSmallCounts(results, 5)).toEqual(results);
    expect(withoutSmallCounts(whole, 0)).toBe(whole);
  });
});
