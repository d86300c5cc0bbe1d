import type { RecordFiles } from "#app/domain/attachment.ts";
import type { SeizureFact } from "#app/domain/fact.ts";
import type { Id } from "#app/domain/id.ts";
import type { Seen } from "#app/domain/look.ts";
import type { Role } from "#app/domain/member.ts";
import type { Summary } from "#app/domain/narrative.ts";
import type { Reach } from "#app/domain/narrowing.ts";
import type { Delivery } from "#app/domain/outbox/clock.ts";
import type { Equivalent } from "#app/domain/quantity.ts";
import type { AgencyReading } from "#app/domain/reading.ts";
import type { SeizureInput } from "#app/domain/seizure.ts";
import type { Order } from "#app/domain/seizure-form/amend.ts";
import type { Channel } from "#app/domain/seizure-form/behalf.ts";
import type { Delay } from "#app/domain/timeliness.ts";

/** Sums of deadlines that count it, and versions of reports; those that the reader may not open have no title. */
export type Frozen = {
  days: number;
  versions: readonly { report: string; number: number; title: string | null }[];
};

export type Taxon = {
  scientificName: string;
  listing: { appendix: string | null; source: string; toBeConfirmed: boolean } | null;
};

/** A national approval or return; the owner's agency alone sees them. */
export type Approval = { step: number; decision: string; note: string; at: string; by: string | null } & Order;

export type SeizureQuestion = {
  id: Id;
  field: string;
  question: string;
  askedAt: string;
  answer: string | null;
  answeredAt: string | null;
};

export type CaseVersion = {
  version: number;
  at: string;
  changeKind: string;
  changeReason: string;
  author: string | null;
  /** How many lost it by this version; known to its owner alone. */
  lost: number | null;
  input: SeizureInput;
  /** On whose word; known to its owner alone. */
  order: Order | null;
};

/** What the reader may do with it. */
export type SeizureActsAllowed = Record<SeizureAct, boolean>;
type SeizureAct =
  | ("amend" | "withdraw" | "narrow" | "hold" | "unhold" | "erase" | "summarise" | "lookAs")
  | ("verify" | "ask" | "answer" | "part");

/** Until it was cleared, and from there until it was released. */
export type Timeliness = { clearedAt: string; toCleared: Delay | null; toReleased: number };

/** On whose behalf it was entered, for its own agency alone: contact points, and officers of the post. */
export type Entry = {
  unit: string;
  informant: string;
  channel: Channel;
  cameAt: string;
  enteredBy: string | null;
  receipt: string;
  confirmedBy: string | null;
  confirmedAt: string | null;
  objection: string;
  objectedBy: string | null;
  objectedAt: string | null;
  /** The reader is of the post, and nobody of it has confirmed it yet. */
  mayConfirm: boolean;
};

/** Another message of the same case: the one that counts, or one that is counted under this. */
export type Merged = { id: Id; messageNo: string; agencyId: Id; kept: boolean; shared: boolean };

/** Another message of the same joint case. */
export type Partner = { id: Id; messageNo: string; reporter: string };

/** A released seizure, tier by tier, as far as its reader may see it. */
export type ReleasedPage = {
  fact: SeizureFact;
  /** What other countries told of the same consignment, as far as the reader may see it; and who may undo that. */
  partners: Partner[];
  about: { taxa: Record<string, Taxon>; equivalents: Equivalent[][] };
  timeliness: Timeliness | null;
  places: Record<string, string>;
  /** Null for those who may count it and not read it. */
  case: { input: SeizureInput; version: number; receipt: string; held: boolean } | null;
  hasNames: boolean;
  /** Of its narrative in other languages, every version; none for those who do not read the case. */
  summaries: Summary[];
  versions: CaseVersion[];
  readers: { id: Id; name: string }[];
  /** Whom it reaches now, for those who may take it from them. */
  reach: Reach | null;
  /** In how many sums of deadlines it was counted, for those who may take it from others. */
  frozen: Frozen | null;
  /** Counted under another message, or others under this one, as far as the reader sees those. */
  merged: readonly Merged[];
  /** By what it may be named to have it erased. */
  names: readonly string[];
  /** Who had it before them, for contact points of its owner alone. */
  readings: AgencyReading[] | null;
  /** Names of members to whom a version was addressed. */
  people: Record<Id, string>;
  clearances: Approval[];
  /** What of it came from devices that had kept it; known to its owner alone. */
  deliveries: Delivery[];
  entry: Entry | null;
  standing: {
    version: number;
    state: string;
    at: string | null;
    agencyId: Id | null;
    joint: Id | null;
    headNo: string | null;
    outsideWindow: boolean;
    late: boolean;
    byPlan: boolean;
  }[];
  questions: SeizureQuestion[];
  may: SeizureActsAllowed;
  /** One command id for each act. */
  commands: Record<string, Id>;
};

/** A report that nobody outside its agency sees yet. */
export type UnreleasedPage = {
  id: Id;
  state: string;
  step: number;
  steps: number;
  onHold: boolean;
  version: number;
  note: string;
  /** Without names: those are shown on asking. */
  input: SeizureInput | null;
  clearances: Approval[];
  deliveries: Delivery[];
  entry: Entry | null;
  may: { write: boolean; clear: boolean; erase: boolean };
  /** By whose clock an approval is said to have been given. */
  zone: string;
  commands: Record<string, Id>;
  showsNames: boolean;
  names: readonly string[];
};

/** The owner's page as an agency sees it; without a page where its people see nothing of it. */
export type Look = {
  agencyId: Id;
  rows: readonly Seen[];
  /** As whom of it; null where nobody of it takes part. */
  role: Role | null;
  names: boolean;
  page: ReleasedPage | null;
  files: RecordFiles;
};

export type SeizurePage = ({ released: ReleasedPage; report: null } | { released: null; report: UnreleasedPage }) & {
  files: RecordFiles;
};
