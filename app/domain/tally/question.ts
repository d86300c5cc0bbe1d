import { z } from "zod";
import { Id } from "../id.ts";
import type { LocalDate } from "../local-date.ts";
import { RequiredText } from "../text.ts";

/**
 * Why do tally and case reports of a day and group differ? Asked by the clock; it closes when either is mended, or when
 * the contact point says why both are right. `said` and `seen` are the cases by the tally and by the reports.
 */
export type TallyQuestion = {
  id: Id;
  agencyId: Id;
  day: LocalDate;
  group: string;
  said: number;
  seen: number;
  askedAt: string;
  closedAt: string | null;
  closedAs: "mended" | "answered" | null;
  answer: string | null;
};

/** Tally and reports are both right, and this is why. */
export const TallyExplanation = z.object({ question: Id, answer: RequiredText(1000) });
export type TallyExplanation = z.infer<typeof TallyExplanation>;
