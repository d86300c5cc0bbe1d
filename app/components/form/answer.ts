import type { FormAnswer } from "#app/form-answer.ts";

/** What an action said, where a page has several forms: refused with what was typed, or done. */
export function refusalOf(answer: unknown, intent: string): FormAnswer | undefined {
  if (typeof answer !== "object" || answer === null || !("refused" in answer)) return undefined;
  const refused = answer.refused as FormAnswer;
  return refused.intent === intent ? refused : undefined;
}

/** What was done, by the name of its form; null where nothing was, or not by one of the page's own forms. */
export function doneOf(answer: unknown): string | null {
  return typeof answer === "object" && answer !== null && "done" in answer ? String(answer.done) : null;
}

/** Whether something was done by one of the page's forms. */
export const isDone = (answer: unknown) => doneOf(answer) !== null;
