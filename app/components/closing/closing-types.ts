import type { ClosingCheck, ClosingCounts } from "#app/domain/closing.ts";
import type { OperationState } from "#app/domain/operation.ts";

export type CheckLine = {
  what: ClosingCheck;
  open: number;
  mayStay: boolean;
  /** The page where it is mended, for a reader who may open it. */
  mended: string | null;
  /** The reason that lets it stay open, given since the operation was opened last and for no fewer. */
  reason: { reason: string; by: string; at: string } | null;
};

export type GivenLine = { id: string; what: string; open: number; reason: string; by: string; at: string };

export type ClosingLine = {
  number: number;
  by: string;
  closedAt: string;
  counts: ClosingCounts;
  reopened: { by: string; at: string; why: string } | null;
};

export type ClosingPageData = {
  state: OperationState;
  checks: CheckLine[];
  /** What is in the way of closing now. */
  way: ClosingCheck[];
  mayClose: boolean;
  maySettle: boolean;
  mayKeep: boolean;
  /** Opened again, and no version of the report was frozen and published since. */
  owesReport: boolean;
  keptUntil: string | null;
  closings: ClosingLine[];
  reasons: GivenLine[];
  command: string;
};
