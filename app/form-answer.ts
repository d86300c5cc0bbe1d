import type { MessageValues } from "./domain/problem.ts";

/** What was typed, by the names of the fields. Passwords are not among it. */
export type FormValues = Record<string, string | string[]>;

/** A form that was not accepted: why, at which fields, and everything that was typed. */
export type FormAnswer = {
  /** Which of several forms of a page answers. */
  intent: string;
  problem: string;
  values: MessageValues;
  fields: Record<string, string[]>;
  form: FormValues;
  /** For a stale change: what is there now. */
  current?: unknown;
};
