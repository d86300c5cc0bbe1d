import type { ReactNode } from "react";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { FormState } from "#app/components/form/form-context.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { FormAnswer, FormValues } from "#app/form-answer.ts";

type AddFormProps = {
  title: string;
  command: string;
  intent: string;
  refused: FormAnswer | undefined;
  labels: Readonly<Record<string, string>>;
  /** Sent along unseen, such as the id of what is to be. */
  hidden?: Readonly<Record<string, string>>;
  /** What the fields begin with. */
  initial?: FormValues;
  children: ReactNode;
};

/** A small form that waits closed until it is wanted, and stays open while it is being put right. */
export function AddForm({ title, command, intent, refused, labels, hidden, initial, children }: AddFormProps) {
  const text = useText();
  return (
    <details className="add" open={refused !== undefined}>
      <summary className="add-title">{title}</summary>
      <FormState initial={initial} refused={refused}>
        <CommandForm command={command} intent={intent} hidden={hidden} className="form add-form">
          <FormErrors refused={refused} labels={labels} />
          {children}
          <div>
            <Send kind="plain">{text("directory.submit")}</Send>
          </div>
        </CommandForm>
      </FormState>
    </details>
  );
}
