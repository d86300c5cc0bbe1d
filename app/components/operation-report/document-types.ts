import type { ReportHighlight } from "#app/domain/operation-report/highlight.ts";
import type { ReportPart } from "#app/domain/operation-report/outline.ts";
import type { ReportAudience, ReportKind } from "#app/domain/operation-report/report.ts";
import type { ReportText } from "#app/domain/operation-report/report-text.ts";
import type { ReportResults } from "#app/domain/operation-report/results.ts";
import type { TextOf } from "#app/messages/catalogue.ts";
import type { Format } from "#app/messages/format.ts";
import type { Drawing } from "../charts/drawing.ts";
import type { ReportBeside } from "./beside-types.ts";

/** The language in which a report is set, and names that are no codes of a list. */
export type ReportWords = { text: TextOf; format: Format; country: (code: string) => string };

/** What stands in a cell; where it is a number, that number exactly, for files that count with it. */
export type Cell = { shown: string; exact?: string };

export type PartTable = { heads: { name: string; numeric: boolean }[]; rows: Cell[][] };

/** One figure of a report, the same on a page, on paper and in a file. */
export type DocumentPart = {
  part: ReportPart;
  title: string;
  /** What it counts and by which rule, what is left out, n and cut-off. */
  notes: string[];
  table: PartTable;
  drawing: Drawing | null;
  /** How many of its counts are not said, in words; null where all are. */
  suppressed: string | null;
  /** The picture in words. */
  alt: string;
};

export type DocumentSection = {
  code: string;
  /** "3.2" */
  number: string;
  title: string;
  text: ReportText;
  parts: DocumentPart[];
};

/** What a report is made from: a draft as it stands, or a frozen version. */
export type ReportSource = {
  kind: ReportKind;
  audience: ReportAudience;
  title: string;
  fromDay: string | null;
  toDay: string | null;
  /** The code of the administration or of the group of goods that a sheet is about. */
  subject?: string | null;
  /** Null for a draft. */
  edition: number | null;
  texts: Readonly<Record<string, ReportText>>;
  results: ReportResults;
  /** Of a draft what would stand in a version now. */
  highlights: readonly ReportHighlight[];
  hash: string;
  rules: readonly string[];
  seq: number;
  asOf: string;
  /** What came to a frozen version beside it: no part of what was frozen. */
  beside?: ReportBeside;
};

/** A whole report in one language, before it becomes a page, a paper or a workbook. */
export type ReportDocument = {
  title: string;
  operation: string;
  period: string;
  /** Handling, audience and what the records are: printed on every page. */
  marking: string;
  /** Version, cut-off, number of the event, hash: what it can be counted again by. */
  origin: string[];
  sections: DocumentSection[];
};
