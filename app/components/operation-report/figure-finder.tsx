import { useId, useMemo, useState } from "react";
import { Field } from "#app/components/ui/field.tsx";
import { TextInput } from "#app/components/ui/inputs.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useFigureList } from "./figure-chip.tsx";

/** So many are offered; more letters leave fewer. */
const OFFERED = 12;

/** Finds a figure of the report by words of its name and hands it to the text. */
export function FigureFinder({ insert }: { insert: (line: string) => void }) {
  const text = useText();
  const list = useFigureList();
  const id = useId();
  const [asked, ask] = useState("");
  const found = useMemo(() => {
    const words = asked.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    return list.filter(({ name }) => words.every((word) => name.toLocaleLowerCase().includes(word))).slice(0, OFFERED);
  }, [list, asked]);
  return (
    <div className="figure-finder">
      <Field label={text("operation_report.editor.figure.find")}>
        <TextInput
          type="search"
          value={asked}
          autoComplete="off"
          aria-controls={id}
          onChange={(event) => ask(event.target.value)}
        />
      </Field>
      <ul id={id} className="figure-found">
        {found.map(({ line, name, value }) => (
          <li key={line}>
            <button type="button" className="figure-offer" onClick={() => insert(line)}>
              <span>{name}</span>
              <b>{value}</b>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="muted">{text("operation_report.editor.figure.none")}</p>}
    </div>
  );
}
