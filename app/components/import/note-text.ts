import { useText } from "#app/components/ui/text-context.tsx";
import { cellsOfField } from "#app/domain/import/field-cells.ts";
import type { FieldNote } from "#app/domain/import/told.ts";

/** The sentence of a note: reading has keys of its own, what refuses a report those of errors. */
export function useNoteText() {
  const text = useText();
  return ({ key, params }: FieldNote) => (text.has(key) ? text.label(key, params) : text.error(key, params));
}

/** The name of a field that a sentence is about; empty where it is about the row. */
export function useFieldName() {
  const text = useText();
  return (field: string) => {
    const [target] = cellsOfField(field);
    return target ? text.label(`import.holds.${target}`) : "";
  };
}
