import { z } from "zod";
import { Id } from "../id.ts";
import type { LocalDate } from "../local-date.ts";
import { RequiredText } from "../text.ts";
import type { Difference } from "./difference.ts";

/**
 * Why do tally and case reports of a day differ in something? Asked by the clock; it closes when either is mended, or
 * when the contact point says why both are right. `said` is by the tally, `seen` by the reports.
 */
export type TallyQuestion = Difference & {
  id: Id;
  agencyId: Id;
  day: LocalDate;
  askedAt: string;
  closedAt: string | null;
  closedAs: "mended" | "answered" | null;
  answer: string | null;
};

/** Tally and reports are both right, and this is why. */
export const TallyExplanation = z.object({ question: Id, answer: RequiredText(1000) });
export type TallyExplanation = z.infer<typeof TallyExplanation>;
