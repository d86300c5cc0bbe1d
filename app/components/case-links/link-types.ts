import type { ReasonKind } from "#app/domain/case-links/reasons.ts";
import type { LinkAnswer } from "#app/domain/case-links/standing.ts";
import type { SeizureFact } from "#app/domain/fact.ts";
import type { Id } from "#app/domain/id.ts";

/** One of two cases, as tier A has it. */
export type LinkSide = Pick<
  SeizureFact,
  "id" | "messageNo" | "reporter" | "occurredOn" | "occurredTo" | "datePrecision" | "state" | "place" | "items"
>;

/** A reason as it is shown: of names only that they are the same. */
export type ShownReason = { kind: ReasonKind; values: readonly string[]; n: number };

/** An answer that stood at some time, and whose it was. */
export type PastAnswer = { answer: LinkAnswer; note: string; at: string; author: string; agency: string };

/** Two cases before their reader: why they stand here, what was said of them, and whether he may say something. */
export type LinkedPair = {
  sides: readonly [LinkSide, LinkSide];
  state: "open" | "linked" | "apart";
  /** It had been dismissed, and something has come to it that nobody weighed. */
  fresh: boolean;
  /** What has come to it, by kind. */
  newKinds: readonly ReasonKind[];
  reasons: readonly ShownReason[];
  /** Newest first. */
  history: readonly PastAnswer[];
  base: number;
  mayAnswer: boolean;
  command: Id;
};

/** `command` is for a case that is named by its number; null where its reader may not say that they belong together. */
export type LinksOfSeizure = { pairs: readonly LinkedPair[]; cases: number; command: Id | null };
