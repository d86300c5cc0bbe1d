import { AskChoice } from "#app/components/form/ask.tsx";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { Done } from "#app/components/form/done.tsx";
import { FormState } from "#app/components/form/form-context.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { zoneOptions } from "#app/components/form/zone-options.ts";
import { Panel } from "#app/components/ui/panel.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import type { FormAnswer } from "#app/form-answer.ts";
import { LANGUAGES, LOCALES } from "#app/messages/index.ts";

type PreferencesFormProps = {
  command: string;
  zones: readonly string[];
  chosen: { locale: string; zone: string };
  refused: FormAnswer | undefined;
  saved: boolean;
};

/** Language and zone that go with the account to every device. */
export function PreferencesForm({ command, zones, chosen, refused, saved }: PreferencesFormProps) {
  const text = useText();
  const format = useFormat();
  const languages = LOCALES.filter((locale) => locale !== "pseudo");
  return (
    <Panel title={text("account.preferences")}>
      <div className="panel-part">
        <FormState initial={chosen} refused={refused}>
          <CommandForm command={command} intent="preferences" className="form">
            <FormErrors refused={refused} labels={{ zone: text("account.zone") }} />
            <Done when={saved}>{text("account.preferences.saved")}</Done>
            <AskChoice
              name="locale"
              label={text("account.locale")}
              hint={text("account.locale.hint")}
              none={text("account.by_browser")}
              options={languages.map((locale) => ({ value: locale, label: LANGUAGES[locale].ownName }))}
            />
            <AskChoice
              name="zone"
              label={text("account.zone")}
              hint={text("account.zone.hint")}
              none={text("account.by_browser")}
              options={zoneOptions(zones, format)}
            />
            <div>
              <Send kind="plain">{text("form.save")}</Send>
            </div>
          </CommandForm>
        </FormState>
      </div>
    </Panel>
  );
}
