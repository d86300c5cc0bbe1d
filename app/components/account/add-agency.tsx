import { AskChoice, AskText } from "#app/components/form/ask.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { FormAnswer } from "#app/form-answer.ts";
import { AddForm } from "./add-form.tsx";
import type { OrganisationView } from "./organisation-types.ts";

type AddAgencyProps = {
  organisations: readonly OrganisationView[];
  id: string;
  command: string;
  refused: FormAnswer | undefined;
};

/** An agency with its first unit; the unit takes the id that the command brings for it. */
export function AddAgency({ organisations, id, command, refused }: AddAgencyProps) {
  const text = useText();
  const labels = {
    administrationId: text("directory.administration"),
    code: text("directory.agency_code"),
    name: text("directory.agency_name"),
    unitName: text("directory.unit_name"),
  };
  return (
    <AddForm
      title={text("directory.add_agency")}
      command={command}
      intent="agency"
      refused={refused}
      labels={labels}
      hidden={{ id, unitId: command }}
    >
      <AskChoice
        name="administrationId"
        label={labels.administrationId}
        none={text("form.choose")}
        options={organisations.map((head) => ({ value: head.id, label: head.name }))}
      />
      <AskText name="name" label={labels.name} />
      <AskText
        name="code"
        label={labels.code}
        hint={text("directory.agency_code.hint")}
        input={{ spellCheck: false }}
      />
      <AskText name="unitName" label={labels.unitName} hint={text("directory.unit_name.hint")} />
    </AddForm>
  );
}
