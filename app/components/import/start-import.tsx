import { FileArrowUpIcon } from "@phosphor-icons/react/dist/ssr/FileArrowUp";
import { type ChangeEvent, type DragEvent, type FormEvent, useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { TextArea } from "#app/components/ui/inputs.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { isWhole } from "#app/domain/import/progress.ts";
import type { ImportLine } from "./import-types.ts";
import { type FileOnItsWay, useFileSending } from "./use-file-sending.ts";

const ACCEPTED = ".xlsx,.csv,.tsv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A file that is chosen or dropped, or cells that are pasted: it goes as soon as it is there. */
export function StartImport({ home, lines }: { home: string; lines: readonly ImportLine[] }) {
  const text = useText();
  const { sending, send, takeBack } = useFileSending(home, lines);
  const [over, setOver] = useState(false);
  const half = lines.filter(({ state }) => !isWhole(state));
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.currentTarget.files ?? [];
    if (file) void send(file);
    event.currentTarget.value = "";
  };
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) void send(file);
  };
  return (
    <section className="import-start" aria-label={text("import.start")}>
      {sending ? (
        <OnItsWay sending={sending} takeBack={takeBack} />
      ) : (
        <label
          className={over ? "import-drop import-drop-over" : "import-drop"}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={dropped}
        >
          <Icon of={FileArrowUpIcon} size={28} />
          <span className="strong">{text("import.choose")}</span>
          <span className="caption">{text("import.choose.note")}</span>
          <input type="file" className="visually-hidden" accept={ACCEPTED} onChange={chosen} />
        </label>
      )}
      {half.length > 0 && !sending && (
        <Notice tone="warn" title={text("import.half.title", { n: half.length })}>
          {text("import.half.text", { names: half.map(({ fileName }) => fileName).join(", ") })}
        </Notice>
      )}
      <Paste paste={(file) => void send(file)} />
    </section>
  );
}

function Paste({ paste }: { paste: (file: File) => void }) {
  const text = useText();
  const format = useFormat();
  const [empty, setEmpty] = useState(false);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const cells = String(new FormData(event.currentTarget).get("cells") ?? "");
    setEmpty(cells.trim() === "");
    if (cells.trim() === "") return;
    const name = text("import.pasted.name", { at: format.moment(new Date().toISOString()) });
    paste(new File([cells], `${name}.txt`, { type: "text/plain" }));
  };
  return (
    <details className="import-paste">
      <summary>{text("import.paste")}</summary>
      <form onSubmit={send} className="stack">
        <Field
          label={text("import.paste.cells")}
          hint={text("import.paste.hint")}
          errors={empty ? ["import.paste.empty"] : []}
        >
          <TextArea name="cells" rows={6} spellCheck={false} className="code" />
        </Field>
        <div>
          <Button type="submit">{text("import.paste.send")}</Button>
        </div>
      </form>
    </details>
  );
}

function OnItsWay({ sending, takeBack }: { sending: FileOnItsWay; takeBack: () => void }) {
  const text = useText();
  const format = useFormat();
  const { file, received, waiting, refused } = sending;
  const far = { received: format.bytes(received), bytes: format.bytes(file.size) };
  return (
    <div className="import-way" aria-live="polite">
      <span className="strong import-name">{file.name}</span>
      {refused ? (
        <p className="message message-error" role="alert">
          {text.error(refused.refused, refused.values)}
        </p>
      ) : (
        <>
          <progress value={received} max={file.size} aria-label={file.name} />
          <span className="caption">{text(waiting ? "import.waiting" : "import.sending", far)}</span>
        </>
      )}
      <Button type="button" size="small" kind="quiet" onClick={takeBack}>
        {text(refused ? "import.another" : "import.stop")}
      </Button>
    </div>
  );
}
