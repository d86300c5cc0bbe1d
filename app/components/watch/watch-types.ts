import type { Alarm } from "#app/domain/watch/alarm.ts";
import type { Entry } from "#app/domain/watch/entry.ts";
import type { Sheet } from "#app/domain/watch/sheet.ts";
import type { Shift } from "#app/domain/watch/shift.ts";

export type AgencyNames = Readonly<Record<string, string>>;

export type Handover = {
  id: string;
  duty: string;
  sheet: Sheet;
  remark: string;
  signedBy: string;
  signer: string;
  signedAt: string;
  taker: string;
  acceptedAt: string | null;
};

/** How the items of sheets are called, for whoever may know it. */
export type SheetNames = {
  agencies: AgencyNames;
  numbers: Readonly<Record<string, string>>;
  /** Promises, and what was written about them since. */
  entries: readonly Entry[];
};

export type WatchLog = {
  /** The newest first. */
  entries: readonly Entry[];
  /** What they are about, and what was written about them since. */
  related: readonly Entry[];
  /** The entry before which there are more; null where there are none. */
  earlier: string | null;
  isNewest: boolean;
};

export type WatchHandovers = {
  draft: Sheet;
  /** Says which sheet was seen. */
  seen: string;
  waiting: readonly Handover[];
  past: readonly Handover[];
  /** One of the reader's own duty waits: none is signed before it is over. */
  isOwnWaiting: boolean;
  numbers: Readonly<Record<string, string>>;
  entries: readonly Entry[];
};

export type WatchPageProps = {
  agencyId: string;
  memberId: string;
  agencies: AgencyNames;
  alarms: readonly Alarm[];
  shifts: readonly Shift[];
  people: readonly { id: string; name: string; role: string }[];
  log: WatchLog | null;
  handover: WatchHandovers | null;
  may: { roster: boolean; log: boolean; note: boolean; handOver: boolean };
  /** Of each form its own. */
  commands: Readonly<Record<"roster" | "strike" | "note" | "further" | "sign" | "accept" | "take_back", string>>;
  answer: unknown;
};

/** The present words of an entry: its own, or those of the last correction. */
export function standingText({ id, text }: Entry, related: readonly Entry[]): string {
  const corrections = related.filter((entry) => entry.kind === "correction" && entry.about === id);
  return corrections.sort((left, right) => (left.at < right.at ? -1 : 1)).at(-1)?.text ?? text;
}
