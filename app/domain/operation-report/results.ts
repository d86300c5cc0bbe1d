import type { CaseCount, CaseRow, EvaluatedFigures, PersonCount } from "../figures/result.ts";
import type { LocalDate } from "../local-date.ts";
import type { OperationKind } from "../operation.ts";
import type { OutcomeKind } from "../outcome/kinds.ts";
import type { PublishedNumber } from "../published-series.ts";
import type { AgencyDay } from "../tally/agency-days.ts";

/** Figures of the operation that a report holds, as the figures page counts them. */
export const REPORT_FIGURES = [
  "cases",
  "late",
  "joint",
  "byReporter",
  "bySlot",
  "byGroup",
  "byFamily",
  "byDay",
  "byMode",
  "slotByMode",
  "byCountry",
  "byPlaceKind",
  "byDirection",
  "byDetection",
  "byConcealment",
  "slotByConcealment",
  "corridors",
  "persons",
  "quantityBySlot",
  "quantityByCommodity",
  "liveAnimals",
  "excluded",
] as const satisfies readonly (keyof EvaluatedFigures)[];
/** Persons in the cases; null where a count is so small that it is not said. */
export type Persons = Pick<PersonCount, "stating" | "silent"> & PersonsCounted;
export type PersonsCounted = Record<"persons" | "confirmed" | "provisional", number | null>;

export type ReportFigures = Omit<Pick<EvaluatedFigures, (typeof REPORT_FIGURES)[number]>, "persons"> & {
  persons: Persons;
};

/** What is asked of a record to be complete; of how many cases it is known. */
export const COMPLETENESS = ["coordinates", "departure", "destination", "concealment", "photo"] as const;
export type Completeness = (typeof COMPLETENESS)[number];

/**
 * Hours from occurrence to an instant: of `n` cases of which the day is known, the middle one and the one that nine of
 * ten do not pass. Where only the day is known it counts from that day's end: `atLeast` of them are longer than said.
 */
export type Hours = { n: number; atLeast: number; median: string | null; ninetieth: string | null };

/** Administrations that take part: with a case, with tallies alone, with neither. Who is silent is a number. */
export type Participation = { administrations: number; reporting: number; nilOnly: number; silent: number };

/** Questions on counted messages by what they were about, and how many of them were answered. */
export type QuestionCount = { key: { about: string }; asked: number; answered: number };

/** Persons in the cases that each administration reported; of a joint case what each of them told. */
export type ReporterPersons = { key: { reporter: string } } & PersonsCounted;

/** What came of the cases: how many such outcomes, of how many cases. `said` null: all of the kind. */
export type OutcomeCount = {
  key: { kind: ReportedOutcome; said: string | null };
  outcomes: number;
  cases: number;
};
export const REPORTED_OUTCOMES = ["charge", "verdict", "disposal"] as const satisfies readonly OutcomeKind[];
export type ReportedOutcome = (typeof REPORTED_OUTCOMES)[number];

export type CitesCount = { key: { appendix: string } } & CaseCount;

/** What a report says beside the figures of the figures page. */
export type ReportCounts = {
  cites: CitesCount[];
  completeness: Record<Completeness, number>;
  /** Not in reports that were counted before questions were. */
  questions?: QuestionCount[];
  toClearance: Hours;
  toRelease: Hours;
  /** Messages that are counted under another one of the same case. */
  merged: number;
  /** Takedowns of controlled deliveries among the cases. */
  takedowns: number;
  participation: Participation;
  /** Tallies of the period, agency by agency and day by day. */
  agencyDays: AgencyDay;
  /** Not in reports that were counted before these were, nor in sheets. */
  personsByReporter?: ReporterPersons[];
  /** In the sheet of a country alone: legs to it and from it, in cases of whomever. */
  passing?: CaseRow<"corridor">[];
  /** In the sheet of a group of goods alone: as told up to the sheet's own cut-off. */
  outcomes?: OutcomeCount[];
};

/** What the operation was at that moment, as far as a report says it: plans and names change later, this does not. */
export type ReportContext = {
  code: string;
  name: string;
  edition: string;
  kind: OperationKind;
  datesMovedDays: number;
  zone: string;
  startsOn: LocalDate;
  endsOn: LocalDate;
  followUpEndsOn: LocalDate;
  today: LocalDate;
  handling: string;
  tier: string;
  /** Countries and territories that take part, by their official names. */
  participants: { code: string; name: string }[];
};

/** An earlier edition as others published it. */
export type ReportEdition = { id: string; name: string; figures: (PublishedNumber & { source: string })[] };

/** Everything that is counted for a report, of one moment. `form` changes with its shape: old ones are read for ever. */
export type ReportResults = {
  form: 1;
  figures: ReportFigures;
  counts: ReportCounts;
  context: ReportContext;
  editions: ReportEdition[];
  /** Of a sheet the beginnings of the lines that it says; all others stand empty. */
  kept?: string[];
  /** Counts of persons under so many are not said, nor those that would tell them: these are null above. */
  suppressed?: { under: number; lines: string[] };
};

/** Rules of what a report counts by itself; those of its figures stand beside them. */
export const REPORT_RULES = [
  "cites-v1",
  "completeness-v1",
  "hours-v1",
  "participation-v1",
  "merged-v1",
  "questions-v1",
  "persons-by-v1",
  "outcomes-v1",
] as const;
