import type { ChangedLine } from "#app/domain/operation-report/lines.ts";
import type { ReportAudience, ReportKind } from "#app/domain/operation-report/report.ts";
import type { ReportTaking } from "#app/domain/operation-report/report-forms.ts";
import type { HighlightLine } from "../highlights/highlight-types.ts";
import type { Thread } from "./comment-types.ts";
import type { ReportSource } from "./document-types.ts";
import type { Suppression } from "./less-form.tsx";
import type { ReadersEffect } from "./readers-form.tsx";
import type { ReportFileLine } from "./report-file-types.ts";
import type { DraftSignings, ToSign } from "./signing-types.ts";

export type DraftLine = {
  id: string;
  kind: ReportKind;
  audience: ReportAudience;
  title: string;
  fromDay: string | null;
  toDay: string | null;
  subject: string | null;
  aside: boolean;
  at: string;
  by: string;
  editions: number;
};

export type EditionLine = {
  reportId: string;
  number: number;
  kind: ReportKind;
  audience: ReportAudience;
  title: string;
  hash: string;
  asOf: string;
  frozenAt: string;
  publishedAt: string | null;
};

export type ReportsPageData = {
  /** Whether reports in the making are shown at all. */
  drafts: boolean;
  mayBegin: boolean;
  reports: DraftLine[];
  published: EditionLine[];
  /** Of which reports the reader's administration is asked to sign something. */
  toSign: ToSign[];
  administration: string;
  /** What sheets can be about. */
  subjects: { administrations: { code: string; name: string }[]; groups: string[] };
  /** The id that a new report gets. */
  fresh: string;
  command: string;
};

export type ReportPageData = {
  source: ReportSource;
  /** The number of the figures that stand in the draft. */
  reckoning: number;
  /** By section: which version of its text stands, who wrote it and when. */
  written: Record<string, { version: number; author: string; at: string }>;
  moved: ChangedLine[];
  /** Cases chosen for it, cleared or not. */
  highlights: HighlightLine[];
  editions: EditionLine[];
  aside: boolean;
  signings: DraftSignings;
  /** What other readers would cost. */
  readers: ReadersEffect[];
  suppression: Suppression;
  threads: Thread[];
  may: { write: boolean; takeUp: boolean; publish: boolean };
  command: string;
};

export type EditionPageData = {
  reportId: string;
  /** Errata are added to what is published. */
  mayCorrect: boolean;
  /** Cases of the own agency go into yearly reports out of it. */
  mayContribute: boolean;
  command: string;
  source: ReportSource;
  frozenAt: string;
  publishedAt: string | null;
  /** What the reader asked for of it, the last first. */
  files: ReportFileLine[];
  /** Who took files of it, the last first; null for whoever may not know. */
  takings: ReportTaking[] | null;
  /** What changed since the version before; null where there is none that the reader may read. */
  since: { number: number; changes: ChangedLine[] } | null;
};
