import type { FormAnswer } from "#app/form-answer.ts";

/** What an action said, where a page has several forms: refused with what was typed, or done. */
export function refusalOf(answer: unknown, intent: string): FormAnswer | undefined {
  if (typeof answer !== "object" || answer === null || !("refused" in answer)) return undefined;
  const refused = answer.refused as FormAnswer;
  return refused.intent === intent ? refused : undefined;
}
