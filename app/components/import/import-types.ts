import type { CenLayoutName } from "#app/domain/cen/mapping.ts";
import type { Target } from "#app/domain/import/columns.ts";
import type { SheetOfSeveral } from "#app/domain/import/headings.ts";
import type { ImportState, RowCount, RowOutcome, RowStanding } from "#app/domain/import/progress.ts";
import type { RowSaid } from "#app/domain/import/said.ts";
import type { ImportAnswers } from "#app/domain/import/sheet.ts";
import type { FieldNote } from "#app/domain/import/told.ts";
import type { FormFields } from "#app/domain/seizure-form/rows.ts";

/** A file that was sent, as a line of the list says it. */
export type ImportLine = {
  id: string;
  fileName: string;
  fileBytes: number;
  state: ImportState;
  madeAt: string;
  by: string;
  rows: number;
  done: number;
  /** How much of it is here, while it is still on its way. */
  received: number;
  counts: readonly RowCount[];
  refusal: { key: string; params?: Record<string, string> } | null;
};

export type ImportColumn = { at: number; heading: string; holds: Target | null; samples: readonly string[] };

/** Questions that are asked once for the whole file. */
export type FileAsks = {
  /** Whether a column says it already: then only rows that say nothing are meant. */
  handlingInFile: boolean;
  order: boolean;
  mark: boolean;
  /** How many rows have a day outside of the operation, and a place in another country than the reporter's. */
  outside: number;
  abroad: number;
  answers: ImportAnswers;
  codes: readonly string[];
};

export type GridCell = { at: number; heading: string; holds: Target | null; written: string; mended: string | null };

export type GridRow = {
  row: number;
  standing: RowStanding;
  outcome: RowOutcome;
  cells: readonly GridCell[];
  said: RowSaid;
  questions: readonly { field: string; agree: "right" | "open" | null }[];
  notes: readonly FieldNote[];
  /** Other lines of its case that keep it back: refused ones, and fields in which they contradict each other. */
  heldBy: readonly number[];
  contradicts: readonly string[];
  seizureId: string | null;
  /** What is here and what the file would make of it, where the two differ. */
  differs: { before: FormFields; after: FormFields } | null;
  /** Its report was erased, and its text with it. */
  forgotten: boolean;
};

export type ImportGrid = {
  standing: RowStanding | null;
  rows: readonly GridRow[];
  /** Position of the first row on this page, from 1. */
  from: number;
  total: number;
  next: string | null;
  previous: string | null;
};

export type ImportPageData = {
  line: ImportLine;
  /** Set where the file was read as a CEN-style table. */
  layout: CenLayoutName | null;
  sheets: SheetOfSeveral | null;
  cancelAsked: boolean;
  mode: "" | "good" | "all";
  columns: readonly ImportColumn[];
  asks: FileAsks;
  grid: ImportGrid;
  /** By whose clock it is said when the cases were cleared, and what was said; null where they are cleared here. */
  given: { zone: string; at: string } | null;
  mayWrite: boolean;
  /** One id for each form of the page. */
  commands: { map: string; answer: string; start: string; correct: string; cancel: string };
};
