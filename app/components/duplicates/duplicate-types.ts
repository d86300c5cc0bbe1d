import type { Reason } from "#app/domain/duplicates/compare.ts";
import type { MatchKind } from "#app/domain/duplicates/may-be-one.ts";
import type { SeizureInput } from "#app/domain/seizure.ts";

/** One of two messages, as far as the reader may see it. */
export type PairSide = {
  id: string;
  messageNo: string;
  /** Reporting country or organisation. */
  reporter: string;
  agency: string;
  state: string;
  /** Null where the reader may count it and not read it. */
  input: SeizureInput | null;
  /** True where it is the reader's own agency's. */
  own: boolean;
};

/** Two messages that may be one case, found by comparing, with what speaks for it and against. */
export type FoundPair = {
  kind: MatchKind;
  sides: [PairSide, PairSide];
  certain: boolean;
  score: number;
  reasons: Reason[];
  commands: { answer: string; pair: string };
};

/** What was proposed or decided on two messages; of two to be merged the first side is the one that goes on counting. */
export type DecidedPair = {
  id: string;
  kind: MatchKind;
  sides: [PairSide, PairSide];
  state: string;
  note: string;
  closedNote: string;
  proposedAt: string;
  /** By side: whether its owner has agreed. */
  agreed: [boolean, boolean];
  may: { agree: boolean; close: boolean };
  commands: { agree: string; close: string };
};
