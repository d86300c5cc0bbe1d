import type { Id } from "#app/domain/id.ts";
import type { StandingOutcome } from "#app/domain/outcome/standing.ts";
import type { OutcomeTable } from "#app/domain/outcome/tabulate.ts";

/** Codes that a form offers, of the lists as they are today. */
export type OutcomeChoices = {
  offences: readonly string[];
  disposals: readonly string[];
  commodities: readonly string[];
  units: readonly string[];
};

/** What came of one seizure, and what the reader may say of that. */
export type OutcomesOfSeizure = {
  outcomes: readonly StandingOutcome[];
  /** The last day on which something is taken, once the operation is closed; and whether that is over. */
  until: string | null;
  over: boolean;
  /** For those who may write now. */
  choices: OutcomeChoices | null;
  /** The day in the operation, as the latest one that an outcome may have. */
  today: string;
  command: Id;
};

/** What came of all cases that the reader reads, as it was known at the end of a day. */
export type OutcomesPage = {
  code: string;
  day: string;
  today: string;
  zone: string;
  /** Agencies of which something was told. */
  table: OutcomeTable;
  /** The others, with their cases; by name for leads and the coordination unit alone. */
  silent: { agencies: number; cases: number; named: { agency: Id; of: number }[] | null };
  /** Cases that the reader counts and does not read: of them nothing is said here. */
  unread: number;
  agencies: Readonly<Record<Id, string>>;
  state: "open" | "running" | "over";
  until: string | null;
};
