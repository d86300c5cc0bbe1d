import type { RowStatus } from "./row.ts";

/** Where a file stands on its way in. */
export const IMPORT_STATES = ["uploading", "reading", "read", "importing", "done", "cancelled", "refused"] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** What became of a record; nothing yet, where it is empty. `updated`: it differs from what is here, and nobody changed that. */
export const ROW_OUTCOMES = ["", "imported", "drafted", "unchanged", "updated", "corrected", "refused"] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** More lines than this are not taken in one transaction: others of the same administration would wait for its end. */
export const MOST_AT_ONCE = 5_000;

/** How many lines of a file share a status and an outcome. */
export type RowCount = { status: RowStatus; outcome: RowOutcome; n: number };

/** What a list of lines can be narrowed to: where each stands, as a reader thinks of it. */
export const ROW_STANDINGS = ["error", "question", "ok", "differs", "done", "skip"] as const;
export type RowStanding = (typeof ROW_STANDINGS)[number];

/** What is left of a line, or that something became of it. */
export function standingOf({ status, outcome }: Omit<RowCount, "n">): RowStanding {
  if (outcome === "refused") return "error";
  if (outcome === "updated") return "differs";
  if (outcome !== "") return "done";
  return status;
}

/** How many lines stand where. */
export function countStandings(counts: readonly RowCount[]): Record<RowStanding, number> {
  const sums = { error: 0, question: 0, ok: 0, differs: 0, done: 0, skip: 0 };
  for (const count of counts) sums[standingOf(count)] += count.n;
  return sums;
}

/** How many lines were read well and refused as reports: another time of approval, or what others did since, may let them in. */
export function countRefusedAsReports(counts: readonly RowCount[]): number {
  return counts.reduce((sum, { status, outcome, n }) => sum + (outcome === "refused" && status !== "error" ? n : 0), 0);
}

/** A file of that size holds a million lines; what is larger is no report of seizures. */
export const MOST_FILE_BYTES = 200 * 1_048_576;

/** Whether all of the file is here. */
export const isWhole = (state: ImportState) => state !== "uploading";

/** Whether a worker has it, or will. */
export const isWorkedOn = (state: ImportState) => state === "reading" || state === "importing";

const PIECES = 400;
const SMALLEST_PIECE = 64 * 1024;

/** In pieces of which size a file of so many bytes is sent: the same at every try, so that none is sent twice. */
export const pieceBytes = (fileBytes: number) => Math.max(SMALLEST_PIECE, Math.ceil(fileBytes / PIECES));
