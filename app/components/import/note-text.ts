import { useCheckValues } from "#app/components/seizure/question-text.ts";
import { useText } from "#app/components/ui/text-context.tsx";
import { useCountryNames } from "#app/components/workspace/use-workspace.ts";
import { cellsOfField } from "#app/domain/import/field-cells.ts";
import type { FieldNote } from "#app/domain/import/told.ts";

/** What the report form would ask as well speaks of numbers, days and countries. */
const OF_CHECKS = /^check\.|^import\.(outside_window|other_country)$/;

/** The sentence of a note: reading has keys of its own, what refuses a report those of errors. */
export function useNoteText() {
  const text = useText();
  const countries = useCountryNames();
  const valuesOf = useCheckValues((code) => countries[code] ?? code);
  return ({ key, params }: FieldNote) => {
    const values = params && OF_CHECKS.test(key) ? valuesOf(params) : params;
    return text.has(key) ? text.label(key, values) : text.error(key, values);
  };
}

/** The name of a field that a sentence is about; empty where it is about the row. */
export function useFieldName() {
  const text = useText();
  return (field: string) => {
    const [target] = cellsOfField(field);
    return target ? text.label(`import.holds.${target}`) : "";
  };
}
