import { AskText } from "#app/components/form/ask.tsx";
import { FormState } from "#app/components/form/form-context.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { ActForm, AskedAct, useRefusal } from "./act-form.tsx";
import type { UnreleasedPage } from "./page-types.ts";

type GivenBeforeProps = { page: UnreleasedPage; values: Readonly<Record<string, string>>; confirm: string };

/** An approval on somebody's word, or one that was given before now: the fields are those of the tray. */
export function GivenBefore({ page, values, confirm }: GivenBeforeProps) {
  const text = useText();
  const format = useFormat();
  const refused = useRefusal("clear");
  const atField = refused !== null && Object.keys(refused.fields).length > 0 ? refused : undefined;
  return (
    <AskedAct label={text("seizure.given")} title={text("seizure.given")} open={atField !== undefined} act="clear">
      <FormState refused={atField}>
        <ActForm act="clear" command={page.commands.clear_order} values={values} kind="primary" confirm={confirm}>
          <AskText name="order.reference" label={text("seizure.given.reference")} optional />
          <AskText name="order.approver" label={text("seizure.given.approver")} optional />
          <AskText
            name="givenAt"
            label={text("seizure.given.at")}
            hint={text("seizure.given.hint", { zone: format.zoneName(page.zone) })}
            input={{ type: "datetime-local" }}
            optional
          />
        </ActForm>
      </FormState>
    </AskedAct>
  );
}
