import type { RowIssue } from "#app/domain/contribution/rows.ts";
import type { ContributionForm } from "#app/domain/operation-report/report-forms.ts";
import type { ReportFileLine } from "./report-file-types.ts";

/** Of one row: which case it is of, and what somebody should look at before the file is made. */
export type IssueLine = RowIssue & { row: number; caseNo: string };

export type ContributionLine = {
  form: ContributionForm;
  name: string;
  rows: number;
  cases: number;
  /** The first of them, of how many, and in how many rows. */
  issues: IssueLine[];
  allIssues: number;
  issueRows: number;
};

export type ContributionsPageData = {
  title: string;
  number: number;
  asOf: string;
  note: string;
  lines: ContributionLine[];
  files: ReportFileLine[];
  command: string;
};
