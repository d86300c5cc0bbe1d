import { AskChoice, AskText, AskYes } from "#app/components/form/ask.tsx";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { Done } from "#app/components/form/done.tsx";
import { FormState } from "#app/components/form/form-context.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { FormAnswer } from "#app/form-answer.ts";
import type { AgencyView } from "./organisation-types.ts";

type PersonCorrectionProps = {
  person: { name: string; unitId: string; administrator: boolean; mayOpen: boolean; machine: boolean };
  agency: AgencyView | null;
  command: string;
  refused: FormAnswer | undefined;
  changed: boolean;
};

/** Name, unit within the agency, and the right to open operations. */
export function PersonCorrection({ person, agency, command, refused, changed }: PersonCorrectionProps) {
  const text = useText();
  const initial = { name: person.name, unitId: person.unitId, mayOpen: person.mayOpen ? "yes" : "" };
  const labels = { name: text("person.name"), unitId: text("form.unit") };
  return (
    <Panel title={text("person.correct")} note={agency?.name}>
      <div className="panel-part">
        <FormState initial={initial} refused={refused}>
          <CommandForm command={command} intent="correct" className="form">
            <FormErrors refused={refused} labels={labels} />
            <Done when={changed}>{text("person.changed")}</Done>
            <AskText name="name" label={labels.name} hint={text("person.name.hint")} />
            <AskChoice
              name="unitId"
              label={labels.unitId}
              options={(agency?.units ?? []).map((unit) => ({ value: unit.id, label: unit.name }))}
            />
            {!person.administrator && !person.machine && <AskYes name="mayOpen">{text("person.may_open")}</AskYes>}
            <div>
              <Send kind="plain">{text("form.save")}</Send>
            </div>
          </CommandForm>
        </FormState>
      </div>
    </Panel>
  );
}
