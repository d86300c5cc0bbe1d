/** What was said last on this page of a pair, if something was. */
export function doneOf(answer: unknown): string | null {
  if (typeof answer !== "object" || answer === null || !("linked" in answer)) return null;
  return typeof answer.linked === "string" ? answer.linked : null;
}
