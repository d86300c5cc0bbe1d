import { useEffect, useRef, useState } from "react";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { Refusal } from "#app/components/form/refusal.tsx";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Select, TextArea } from "#app/components/ui/inputs.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import type { FormAnswer } from "#app/form-answer.ts";
import { type ActAnswer, useRefusal } from "./act-form.tsx";

type SummaryFormProps = {
  /** Which of the forms of the page it is. */
  slot: string;
  command: string;
  /** The version of the case that stands above it. */
  about: number;
  /** The version of the summary that it corrects; 0 for a new one. */
  base: number;
  said: string;
  /** The language of the summary that it corrects, or those among which a new one has a choice. */
  language?: string;
  languages?: readonly string[];
};

/** Adds or corrects a summary in its place, with the original beside it; closed until it is asked for. */
export function SummaryForm(props: SummaryFormProps) {
  const text = useText();
  const hydrated = useHydrated();
  const refused = useOwnRefusal(props.slot);
  const [open, setOpen] = useState(refused !== null);
  const sent = useRef(false);
  const answer = useAnswer<ActAnswer>();
  useEffect(() => {
    if (sent.current && answer && "done" in answer) setOpen(false);
    sent.current = false;
  }, [answer]);
  return (
    <details
      className="narrative-act screen-only"
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{text(props.language ? "summary.correct" : "summary.add")}</summary>
      {(open || !hydrated) && <Fields {...props} refused={refused} onSend={() => (sent.current = true)} />}
    </details>
  );
}

function useOwnRefusal(slot: string): FormAnswer | null {
  const refused = useRefusal("summarise");
  return refused?.form.slot === slot ? refused : null;
}

type FieldsProps = SummaryFormProps & { refused: FormAnswer | null; onSend: () => void };

/** What it is based on stays as it was when the form was opened: whoever writes meanwhile is not written over unseen. */
function Fields({ slot, command, language, languages = [], refused, onSend, ...opened }: FieldsProps) {
  const text = useText();
  const [{ about, base, said }] = useState(opened);
  const [chosen, setChosen] = useState(language ?? String(refused?.form.language ?? ""));
  const standing = standingIn(refused);
  const errors = refused?.fields ?? {};
  return (
    <CommandForm command={command} intent="summarise" hidden={{ slot }} replace className="act-form" onSubmit={onSend}>
      <input type="hidden" name="about" value={about} />
      <input type="hidden" name="base" value={standing?.version ?? base} />
      {language && <input type="hidden" name="language" value={language} />}
      {Object.keys(errors).length === 0 && <Refusal refused={refused} />}
      {standing && (
        <blockquote className="narrative-meanwhile" lang={chosen} dir="auto">
          {standing.text || text("summary.taken_back")}
        </blockquote>
      )}
      {!language && (
        <Field label={text("summary.language")} errors={errors.language}>
          <Select
            name="language"
            none={text("report.choose")}
            options={languages.map((tag) => ({ value: tag, label: text.label(`language.${tag}`) }))}
            value={chosen}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
        </Field>
      )}
      <Field label={text("summary.text")} hint={text("summary.text.hint")} errors={errors.text}>
        <TextArea
          name="text"
          rows={5}
          lang={chosen || undefined}
          dir="auto"
          defaultValue={String(refused?.form.text ?? said)}
        />
      </Field>
      <div className="row wrap">
        <Send>{text("summary.save")}</Send>
        {language && (
          <Button kind="quiet" name="take_back" value="yes">
            {text("summary.take_back")}
          </Button>
        )}
      </div>
    </CommandForm>
  );
}

/** What somebody else has written meanwhile; with no version where they took it back. */
function standingIn(refused: FormAnswer | null): { version: number; text: string } | null {
  const current = refused?.current;
  if (typeof current !== "object" || current === null || !("text" in current && "version" in current)) return null;
  const { text, version } = current;
  if (typeof text !== "string" || typeof version !== "number") return null;
  return { text, version: text === "" ? 0 : version };
}
