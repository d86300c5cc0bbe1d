import { z } from "zod";
import { Id } from "../id.ts";
import { LocalDate } from "../local-date.ts";
import type { Role } from "../member.ts";
import { RequiredText } from "../text.ts";
import { isSection } from "./outline.ts";
import { ReportText } from "./report-text.ts";
import { SUPPRESS_UNDER, type SuppressUnder } from "./suppression.ts";

/**
 * The report at the end, over the whole operation; one for the meeting in its middle, over all that came so far, which looks
 * at how the reporting goes; and one on how things stand, over some days. Sheets are short: on one administration, on one
 * group of goods, and for the press.
 */
export const REPORT_KINDS = [
  ...(["end_of_operation", "mid_term", "situation"] as const),
  ...(["country_sheet", "commodity_sheet", "press_sheet"] as const),
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** What the subject of a kind is, and so under which name it is chosen. */
export const SUBJECT_OF: Partial<Record<ReportKind, "administration" | "group">> = {
  country_sheet: "administration",
  commodity_sheet: "group",
};

/** What is said where it is not chosen, or is none of this operation's. */
export const SUBJECT_MISSING = {
  administration: "operation_report.administration.missing",
  group: "operation_report.group.missing",
} as const;

/** Under how many persons are not counted out unless somebody says otherwise: what is for everybody points at nobody. */
export function usualSuppression(audience: ReportAudience): SuppressUnder {
  return audience === "public" ? 5 : 0;
}

/** Who reads what is published: those who lead and analyse, all who take part, or whoever it is handed to. */
export const REPORT_AUDIENCES = ["restricted", "participants", "public"] as const;
export type ReportAudience = (typeof REPORT_AUDIENCES)[number];

const READERS: Record<ReportAudience, readonly Role[]> = {
  restricted: ["lead", "ocu", "analyst"],
  participants: ["lead", "ocu", "analyst", "ncp", "reporter", "partner"],
  public: ["lead", "ocu", "analyst", "ncp", "reporter", "partner", "observer"],
};

/** Whether a published report for this audience is for such a member. PostgreSQL says the same (`reads_audience`). */
export function isForRole(audience: ReportAudience, role: Role): boolean {
  return READERS[audience].includes(role);
}

const Title = RequiredText(160, "operation_report.title.missing");

export const ReportBegun = z
  .object({
    id: Id,
    kind: z.enum(REPORT_KINDS),
    audience: z.enum(REPORT_AUDIENCES, "operation_report.audience.missing"),
    title: Title,
    /** The days of a situation report; null for the whole operation. */
    from: LocalDate.nullable(),
    to: LocalDate.nullable(),
    /** The code of the administration or of the group of goods that a sheet is about. */
    subject: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$/)
      .nullish()
      .transform((subject) => subject ?? null),
    /** Null: as is usual for the audience. */
    suppressUnder: z
      .union(SUPPRESS_UNDER.map((under) => z.literal(under)))
      .nullish()
      .transform((under) => under ?? null),
  })
  .refine(({ kind, from, to }) => kind !== "situation" || (from !== null && to !== null), {
    path: ["from"],
    error: "operation_report.days.missing",
  })
  .refine(({ from, to }) => from === null || to === null || from <= to, {
    path: ["to"],
    error: "operation_report.days.order",
  })
  .superRefine(({ kind, subject, audience }, context) => {
    const named = SUBJECT_OF[kind];
    if (named && subject === null) context.addIssue({ code: "custom", path: [named], message: SUBJECT_MISSING[named] });
    if (kind === "press_sheet" && audience !== "public")
      context.addIssue({ code: "custom", path: ["audience"], message: "operation_report.audience.press" });
  })
  .transform((begun) => (begun.kind === "situation" ? begun : { ...begun, from: null, to: null }))
  .transform((begun) => (SUBJECT_OF[begun.kind] ? begun : { ...begun, subject: null }));
/** Subject and suppression may be left out: there is none, and it is as usual. */
export type ReportBegun = Partial<Pick<z.infer<typeof ReportBegun>, "subject" | "suppressUnder">> &
  Omit<z.infer<typeof ReportBegun>, "subject" | "suppressUnder">;

/** For whom a draft is from now on; versions that are frozen stay as they are. */
export const AudienceChanged = z.object({
  report: Id,
  audience: z.enum(REPORT_AUDIENCES, "operation_report.audience.missing"),
  /** The one that was seen when this was chosen. */
  from: z.enum(REPORT_AUDIENCES, "form.invalid"),
});
export type AudienceChanged = z.infer<typeof AudienceChanged>;

const Limit = z.coerce.number().refine((under) => SUPPRESS_UNDER.some((one) => one === under), "form.invalid");

/** Small counts of persons are said no more in a draft: those under a higher limit than `from`, which was seen. */
export const SaidLess = z.object({ report: Id, under: Limit, from: Limit });
export type SaidLess = z.infer<typeof SaidLess>;

export const SectionWritten = z.object({
  report: Id,
  section: z.string().refine(isSection, "operation_report.section.unknown"),
  /** The version that its writer began with; 0 where there was none. */
  base: z.number().int().min(0),
  text: ReportText,
});
export type SectionWritten = z.infer<typeof SectionWritten>;

/** Of the figures that stand in the draft: not of any that were counted since. */
export const ReportFrozen = z.object({ report: Id, reckoning: z.number().int().min(1) });
export type ReportFrozen = z.infer<typeof ReportFrozen>;

export const EditionNamed = z.object({ report: Id, edition: z.number().int().min(1) });
export type EditionNamed = z.infer<typeof EditionNamed>;
