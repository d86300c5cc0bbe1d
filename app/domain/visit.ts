import type { Id } from "./id.ts";
import type { LocalDate } from "./local-date.ts";

const MINUTE = 60_000;
/** What was shown on opening stays so long, however often the page is loaded again. */
export const SPAN_STAYS_MS = 30 * MINUTE;
/** A visit is written down at most so often. */
export const SEEN_EVERY_MS = MINUTE;

/** When a member was last here, and since when the first page says what changed. */
export type Visit = { seenAt: Date; shownAt: Date; shownFrom: Date | null };

/** Since when changes are told at an instant; null on the first visit ever. The database says the same as it writes. */
export function toldSince(visit: Visit | null, now: Date): Date | null {
  if (!visit) return null;
  const isOver = now.getTime() - visit.shownAt.getTime() >= SPAN_STAYS_MS;
  return isOver ? visit.seenAt : visit.shownFrom;
}

/** What can have changed, the weightiest first. */
export const CHANGE_KINDS = [
  "question",
  "tally_question",
  "returned",
  "tally_asked",
  "tally_reminded",
  "withdrawn",
  "erased",
  "moved",
  "plan",
  "answered",
  "on_route",
  "cleared",
  "people",
] as const;

/** One line of what changed, by ids and codes. */
export type Change = {
  kind: (typeof CHANGE_KINDS)[number];
  /** What it is about; two lines of a kind about the same are one. */
  id: string;
  at: string;
  agencyId?: Id;
  seizure?: Id;
  no?: string;
  goods?: string;
  day?: LocalDate;
  /** A question, as its reader may read it. */
  question?: string;
  state?: string;
  /** How many are told in one line. */
  n?: number;
};

/** More lines than that nobody reads on coming in. */
export const LINES = 12;

/** The weightiest lines, of a kind the newest first, and how many more there are. */
export function linesOf(changes: readonly Change[]): { lines: Change[]; more: number } {
  const newestFirst = [...changes].sort((left, right) => (left.at < right.at ? 1 : -1));
  const once = newestFirst.filter(
    (change, index) => newestFirst.findIndex(({ kind, id }) => kind === change.kind && id === change.id) === index,
  );
  const weight = ({ kind }: Change) => CHANGE_KINDS.indexOf(kind);
  const ordered = [...once].sort((left, right) => weight(left) - weight(right));
  return { lines: ordered.slice(0, LINES), more: Math.max(0, ordered.length - LINES) };
}
