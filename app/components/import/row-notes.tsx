import { useFetcher } from "@remix-run/react";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import { refusalOf } from "#app/components/form/answer.ts";
import { wasLost } from "#app/components/form/line-loss.ts";
import { Refusal } from "#app/components/form/refusal.tsx";
import { isAwaited } from "#app/components/form/use-busy.ts";
import { Button } from "#app/components/ui/button.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import type { GridRow } from "./import-types.ts";
import { useFieldName, useNoteText } from "./note-text.ts";
import { RowDiffers } from "./row-differs.tsx";

type RowNotesProps = { row: GridRow; address: string; open: boolean; mend: () => void };

/** What is wrong with a row, asked about it or told of it, each with its answer. */
export function RowNotes({ row, address, open, mend }: RowNotesProps) {
  const text = useText();
  const format = useFormat();
  const noteText = useNoteText();
  const fieldName = useFieldName();
  const { questions, heldBy, contradicts, differs } = row;
  // What differs is said field by field, with what is here.
  const notes = differs ? row.notes.filter(({ key }) => key !== "import.differs") : row.notes;
  const fields = [...new Set(notes.map(({ field }) => field))];
  const silent = questions.filter(({ field }) => !fields.includes(field));
  return (
    <div className="import-part import-notes">
      {differs && <RowDiffers differs={differs} />}
      {fields.map((field) => {
        const question = questions.find((one) => one.field === field);
        return (
          <div key={field} className={question ? "import-note import-note-asks" : "import-note"}>
            <p>
              {fieldName(field) !== "" && <b>{fieldName(field)}: </b>}
              {notes
                .filter((note) => note.field === field)
                .map(noteText)
                .join(" ")}
            </p>
            {open && question && <Agree row={row} question={question} address={address} mend={mend} />}
          </div>
        );
      })}
      {silent.map((question) => (
        <div key={question.field} className="import-note import-note-asks">
          <p>
            <b>{fieldName(question.field)}: </b>
            {text("import.asks")}
          </p>
          {open && <Agree row={row} question={question} address={address} mend={mend} />}
        </div>
      ))}
      {heldBy.length > 0 && (
        <p className="caption">
          {text("import.held_by", { rows: format.list(heldBy.slice(0, 5).map((held) => String(held + 1))) })}
        </p>
      )}
      {contradicts.length > 0 && (
        <p className="import-note import-note-asks">
          {text("import.contradicts", { fields: format.list(contradicts.map((field) => fieldName(field) || field)) })}
        </p>
      )}
    </div>
  );
}

type AgreeProps = Pick<RowNotesProps, "row" | "address" | "mend"> & { question: GridRow["questions"][number] };

function Agree({ row, question, address, mend }: AgreeProps) {
  const text = useText();
  const fetcher = useFetcher();
  const [command] = useState(() => ({ one: uuid(), all: uuid() }));
  const { field, agree } = question;
  const send = (everywhere: boolean) => {
    const form = { intent: "agree", command: everywhere ? command.all : command.one, row: String(row.row), field };
    fetcher.submit({ ...form, everywhere: everywhere ? "yes" : "" }, { method: "post", action: address });
  };
  const busy = isAwaited(fetcher.state, fetcher.data);
  return (
    <div className="import-answers">
      {agree !== null && (
        <>
          <Button type="button" size="small" busy={busy} onClick={() => send(false)}>
            {text(`import.agree.${agree}`)}
          </Button>
          <Button type="button" size="small" kind="quiet" busy={busy} onClick={() => send(true)}>
            {text("import.agree.everywhere")}
          </Button>
        </>
      )}
      <Button type="button" size="small" kind="quiet" onClick={mend}>
        {text("import.mend.this")}
      </Button>
      <Refusal refused={refusalOf(fetcher.data, "agree")} />
      {wasLost(fetcher.data) && (
        <p className="message message-error" role="alert">
          {text("import.mend.lost")}
        </p>
      )}
    </div>
  );
}
