import type { Question } from "./checks.ts";

/** What tells one question from another: the same doubt about another value is a new question. */
export function questionKey({ check, field, values }: Question): string {
  return `${check}|${field}|${JSON.stringify(values)}`;
}

/** Questions that nobody has answered yet. Whoever saw them and sends again has answered. */
export function unanswered(questions: readonly Question[], seen: readonly string[]): Question[] {
  return questions.filter((question) => !seen.includes(questionKey(question)));
}
