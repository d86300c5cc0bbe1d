import { readTypedDecimal } from "../exact-decimal.ts";
import { addError, type FieldErrors } from "../field-errors.ts";
import type { LocalDate } from "../local-date.ts";
import type { SeizureInput } from "../seizure.ts";
import { type FormFields, textOf } from "./rows.ts";

/** A place of the gazetteer, as far as the form is completed from it. */
export type FormPlace = { id: string; name: string; country: string; kind: string; geoPrecision: string | null };

export type FormContext = {
  /** Zone of the operation: for a time at a place whose own zone is not known. */
  zone: string;
  /** The latest day that can have been. */
  latestDay: LocalDate;
  places: ReadonlyMap<string, FormPlace>;
  /** Where an imported record comes from; no field of the form. */
  origin?: SeizureInput["origin"];
};

/** A form being read: what is wrong is gathered by the names of the fields. */
export type Reading = { fields: FormFields; mark: "." | ","; context: FormContext; errors: FieldErrors };

export function rawDecimal({ fields, mark, errors }: Reading, name: string): string | null {
  const typed = textOf(fields, name);
  if (typed.trim() === "") return null;
  const read = readTypedDecimal(typed, mark);
  if (read === null) addError(errors, name, "decimal.malformed");
  return read;
}

export function rawCount({ fields, errors }: Reading, name: string): number | null {
  const typed = textOf(fields, name).normalize("NFKC").trim();
  if (typed === "") return null;
  if (/^\d{1,6}$/.test(typed)) return Number(typed);
  addError(errors, name, "persons.negative");
  return null;
}

export function yesOrNo(text: string): boolean | null {
  return text === "yes" ? true : text === "no" ? false : null;
}
