import type { FigureLine } from "./lines.ts";

/** Under how many a count of persons is not said; 0 says all. */
export const SUPPRESS_UNDER = [0, 3, 5, 10] as const;
export type SuppressUnder = (typeof SUPPRESS_UNDER)[number];

/** A count and what it is the sum of, by the names of their lines: a row or a column of a table with its total. */
export type Sum = { whole: string; parts: readonly string[] };

/** Counts by name; null where one is not said already. */
export type Counts = ReadonlyMap<string, number | null>;

/**
 * Which counts are not said: those under the limit, and so many more that none of them can be computed from one row or one
 * column and its total. None persons are said: nobody is pointed at. Both kinds are marked in the same way, so whoever
 * computes knows of each no more than that it is one at least.
 */
export function suppressed(counts: Counts, sums: readonly Sum[], under: number): Set<string> {
  const hidden = new Set([...counts].flatMap(([name, count]) => (isSmall(count, under) ? [name] : [])));
  for (let before = -1; hidden.size > before; ) {
    before = hidden.size;
    for (const sum of sums) {
      while (tells(sum, counts, hidden)) {
        const also = cheapest(sum, counts, hidden);
        if (also === null) break;
        hidden.add(also);
      }
    }
  }
  return hidden;
}

function isSmall(count: number | null, under: number): boolean {
  return count === null || (count > 0 && count < under);
}

/** Whether what is said of a sum leaves but one value for something that is not. */
function tells({ whole, parts }: Sum, counts: Counts, hidden: ReadonlySet<string>): boolean {
  const unsaid = parts.filter((part) => hidden.has(part));
  if (hidden.has(whole)) return unsaid.length === 0;
  if (unsaid.length === 0) return false;
  const said = parts.reduce((sum, part) => sum + (hidden.has(part) ? 0 : (counts.get(part) ?? 0)), 0);
  // All of them are one at least: where one alone is left, or no more than one for each, each is known.
  return unsaid.length === 1 || (counts.get(whole) ?? 0) - said <= unsaid.length;
}

/** The smallest count of the sum that is still said; its total last of all. */
function cheapest({ whole, parts }: Sum, counts: Counts, hidden: ReadonlySet<string>): string | null {
  const said = (name: string) => (counts.get(name) ?? 0) > 0 && !hidden.has(name);
  const [least] = parts.filter(said).sort((left, right) => (counts.get(left) ?? 0) - (counts.get(right) ?? 0));
  return least ?? (said(whole) ? whole : null);
}

/** Where persons are counted: in all, and under each administration that reported them. */
const PERSONS = "persons";
const BY_REPORTER = "counts/personsByReporter";
const COLUMNS = ["persons", "confirmed", "provisional"] as const;

/** How the counts of persons in a report add up: each of its rows, and each column over all administrations. */
export function personSums(names: Iterable<string>): Sum[] {
  const rows = [...new Set([...names].flatMap((name) => rowOf(name) ?? []))].sort();
  const across = [PERSONS, ...rows].map((row) => ({
    whole: `${row}/persons`,
    parts: [`${row}/confirmed`, `${row}/provisional`],
  }));
  const own = rows.filter((row) => row !== PERSONS);
  const down = COLUMNS.map((column) => ({
    whole: `${PERSONS}/${column}`,
    parts: own.map((row) => `${row}/${column}`),
  }));
  return own.length === 0 ? across : [...across, ...down];
}

function rowOf(name: string): string | null {
  const cut = name.lastIndexOf("/");
  const [row, column] = [name.slice(0, cut), name.slice(cut + 1)];
  const counts = row === PERSONS || row.startsWith(`${BY_REPORTER}/`);
  return counts && COLUMNS.some((one) => one === column) ? row : null;
}

/** The lines of a report that are not said, in one order. */
export function suppressedLines(lines: readonly FigureLine[], under: number): string[] {
  if (under === 0) return [];
  const counts = new Map(
    lines.flatMap(({ line, value }) =>
      rowOf(line) === null ? [] : [[line, isMark(value) ? null : Number(value)] as const],
    ),
  );
  return [...suppressed(counts, personSums(counts.keys()), under)].sort();
}

/** What stands instead of a count that is not said. */
export function markUnder(under: number): string {
  return `<${under}*`;
}

export function isMark(value: string): boolean {
  return /^<\d+\*$/.test(value);
}

/** The same lines, with marks for what is not said. */
export function withMarks(lines: readonly FigureLine[], under: number): FigureLine[] {
  const hidden = new Set(suppressedLines(lines, under));
  return lines.map(({ line, value }) => ({ line, value: hidden.has(line) ? markUnder(under) : value }));
}

/** A mark among the values of some lines; null where all are said. */
export function markAmong(values: Iterable<string>): string | null {
  for (const value of values) if (isMark(value)) return value;
  return null;
}
