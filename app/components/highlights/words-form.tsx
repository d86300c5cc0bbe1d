import { refusalOf } from "#app/components/form/answer.ts";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { Refusal } from "#app/components/form/refusal.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { TextArea } from "#app/components/ui/inputs.tsx";
import type { FormAnswer } from "#app/form-answer.ts";

type WordsFormProps = {
  intent: string;
  command: string;
  hidden: Readonly<Record<string, string>>;
  /** Of the one field: its name, its label, and what stands in it. */
  field: { name: "words" | "reason"; label: string; hint?: string; begins?: string };
  send: string;
  kind?: "primary" | "plain" | "danger";
  answer: unknown;
};

/** One text about one case, kept where it was refused. */
export function WordsForm({ intent, command, hidden, field, send, kind = "primary", answer }: WordsFormProps) {
  const refused = refusalFor(answer, intent, hidden);
  const errors = refused?.fields[field.name] ?? [];
  return (
    <CommandForm command={command} intent={intent} hidden={hidden} className="highlight-form">
      {errors.length === 0 && <Refusal refused={refused} />}
      <Field label={field.label} hint={field.hint} errors={errors}>
        <TextArea name={field.name} rows={2} defaultValue={String(refused?.form[field.name] ?? field.begins ?? "")} />
      </Field>
      <Send kind={kind}>{send}</Send>
    </CommandForm>
  );
}

/** The refusal of this form among all of its kind: by the case that it is about, and the report. */
export function refusalFor(
  answer: unknown,
  intent: string,
  { seizure, report }: Readonly<Record<string, string>>,
): FormAnswer | undefined {
  const refused = refusalOf(answer, intent);
  if (refused?.form.seizure !== seizure) return undefined;
  return report === undefined || refused?.form.report === report ? refused : undefined;
}
