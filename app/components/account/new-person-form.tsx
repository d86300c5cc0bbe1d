import { Link } from "@remix-run/react";
import { Ask, AskText, AskYes } from "#app/components/form/ask.tsx";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { FormState, useTyped } from "#app/components/form/form-context.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { FormAnswer } from "#app/form-answer.ts";
import { UnitSelect } from "./agency-select.tsx";
import type { OrganisationView } from "./organisation-types.ts";

type NewPersonFormProps = {
  organisations: readonly OrganisationView[];
  /** The unit that the page was asked for. */
  unit: string;
  /** The id of the account to be. */
  person: string;
  command: string;
  refused: FormAnswer | undefined;
};

export function NewPersonForm({ organisations, unit, person, command, refused }: NewPersonFormProps) {
  const text = useText();
  const labels = {
    name: text("person.name"),
    email: text("person.email"),
    unitId: text("form.agency_unit"),
    agencyId: text("form.agency_unit"),
    mayOpen: text("person.rights"),
  };
  return (
    <FormState initial={{ unitId: unit }} refused={refused}>
      <CommandForm command={command} hidden={{ id: person }} className="form">
        <FormErrors refused={refused} labels={labels} />
        <AskText name="name" label={labels.name} hint={text("person.name.hint")} />
        <AskText
          name="email"
          label={labels.email}
          hint={text("person.email.hint")}
          input={{ type: "email", inputMode: "email", spellCheck: false }}
        />
        <UnitChoice organisations={organisations} />
        <fieldset className="stack">
          <legend className="field-label field-legend">{text("person.rights")}</legend>
          <AskYes name="mayOpen">{text("person.may_open")}</AskYes>
          <AskYes name="administrator">{text("person.administrator")}</AskYes>
        </fieldset>
        <div className="form-foot">
          <Send>{text("person.create")}</Send>
        </div>
      </CommandForm>
    </FormState>
  );
}

function UnitChoice({ organisations }: { organisations: readonly OrganisationView[] }) {
  const text = useText();
  const missing = (
    <Link to="/accounts/agencies" className="link">
      {text("directory.add_agency")}
    </Link>
  );
  return (
    <Ask name="unitId" label={text("form.agency_unit")} hint={missing}>
      <UnitSelect name="unitId" organisations={organisations} initial={useTyped("unitId")} none={text("form.choose")} />
    </Ask>
  );
}
