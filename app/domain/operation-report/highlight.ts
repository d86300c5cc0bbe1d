import { z } from "zod";
import { Id } from "../id.ts";
import { RequiredText, Text } from "../text.ts";
import type { ReportAudience } from "./report.ts";

/** So much is said of one case. */
export const LONGEST_HIGHLIGHT = 1000;

export const HIGHLIGHT_ANSWERS = ["cleared", "refused", "taken_back"] as const;
export type HighlightAnswer = (typeof HIGHLIGHT_ANSWERS)[number];

/** What a frozen version says of a case: the words that its owners cleared, and when each of them did. */
export type ReportHighlight = {
  seizure: Id;
  version: number;
  caseNo: string;
  reporter: string;
  day: string;
  words: string;
  /** The strictest of the messages of the case. */
  handling: string;
  cleared: { agency: string; at: string }[];
};

/** What an owner said last of the words that stand. */
export type OwnersWord = { agency: Id; answer: HighlightAnswer; reason: string; member: Id; at: string };

/** A case that was chosen, with everybody who must clear it. */
export type ChosenHighlight = {
  seizure: Id;
  version: number;
  words: string;
  audience: ReportAudience;
  caseNo: string;
  reporter: string;
  handling: string;
  owners: readonly Id[];
  answers: readonly OwnersWord[];
  /** Released, counted and with every message of it shared. */
  stands: boolean;
};

const WIDTH: Record<ReportAudience, number> = { restricted: 1, participants: 2, public: 3 };

/** Whether everybody of the second audience is of the first. PostgreSQL says the same (`audience_covers`). */
export function covers(cleared: ReportAudience, audience: ReportAudience): boolean {
  return WIDTH[cleared] >= WIDTH[audience];
}

/** "Not passed on without our permission" and "another restriction": nothing of it leaves the operation. */
const STAYS_INSIDE: readonly string[] = ["H2", "H3"];

/** Whether a report for this audience may hold a case that is handled so. PostgreSQL says the same (`handling_allows`). */
export function handlingAllows(handling: string, audience: ReportAudience): boolean {
  return audience !== "public" || !STAYS_INSIDE.includes(handling);
}

export const HIGHLIGHT_STATES = ["cleared", "asked", "refused", "wider", "barred", "away"] as const;
export type HighlightState = (typeof HIGHLIGHT_STATES)[number];

/**
 * How it stands with a choice. `wider`: it was cleared, or asked for, for fewer readers than the report has now; `barred`:
 * its handling keeps it out of such a report; `away`: the case is not released, or not shared any more.
 */
export function stateOf(chosen: ChosenHighlight, audience: ReportAudience): HighlightState {
  if (!chosen.stands) return "away";
  if (!handlingAllows(chosen.handling, audience)) return "barred";
  if (!covers(chosen.audience, audience)) return "wider";
  const answers = chosen.owners.map((owner) => chosen.answers.find(({ agency }) => agency === owner)?.answer);
  if (answers.includes("refused")) return "refused";
  return answers.every((answer) => answer === "cleared") ? "cleared" : "asked";
}

/** Codes of handling are in the order of strictness. */
export function strictest(codes: readonly string[]): string {
  return codes.reduce((most, code) => (code > most ? code : most), "");
}

const Words = RequiredText(LONGEST_HIGHLIGHT, "operation_report.highlight.words.missing");
const Version = z.number().int().min(0);

/** `base` is the version that stood before its writer; 0 where the case was not chosen yet. */
export const HighlightChosen = z.object({ report: Id, seizure: Id, base: Version, words: Words });
export type HighlightChosen = z.infer<typeof HighlightChosen>;

export const HighlightTakenOut = z.object({ report: Id, seizure: Id, base: Version });
export type HighlightTakenOut = z.infer<typeof HighlightTakenOut>;

/** A clearance says the words that it is for: those that stood before the owner, or others. */
export const HighlightCleared = z.object({ report: Id, seizure: Id, version: Version, words: Words });
export type HighlightCleared = z.infer<typeof HighlightCleared>;

export const HighlightRefused = z.object({
  report: Id,
  seizure: Id,
  version: Version,
  reason: RequiredText(1000, "operation_report.highlight.reason.missing"),
});
export type HighlightRefused = z.infer<typeof HighlightRefused>;

export const HighlightTakenBack = z.object({ report: Id, seizure: Id, version: Version, reason: Text(1000) });
export type HighlightTakenBack = z.infer<typeof HighlightTakenBack>;
