import type { CaseMark, CenLayoutName } from "#app/domain/cen/mapping.ts";

/** An export as a line of the list says it. */
export type ExportLine = {
  id: string;
  layout: CenLayoutName;
  number: number;
  scope: "changed" | "all";
  state: "cases" | "withdrawn" | "done" | "dropped";
  madeAt: string;
  by: string;
  seen: number;
  expected: number;
  counts: Readonly<Record<CaseMark, number>>;
};

export type ExportsPageData = {
  lines: readonly ExportLine[];
  /** Whether the own agency has a released case to hand out. */
  handable: boolean;
  mayMake: boolean;
  /** Names of the layouts in this installation's mapping, and what it says of itself. */
  layouts: Readonly<Record<CenLayoutName, string>>;
  note: string;
  command: string;
  /** The id of the export that the form would make. */
  fresh: string;
};

export type ExportedCase = {
  seizureId: string;
  caseNo: string;
  version: number;
  mark: CaseMark;
  changed: readonly string[];
};

export type ExportPageData = {
  line: ExportLine;
  after: string;
  layout: string;
  note: string;
  mayMake: boolean;
  cases: { rows: readonly ExportedCase[]; mark: CaseMark | null; from: number; total: number; next: string | null };
  commands: { goOn: string; drop: string };
};
