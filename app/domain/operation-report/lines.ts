import type { ReportResults } from "./results.ts";
import { isKept } from "./sheets.ts";
import { markAmong, markUnder } from "./suppression.ts";

/** One counted value by its own name: "byReporter/TH/drugs/total" → "41". */
export type FigureLine = { line: string; value: string };

/**
 * Everything that a report counts as single values, in one order: what is hashed, named in texts, compared between
 * versions and counted a second time. A row is named by its keys, so that it keeps its name when others come before it.
 * Of a sheet only what it says; a count that is not said has a mark for its value.
 */
export function figureLines({ figures, counts, kept, suppressed }: Counted): FigureLine[] {
  const said = [...linesOf([], figures), ...linesOf(["counts"], counts)].filter(({ line }) => isKept(line, kept));
  const marks = suppressed?.lines.map((line) => ({ line, value: markUnder(suppressed.under) })) ?? [];
  return [...said, ...marks].sort((left, right) => (left.line < right.line ? -1 : left.line > right.line ? 1 : 0));
}

export type Counted = Pick<ReportResults, "figures" | "counts" | "kept" | "suppressed">;

function linesOf(path: readonly string[], value: unknown): FigureLine[] {
  if (value === null || value === undefined) return [];
  if (typeof value === "number" || typeof value === "string") return [{ line: path.join("/"), value: String(value) }];
  if (Array.isArray(value)) return value.flatMap((row) => rowLines(path, row));
  if (typeof value === "object")
    return Object.entries(value).flatMap(([name, inner]) => linesOf([...path, name], inner));
  throw new TypeError(`No figure is a ${typeof value}`);
}

function rowLines(path: readonly string[], row: unknown): FigureLine[] {
  if (typeof row !== "object" || row === null) throw new TypeError("A list of figures has rows");
  const { key, measure, ...values } = row as { key?: unknown; measure?: unknown };
  const name = [...partsOfKey(key), ...(typeof measure === "string" ? [measure] : [])];
  return linesOf([...path, ...name], values);
}

/** By the names of the keys, which a database may keep in another order. What is not known is "-", which is no code. */
function partsOfKey(key: unknown): string[] {
  if (typeof key === "string") return key === "" ? [] : [key];
  if (typeof key !== "object" || key === null) throw new TypeError("A row of figures has a key");
  return Object.entries(key)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, part]) => (part === null ? "-" : String(part)));
}

/** Lines that differ between two countings, by name; null where one of them has no such line. */
export type ChangedLine = { line: string; before: string | null; after: string | null };

export function changedLines(before: readonly FigureLine[], after: readonly FigureLine[]): ChangedLine[] {
  const [was, is] = [before, after].map((lines) => new Map(lines.map(({ line, value }) => [line, value])));
  const names = [...new Set([...before, ...after].map(({ line }) => line))].sort();
  return names.flatMap((line) => {
    const [old, now] = [was?.get(line) ?? null, is?.get(line) ?? null];
    return old === now ? [] : [{ line, before: old, after: now }];
  });
}

/** Values by the names of their lines. */
export type LineValues = ReadonlyMap<string, string>;

export function lineValues(results: Counted): LineValues {
  return new Map(figureLines(results).map(({ line, value }) => [line, value]));
}

/**
 * What a text that names a line says: the value; of a name with `*` for one of its parts the sum over all lines that differ
 * in it alone (of a reporter over all kinds: kinds of goods add up to the cases), not said where one of them is not. Null
 * where there is none.
 */
export function valueOfLine(values: LineValues, name: string): string | null {
  if (!name.includes("*")) return values.get(name) ?? null;
  const parts = name.split("/");
  const fits = (line: string) => {
    const own = line.split("/");
    return own.length === parts.length && parts.every((part, at) => part === "*" || part === own[at]);
  };
  const found = [...values].filter(([line]) => fits(line));
  const mark = markAmong(found.map(([, value]) => value));
  if (mark !== null || found.length === 0) return mark;
  return String(found.reduce((sum, [, value]) => sum + Number(value), 0));
}
