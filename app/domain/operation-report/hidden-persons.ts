import { figureLines } from "./lines.ts";
import type { PersonsCounted, ReportResults } from "./results.ts";
import { suppressedLines } from "./suppression.ts";

/**
 * The same results without the counts of persons that are too small to be said, and without those that would tell them:
 * pages, papers, files, texts and the hash are all made of what is left. Nothing is left out where nothing is asked for.
 */
export function withoutSmallCounts(results: ReportResults, under: number): ReportResults {
  if (under === 0) return results;
  const lines = suppressedLines(figureLines(results), under);
  const hidden = new Set(lines);
  const { figures, counts } = results;
  const { personsByReporter } = counts;
  return {
    ...results,
    suppressed: { under, lines },
    figures: { ...figures, persons: unsaid("persons", figures.persons, hidden) },
    counts: {
      ...counts,
      ...(personsByReporter && {
        personsByReporter: personsByReporter.map((row) =>
          unsaid(`counts/personsByReporter/${row.key.reporter}`, row, hidden),
        ),
      }),
    },
  };
}

function unsaid<Row extends PersonsCounted>(name: string, row: Row, hidden: ReadonlySet<string>): Row {
  const said = (column: keyof PersonsCounted) => (hidden.has(`${name}/${column}`) ? null : row[column]);
  return { ...row, persons: said("persons"), confirmed: said("confirmed"), provisional: said("provisional") };
}
