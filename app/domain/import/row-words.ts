import type { CenLayout } from "../cen/mapping.ts";
import { columnNamed } from "../cen/recognise.ts";
import type { Target } from "./columns.ts";
import { isOwnHeading } from "./own-columns.ts";
import type { SheetReading } from "./sheet.ts";
import { tidyCell } from "./understood.ts";

/** The cells of a row as they are read; `exact` are those of which every word was known. */
export type RowCells = {
  cells: Partial<Record<Target, string>>;
  exact: ReadonlySet<Target>;
  /** Set where the file is a CEN-style table. */
  layout: CenLayout | null;
};

/** The row's own words: what is no field, and what was read into codes, so that nothing of it is lost. */
export function wordingOf(
  row: readonly string[],
  { cells, exact, layout }: RowCells,
  { headings, columns }: SheetReading,
): string {
  const lines = headings.flatMap((heading, at) => {
    const target = columns[at];
    const value = tidyCell(row[at] ?? "");
    const kept = target ? WORDS.includes(target) && !exact.has(target) : !(layout && columnNamed(heading, layout));
    const says = value !== "" && heading.trim() !== "" && !isOwnHeading(heading);
    return kept && says ? [`${heading.trim()}: ${value}`] : [];
  });
  const own = tidyCell(cells.narrative ?? "");
  return [own, ...lines].filter(Boolean).join("\n").slice(0, 8000);
}

const WORDS: readonly Target[] = [
  "occurredTime",
  "commodity",
  "category",
  "species",
  "description",
  "mode",
  "detections",
  "weight",
  "pieces",
  "quantity",
];
