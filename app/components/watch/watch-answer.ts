import { refusalOf } from "#app/components/form/answer.ts";

/** Which form of the page was done. */
export function isDone(answer: unknown, intent: string): boolean {
  return typeof answer === "object" && answer !== null && "done" in answer && answer.done === intent;
}

/** The refusal of a form that stands on the page several times: of the one that is about this thing. */
export function refusalAbout(answer: unknown, intent: string, name: string, id: string) {
  const refused = refusalOf(answer, intent);
  return (refused?.form[name] ?? "") === id ? refused : undefined;
}
