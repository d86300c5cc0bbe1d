import { AskChoice, AskText } from "#app/components/form/ask.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { ADMINISTRATION_KINDS } from "#app/domain/account.ts";
import type { FormAnswer } from "#app/form-answer.ts";
import { AddForm } from "./add-form.tsx";

type AddAdministrationProps = { id: string; command: string; refused: FormAnswer | undefined };

export function AddAdministration({ id, command, refused }: AddAdministrationProps) {
  const text = useText();
  const labels = { kind: text("directory.kind"), code: text("directory.code"), name: text("directory.name") };
  return (
    <AddForm
      title={text("directory.add_administration")}
      command={command}
      intent="administration"
      refused={refused}
      labels={labels}
      hidden={{ id }}
    >
      <AskChoice
        name="kind"
        label={labels.kind}
        options={ADMINISTRATION_KINDS.map((kind) => ({ value: kind, label: text(`directory.kind.${kind}`) }))}
      />
      <AskText name="code" label={labels.code} hint={text("directory.code.hint")} input={{ spellCheck: false }} />
      <AskText name="name" label={labels.name} hint={text("directory.name.hint")} />
    </AddForm>
  );
}
