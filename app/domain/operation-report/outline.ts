import type { ReportKind } from "./report.ts";

/** Figures, tables and charts that the system fills in; each is drawn and tabled in one way everywhere. */
export const REPORT_PARTS = [
  "headline",
  "highlights",
  "participation",
  "byReporter",
  "byGroup",
  "quantities",
  "cites",
  "corridors",
  "byCountry",
  "byMode",
  "byPlaceKind",
  "byDirection",
  "byConcealment",
  "slotByMode",
  "slotByConcealment",
  "byDetection",
  "persons",
  "personsByReporter",
  "byDay",
  "editions",
  "tallies",
  "timeliness",
  "completeness",
  "questions",
  "passing",
  "ownTallies",
  "inOneUnit",
  "quantitiesBySlot",
  "editionCases",
  "outcomes",
] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

type Section = { code: string; parts: readonly ReportPart[] };

/**
 * Chapters and their sections in order: the usual outline of a final report (introduction, results by country, goods,
 * status, routes, transport, concealment, detection, persons, time, cases, trends, evaluation, lessons, annexes).
 */
const END_OF_OPERATION: readonly Section[] = [
  { code: "summary", parts: ["headline"] },
  { code: "highlights", parts: ["highlights"] },
  { code: "introduction", parts: [] },
  { code: "participants", parts: ["participation"] },
  { code: "by_country", parts: ["byReporter"] },
  { code: "by_commodity", parts: ["byGroup", "quantities", "cites"] },
  { code: "routes", parts: ["corridors", "byCountry"] },
  { code: "transport", parts: ["byMode", "byPlaceKind", "byDirection", "slotByMode"] },
  { code: "concealment", parts: ["byConcealment", "slotByConcealment"] },
  { code: "detection", parts: ["byDetection"] },
  { code: "persons", parts: ["persons", "personsByReporter"] },
  { code: "timeline", parts: ["byDay"] },
  { code: "cooperation", parts: [] },
  { code: "editions", parts: ["editions"] },
  { code: "case_studies", parts: [] },
  { code: "trends", parts: [] },
  { code: "evaluation", parts: ["tallies", "timeliness", "completeness"] },
  { code: "lessons", parts: [] },
];

/** Results in short, then what is to be done better: who reports, how soon, what is asked about and what is missing. */
const MID_TERM: readonly Section[] = [
  { code: "summary", parts: ["headline"] },
  { code: "highlights", parts: ["highlights"] },
  { code: "participants", parts: ["participation", "tallies"] },
  { code: "by_country", parts: ["byReporter"] },
  { code: "by_commodity", parts: ["byGroup", "quantities"] },
  { code: "routes", parts: ["corridors"] },
  { code: "transport", parts: ["byMode"] },
  { code: "timeline", parts: ["byDay"] },
  { code: "quality", parts: ["questions", "completeness", "timeliness"] },
  { code: "trends", parts: [] },
  { code: "outlook", parts: [] },
];

const SITUATION: readonly Section[] = [
  { code: "summary", parts: ["headline"] },
  { code: "highlights", parts: ["highlights"] },
  { code: "by_country", parts: ["byReporter"] },
  { code: "by_commodity", parts: ["byGroup", "quantities"] },
  { code: "routes", parts: ["corridors"] },
  { code: "transport", parts: ["byMode"] },
  { code: "timeline", parts: ["byDay"] },
  { code: "evaluation", parts: ["tallies", "timeliness"] },
  { code: "outlook", parts: [] },
];

const COUNTRY_SHEET: readonly Section[] = [
  { code: "summary", parts: ["headline"] },
  { code: "highlights", parts: ["highlights"] },
  { code: "by_commodity", parts: ["byGroup", "quantities", "cites"] },
  { code: "routes", parts: ["corridors", "passing"] },
  { code: "transport", parts: ["byMode", "byPlaceKind", "byDirection"] },
  { code: "concealment", parts: ["byConcealment"] },
  { code: "persons", parts: ["persons"] },
  { code: "timeline", parts: ["byDay"] },
  { code: "evaluation", parts: ["ownTallies", "timeliness"] },
];

const COMMODITY_SHEET: readonly Section[] = [
  { code: "summary", parts: ["headline"] },
  { code: "highlights", parts: ["highlights"] },
  { code: "by_commodity", parts: ["inOneUnit", "quantities"] },
  { code: "by_country", parts: ["byReporter", "byCountry"] },
  { code: "routes", parts: ["corridors"] },
  { code: "transport", parts: ["byMode"] },
  { code: "concealment", parts: ["byConcealment"] },
  { code: "detection", parts: ["byDetection"] },
  { code: "timeline", parts: ["byDay"] },
  { code: "outcomes", parts: ["outcomes"] },
  { code: "trends", parts: [] },
];

/** Nothing of it is by administration, and who is silent is a number. */
const PRESS_SHEET: readonly Section[] = [
  { code: "summary", parts: ["headline"] },
  { code: "highlights", parts: ["highlights"] },
  { code: "by_commodity", parts: ["byGroup", "quantitiesBySlot"] },
  { code: "participants", parts: ["participation"] },
  { code: "editions", parts: ["editionCases"] },
];

const OUTLINES: Record<ReportKind, readonly Section[]> = {
  end_of_operation: END_OF_OPERATION,
  mid_term: MID_TERM,
  situation: SITUATION,
  country_sheet: COUNTRY_SHEET,
  commodity_sheet: COMMODITY_SHEET,
  press_sheet: PRESS_SHEET,
};

export function outlineOf(kind: ReportKind): readonly Section[] {
  return OUTLINES[kind];
}

const CODES = new Set(
  Object.values(OUTLINES)
    .flat()
    .map(({ code }) => code),
);

export const isSection = (code: string) => CODES.has(code);

/** Sections that nothing but words can fill. */
export function needsWords(section: Section): boolean {
  return section.parts.length === 0 || section.code === "summary";
}
