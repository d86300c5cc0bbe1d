import { AskPassword } from "#app/components/form/ask.tsx";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { Done } from "#app/components/form/done.tsx";
import { FormState } from "#app/components/form/form-context.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { FormAnswer } from "#app/form-answer.ts";

type PasswordFormProps = { command: string; email: string; refused: FormAnswer | undefined; changed: boolean };

/** A new password against the old one. Empty again once it is changed. */
export function PasswordForm({ command, email, refused, changed }: PasswordFormProps) {
  const text = useText();
  const labels = {
    old: text("account.password.old"),
    password: text("account.password.new"),
    again: text("invitation.again"),
  };
  return (
    <Panel title={text("account.password")}>
      <div className="panel-part">
        <FormState refused={refused}>
          <CommandForm command={command} intent="password" className="form" key={changed ? command : "password"}>
            <FormErrors refused={refused} labels={labels} />
            <Done when={changed}>{text("account.password.changed")}</Done>
            <input type="hidden" name="username" value={email} autoComplete="username" />
            <AskPassword name="old" field="old_password" label={labels.old} autoComplete="current-password" />
            <AskPassword
              name="password"
              label={labels.password}
              hint={text("invitation.password.hint")}
              autoComplete="new-password"
            />
            <AskPassword name="again" field="again_password" label={labels.again} autoComplete="new-password" />
            <div>
              <Send kind="plain">{text("account.password.submit")}</Send>
            </div>
          </CommandForm>
        </FormState>
      </div>
    </Panel>
  );
}
