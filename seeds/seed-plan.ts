import type { OpenKind } from "#app/domain/media.ts";
import type { Role } from "#app/domain/member.ts";
import type { OperationKind, OperationPlan } from "#app/domain/operation.ts";
import type { OutcomeSaid } from "#app/domain/outcome/said.ts";
import type { SeizureInput } from "#app/domain/seizure.ts";
import type { AskedAbout } from "#app/domain/verification.ts";

/** What seeding puts into an installation, as plain data; a sink writes it. */

export type SeedAdministration = { id: string; code: string; kind: "country" | "organisation"; name: string };

export type SeedAgency = {
  id: string;
  administrationId: string;
  code: string;
  name: string;
  units: { id: string; name: string }[];
};

export type SeedPerson = {
  id: string;
  agencyId: string;
  unitId: string;
  email: string;
  name: string;
  administrator: boolean;
  mayOpen: boolean;
  machine: boolean;
  zone: string;
};

export type SeedMember = { id: string; personId: string; agencyId: string; unitId: string; role: Role };

/** A released report with the times of its clearance, and what became of it up to now. */
export type SeedRelease = {
  agencyId: string;
  unitId: string;
  input: SeizureInput;
  clearedAt: string;
  releasedAt: string;
  verifiedAt: string | null;
  withdrawn: { at: string; reason: string } | null;
};

/** What its owner changed about a released report afterwards. */
export type SeedCorrection = { agencyId: string; input: SeizureInput; kind: "laboratory"; reason: string; at: string };

/** What the coordination unit asked about a released report, and what came back if anything. */
export type SeedQuestion = {
  agencyId: string;
  seizure: string;
  field: AskedAbout;
  question: string;
  answer: string | null;
  at: string;
};

/** Who is on duty, what was written into the logs, and the last change of the watch; everybody by person. */
export type SeedWatch = {
  shifts: { person: string; startsAt: string; endsAt: string; contact: string }[];
  entries: { person: string; kind: "note" | "promise"; text: string; at: string }[];
  handover: { signer: string; taker: string; signedAt: string; acceptedAt: string; remark: string };
};

/** A report in clearance, and why it is on hold, where it is. */
export type SeedWaiting = { officer: string; contact: string; input: SeizureInput; onHold: string | null };

/** What came of a released report, told by its agency's contact point. */
export type SeedOutcome = { agencyId: string; seizure: string; said: OutcomeSaid; at: string };

/** What the media desk has: a case that is open, one that is public already, sheets about them, and releases. */
export type SeedMedia = {
  open: { seizure: string; contact: string; kind: OpenKind; reason: string };
  known: { seizure: string; contact: string; outlet: string; source: string; day: string };
  sheets: { about: "open" | "known"; title: string; words: string }[];
  /** `daysAhead`: null where its minute has just come. */
  releases: { about: "open" | "known" | null; title: string; words: string; daysAhead: number | null }[];
};

export type SeedAfter = { outcomes: SeedOutcome[]; media: SeedMedia | null };

export type SeedOperation = {
  id: string;
  code: string;
  kind: OperationKind;
  datesMovedDays: number;
  plan: OperationPlan;
  /** The lead who opens it. */
  openedBy: string;
  /** Codes of the agencies that take part. */
  agencies: string[];
  members: SeedMember[];
  releases: SeedRelease[];
  /** What officers have sent and nobody has cleared yet. */
  waiting: SeedWaiting[];
  corrections: SeedCorrection[];
  questions: SeedQuestion[];
  watch: SeedWatch | null;
  after: SeedAfter | null;
  /** Of historic records nobody knows the daily tallies; those of an exercise are invented with its cases. */
  tallies: "unknown" | "invented";
};
