import type { SeizureFact } from "#app/domain/fact.ts";
import type { Id } from "#app/domain/id.ts";
import type { HighlightAnswer, HighlightState, ReportHighlight } from "#app/domain/operation-report/highlight.ts";
import type { ReportAudience, ReportKind } from "#app/domain/operation-report/report.ts";

/** What one owner said last of the words that stand. */
export type OwnerLine = {
  id: Id;
  agency: string;
  answer: HighlightAnswer | null;
  reason: string;
  /** Who said it, where the reader may know. */
  by: string;
  at: string | null;
};

/** A case chosen for a report, and how far its clearing has come. */
export type HighlightLine = Omit<ReportHighlight, "cleared"> & {
  /** For whom it was asked. */
  audience: ReportAudience;
  state: HighlightState;
  owners: OwnerLine[];
  author: string;
  at: string;
  /** Where it was published in its country already. */
  known: { id: Id; outlet: string; source: string; day: string }[];
};

/** What is asked of an owner. */
export type AskedLine = HighlightLine & {
  report: { id: Id; title: string; kind: ReportKind; audience: ReportAudience };
  /** What the own agency said of these words. */
  own: HighlightAnswer | null;
  published: boolean;
};

/** Cases that may be chosen, found by a number. */
export type FoundCases = { asked: string; cases: { fact: SeizureFact; caseNo: string | null; chosen: boolean }[] };

/** Reports that a case may be chosen for, or that want to say something of it; null for who has no part in it. */
export type HighlightsOfCase = {
  reports: { id: Id; title: string; chosen: boolean }[];
  /** So many wait for the own agency's word. */
  asked: number;
};
