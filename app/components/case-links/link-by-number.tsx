import { refusalOf } from "#app/components/form/answer.ts";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { Refusal } from "#app/components/form/refusal.tsx";
import { useRounds } from "#app/components/form/use-rounds.ts";
import { Field } from "#app/components/ui/field.tsx";
import { TextInput } from "#app/components/ui/inputs.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { Id } from "#app/domain/id.ts";
import { doneOf } from "./link-done.ts";

type LinkByNumberProps = { seizure: Id; command: Id; answer: unknown };

/** For what a person knows and no rule sees: another case by its number, and why it belongs to this one. */
export function LinkByNumber({ seizure, command, answer }: LinkByNumberProps) {
  const text = useText();
  const refused = refusalOf(answer, "link");
  const own = refused && refused.form.of === seizure ? refused : undefined;
  const rounds = useRounds(answer, (one) => doneOf(one) === "linked");
  const { number = [], note = [] } = own?.fields ?? {};
  return (
    <details key={rounds} open={own !== undefined || undefined} className="screen-only">
      <summary>{text("links.number.open")}</summary>
      <CommandForm command={command} intent="link" hidden={{ of: seizure }} replace className="link-number">
        {number.length + note.length === 0 && <Refusal refused={own} />}
        <Field label={text("links.number")} hint={text("links.number.hint")} errors={number}>
          <TextInput name="number" required maxLength={60} defaultValue={String(own?.form.number ?? "")} />
        </Field>
        <Field label={text("links.why")} hint={text("links.note.hint")} errors={note}>
          <TextInput name="note" required maxLength={1000} defaultValue={String(own?.form.note ?? "")} />
        </Field>
        <Send>{text("links.answer.linked")}</Send>
      </CommandForm>
    </details>
  );
}
