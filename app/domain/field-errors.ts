import type { z } from "zod";
import type { MessageValues } from "./problem.ts";

/** What is wrong at a field: a message key, with its values where it has some. */
export type FieldError = string | { key: string; values?: MessageValues };
/** By the name of the field, "items.0.quantity". */
export type FieldErrors = Record<string, FieldError[]>;

const KEY = /^[a-z_]+(\.[a-z_]+)+$/;

/** The issues of a parse by path. Where zod has only a sentence of its own, the key says 'not understood'. */
export function errorsOf(error: z.ZodError): FieldErrors {
  const errors: FieldErrors = {};
  for (const issue of error.issues) {
    addError(errors, issue.path.join("."), KEY.test(issue.message) ? issue.message : "field.invalid");
  }
  return errors;
}

export function addError(errors: FieldErrors, name: string, error: FieldError): void {
  const known = errors[name] ?? [];
  if (!known.includes(error)) errors[name] = [...known, error];
}
