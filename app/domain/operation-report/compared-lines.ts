import type { FigureLine } from "./lines.ts";

/** A figure as it stands in a report and as it was counted again; null where one of the two has no such line. */
export type ComparedLine = { line: string; stands: string | null; again: string | null };

/** Every line of either counting under its name, in one order. */
export function comparedLines(stand: readonly FigureLine[], again: readonly FigureLine[]): ComparedLine[] {
  const [stands, counted] = [stand, again].map((lines) => new Map(lines.map(({ line, value }) => [line, value])));
  const names = [...new Set([...stand, ...again].map(({ line }) => line))].sort();
  return names.map((line) => ({ line, stands: stands?.get(line) ?? null, again: counted?.get(line) ?? null }));
}

export function differs({ stands, again }: ComparedLine): boolean {
  return stands !== again;
}
