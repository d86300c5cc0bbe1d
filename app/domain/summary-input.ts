import { z } from "zod";
import { Id } from "./id.ts";
import { NARRATIVE_LANGUAGES } from "./narrative.ts";
import { Text } from "./text.ts";

/** What a translator says: a short text in one language, about a version of the case. */
export const SummaryInput = z.object({
  seizure: Id,
  language: z.enum(NARRATIVE_LANGUAGES, "summary.language.missing"),
  /** The version of the case whose narrative the translator has read. */
  about: z.number().int().min(1),
  /** The version of the summary that stood before its writer; 0 where none did. */
  base: z.number().int().min(0),
  /** Empty takes it back. */
  text: Text(2000),
});
export type SummaryInput = z.infer<typeof SummaryInput>;
