import type { Question } from "#app/domain/checks.ts";
import type { FieldErrors } from "#app/domain/field-errors.ts";
import type { MessageValues } from "#app/domain/problem.ts";
import type { PlaceOption } from "#app/domain/seizure-form/choices.ts";
import type { FormFields } from "#app/domain/seizure-form/rows.ts";

/** What the server answers to a form that it did not take as it was. */
export type ReportAnswer = {
  fields: FormFields;
  errors?: FieldErrors;
  questions?: readonly Question[];
  /** A place by words alone: what it may be, by the name of the place's fields. */
  found?: Readonly<Record<string, readonly PlaceOption[]>>;
  /** An earlier sending of this form had arrived, with other content. */
  arrived?: boolean;
  /** Somebody saved another version meanwhile. */
  stale?: StaleAnswer;
  /** Refused as a whole: why, as a message key. */
  problem?: { key: string; values: MessageValues };
  /** The server or the line is away; the form is still here. */
  lost?: boolean;
};

/** Two versions put together in the form: parts that were taken from the other one, and parts that both changed. */
export type StaleAnswer = {
  mine: FormFields;
  theirs: FormFields;
  taken: readonly string[];
  open: readonly string[];
  by: { name: string | null; at: string } | null;
};

/** What the form is for. */
export type ReportKind = "new" | "draft" | "amend";
