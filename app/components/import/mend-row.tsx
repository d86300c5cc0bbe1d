import { useFetcher } from "@remix-run/react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { v7 as uuid } from "uuid";
import { refusalOf } from "#app/components/form/answer.ts";
import { wasLost } from "#app/components/form/line-loss.ts";
import { Refusal } from "#app/components/form/refusal.tsx";
import { isAwaited } from "#app/components/form/use-busy.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Checkbox } from "#app/components/ui/choices.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { TextInput } from "#app/components/ui/inputs.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { cellsOfField } from "#app/domain/import/field-cells.ts";
import type { GridCell, GridRow } from "./import-types.ts";

type MendRowProps = { row: GridRow; address: string; done: () => void };

/** The cells of a row to be written anew: first those that something is said about. What the file had stays beside them. */
export function MendRow({ row, address, done }: MendRowProps) {
  const text = useText();
  const fetcher = useFetcher<unknown>();
  const form = useRef<HTMLFormElement>(null);
  const [command] = useState(() => uuid());
  const refused = refusalOf(fetcher.data, "mend");
  const lost = wasLost(fetcher.data);
  const isDone = fetcher.state === "idle" && fetcher.data !== undefined && !refused && !lost;
  const latest = useRef(done);
  useEffect(() => {
    latest.current = done;
  });
  useEffect(() => {
    if (isDone) latest.current();
  }, [isDone]);
  useEffect(() => {
    form.current?.querySelector<HTMLInputElement>("input[name^='cell.']")?.focus();
  }, []);
  const named = row.notes.flatMap(({ field }) => cellsOfField(field));
  const isNamed = ({ holds }: GridCell) => holds !== null && named.includes(holds);
  const cells = row.cells.filter(({ holds }) => holds !== null);
  const [first, rest] = [cells.filter(isNamed), cells.filter((cell) => !isNamed(cell))];
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    fetcher.submit(onlyChanged(new FormData(event.currentTarget), row), { method: "post", action: address });
  };
  return (
    <form ref={form} className="import-mend" onSubmit={send} aria-label={text("import.mend.row", { n: row.row + 1 })}>
      <input type="hidden" name="intent" value="mend" />
      <input type="hidden" name="command" value={command} />
      <input type="hidden" name="row" value={row.row} />
      <Refusal refused={refused} />
      {lost && (
        <p className="message message-error" role="alert">
          {text("import.mend.lost")}
        </p>
      )}
      <Cells cells={first.length > 0 ? first : rest} errors={refused?.fields ?? {}} />
      {first.length > 0 && rest.length > 0 && (
        <details>
          <summary>{text("import.mend.others", { n: rest.length })}</summary>
          <Cells cells={rest} errors={refused?.fields ?? {}} />
        </details>
      )}
      <Checkbox name="everywhere" value="yes">
        {text("import.mend.everywhere")}
      </Checkbox>
      <div className="import-foot">
        <Button type="submit" kind="primary" size="small" busy={isAwaited(fetcher.state, fetcher.data)}>
          {text("import.mend.keep")}
        </Button>
        <Button type="button" kind="quiet" size="small" onClick={done}>
          {text("form.keep")}
        </Button>
      </div>
    </form>
  );
}

function Cells({ cells, errors }: { cells: readonly GridCell[]; errors: Record<string, string[]> }) {
  const text = useText();
  return (
    <div className="import-mend-cells">
      {cells.map(({ at, heading, written, mended }) => (
        <Field
          key={at}
          label={heading || text("import.column.unnamed", { n: at + 1 })}
          errors={errors[`cells.${at}`] ?? errors[String(at)] ?? []}
        >
          <TextInput name={`cell.${at}`} defaultValue={mended ?? written} />
        </Field>
      ))}
    </div>
  );
}

/** Cells that still say what they said are not sent: what the file holds is not to be tidied on the way. */
function onlyChanged(form: FormData, { cells }: GridRow): FormData {
  const changed = new FormData();
  for (const [name, value] of form) {
    const cell = cells.find(({ at }) => name === `cell.${at}`);
    if (!cell || (cell.mended ?? cell.written) !== value) changed.append(name, value);
  }
  return changed;
}
