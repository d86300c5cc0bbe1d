import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { FormState, useFieldErrors, useTyped } from "#app/components/form/form-context.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Select } from "#app/components/ui/inputs.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { TARGETS } from "#app/domain/import/columns.ts";
import type { FormAnswer } from "#app/form-answer.ts";
import type { ImportColumn, ImportPageData } from "./import-types.ts";

type ImportColumnsProps = Pick<ImportPageData, "columns" | "commands" | "line"> & {
  refused: FormAnswer | undefined;
  open: boolean;
};

/** What each column holds, guessed from its heading, beside some of its cells; said once, it is kept for the agency. */
export function ImportColumns({ columns, commands, refused, open, line }: ImportColumnsProps) {
  const text = useText();
  const known = columns.filter(({ holds }) => holds !== null).length;
  const began = line.counts.some(({ outcome }) => outcome !== "");
  const initial = Object.fromEntries(columns.map(({ at, holds }) => [`column.${at}`, holds ?? ""]));
  const labels = Object.fromEntries(columns.map(({ at, heading }) => [`column.${at}`, heading || String(at + 1)]));
  const count = Math.max(0, ...columns.map(({ at }) => at + 1));
  return (
    <details className="panel import-columns" open={refused !== undefined || (!began && known < 3)}>
      <summary className="panel-head">
        <span className="heading">{text("import.columns")}</span>
        <span className="caption">{text("import.columns.known", { known, n: columns.length })}</span>
      </summary>
      <CommandForm command={commands.map} intent="map" hidden={{ columns: String(count) }}>
        <FormState initial={initial} refused={refused}>
          <FormErrors refused={refused} labels={labels} />
          <ul className="import-column-list">
            {columns.map((column) => (
              <ColumnLine key={column.at} column={column} open={open} />
            ))}
          </ul>
          {open && (
            <div className="import-foot">
              <Send kind="plain">{text("import.columns.keep")}</Send>
              <span className="caption">{text("import.columns.note")}</span>
            </div>
          )}
        </FormState>
      </CommandForm>
    </details>
  );
}

function ColumnLine({ column, open }: { column: ImportColumn; open: boolean }) {
  const text = useText();
  const { at, heading, samples } = column;
  const name = `column.${at}`;
  const options = TARGETS.map((target) => ({ value: target, label: text.label(`import.holds.${target}`) }));
  const sorted = [...options].sort((left, right) => left.label.localeCompare(right.label, text.locale));
  return (
    <li className="import-column" id={`at-column-${at}`}>
      <Field label={heading || text("import.column.unnamed", { n: at + 1 })} errors={useFieldErrors(name)}>
        <Select
          name={name}
          defaultValue={useTyped(name)}
          disabled={!open}
          options={sorted}
          none={text("import.holds.none")}
        />
      </Field>
      <ul className="import-samples" aria-label={text("import.samples")}>
        {samples.map((sample) => (
          <li key={sample}>{sample}</li>
        ))}
      </ul>
    </li>
  );
}
