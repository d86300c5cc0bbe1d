/** The forms of a frozen version, and all of them in one archive. */
export const SINGLE_FORMS = ["pdf", "docx", "xlsx", "pptx", "html", "csv", "geojson"] as const;
export const REPORT_FORMS = [...SINGLE_FORMS, "zip"] as const;
export type ReportForm = (typeof REPORT_FORMS)[number];

/** Forms that are made in a moment go out at once; all others are made in the background and taken when they are done. */
export const FORMS_AT_ONCE = ["html", "csv", "geojson"] as const satisfies readonly ReportForm[];
export const AWAITED_FORMS = ["pdf", "docx", "xlsx", "pptx", "zip"] as const satisfies readonly ReportForm[];
export type AwaitedForm = (typeof AWAITED_FORMS)[number];

/** The own agency's cases as a version counted them, in the layouts of other reports. */
export const CONTRIBUTION_FORMS = ["cites", "drugs", "case_sheet"] as const;
export type ContributionForm = (typeof CONTRIBUTION_FORMS)[number];
/** All that can be taken of a version. */
export const TAKEN_FORMS = [...REPORT_FORMS, ...CONTRIBUTION_FORMS] as const;
export type TakenForm = (typeof TAKEN_FORMS)[number];

export const contributionForm = (form: string): ContributionForm | undefined =>
  CONTRIBUTION_FORMS.find((one) => one === form);

/** Of how many files a form consists, which are made one after the other. */
export const partsOfForm = (form: TakenForm): number => (form === "zip" ? SINGLE_FORMS.length : 1);

/** Who took a version away, in which form and when (ISO 8601, UTC). */
export type ReportTaking = { form: TakenForm; person: string; agency: string; at: string };

type Named = { report: string; number: number };

/** Under which name the log has it that somebody took a version in a form. */
export function takingOf({ report, number }: Named, form: TakenForm): string {
  return `${report}/${number}/${form}`;
}
