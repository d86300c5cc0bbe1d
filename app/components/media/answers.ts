import { doneOf } from "#app/components/form/answer.ts";

/** Whether this form of the page was answered as it wanted: what empties it. */
export const doneBy = (intent: string) => (answer: unknown) => doneOf(answer) === intent;
