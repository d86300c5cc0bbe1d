import type { DocumentSection } from "../components/operation-report/document-types.ts";
import type { ReportKind } from "../domain/operation-report/report.ts";

/** Which sections a deck shows, in its own order; all of a report's where none are named. */
type DeckPlan = { name: "mid_term" | "national" | "debrief"; sections: readonly string[] | null };

/**
 * The deck follows the kind of the report: at the middle who reports and what is asked about comes before what was found,
 * and what comes next at the end; at the end the results and what is learned from them; to one administration its own part.
 */
const PLANS: Partial<Record<ReportKind, DeckPlan>> = {
  mid_term: {
    name: "mid_term",
    sections: ["participants", "quality", "summary", "by_country", "by_commodity", "routes", "trends", "outlook"],
  },
  end_of_operation: {
    name: "debrief",
    sections: [
      "summary",
      "by_commodity",
      "by_country",
      "routes",
      "highlights",
      "case_studies",
      "evaluation",
      "lessons",
    ],
  },
  country_sheet: { name: "national", sections: null },
};

type Planned = { name: DeckPlan["name"] | null; sections: DocumentSection[]; further: DocumentSection[] };

/** The sections of a report that its deck shows, and those that it leaves to the report. */
export function plannedFor(kind: ReportKind, all: readonly DocumentSection[]): Planned {
  const plan = PLANS[kind];
  if (!plan?.sections) return { name: plan?.name ?? null, sections: [...all], further: [] };
  const { name, sections } = plan;
  return {
    name,
    sections: sections.flatMap((code) => all.filter((section) => section.code === code)),
    further: all.filter(({ code }) => !sections.includes(code)),
  };
}
