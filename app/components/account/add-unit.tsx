import { Ask, AskText } from "#app/components/form/ask.tsx";
import { useTyped } from "#app/components/form/form-context.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { FormAnswer } from "#app/form-answer.ts";
import { AddForm } from "./add-form.tsx";
import { AgencySelect } from "./agency-select.tsx";
import type { OrganisationView } from "./organisation-types.ts";

type AddUnitProps = {
  /** Agencies to choose from; with one agency alone there is no choice. */
  organisations: readonly OrganisationView[];
  agencyId?: string;
  id: string;
  command: string;
  refused: FormAnswer | undefined;
};

export function AddUnit({ organisations, agencyId, id, command, refused }: AddUnitProps) {
  const text = useText();
  const labels = { agencyId: text("form.agency"), name: text("directory.unit") };
  return (
    <AddForm
      title={text("directory.add_unit")}
      command={command}
      intent="unit"
      refused={refused}
      labels={labels}
      hidden={agencyId ? { id, agencyId } : { id }}
    >
      {!agencyId && <AgencyChoice organisations={organisations} />}
      <AskText name="name" label={labels.name} />
    </AddForm>
  );
}

function AgencyChoice({ organisations }: Pick<AddUnitProps, "organisations">) {
  const text = useText();
  return (
    <Ask name="agencyId" label={text("form.agency")}>
      <AgencySelect
        name="agencyId"
        organisations={organisations}
        initial={useTyped("agencyId")}
        none={text("form.choose")}
      />
    </Ask>
  );
}
