import { refusalOf } from "#app/components/form/answer.ts";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { useText } from "#app/components/ui/text-context.tsx";

export type PresenceRow = { hidden: { agency: boolean; me: boolean }; mayAgency: boolean };

type PresencePanelProps = { presence: PresenceRow; command: string; answer: unknown };

/** On the own agency's page: whether it, and whether the reader, is shown as being here. */
export function PresencePanel({ presence, command, answer }: PresencePanelProps) {
  const text = useText();
  const { hidden, mayAgency } = presence;
  return (
    <Panel title={text("presence.panel")} note={text("presence.panel.note")}>
      <div className="panel-part stack" id="presence">
        <FormErrors refused={refusalOf(answer, "presence_me") ?? refusalOf(answer, "presence_agency")} />
        <div className="presence-row">
          <p>{text(hidden.agency ? "presence.agency.hidden" : "presence.agency.shown")}</p>
          {mayAgency && (
            <CommandForm command={command} intent="presence_agency" hidden={{ shown: hidden.agency ? "yes" : "no" }}>
              <Send kind="plain" size="small">
                {text(hidden.agency ? "presence.agency.show" : "presence.agency.hide")}
              </Send>
            </CommandForm>
          )}
        </div>
        {!hidden.agency && (
          <div className="presence-row">
            <p>{text(hidden.me ? "presence.me.hidden" : "presence.me.shown")}</p>
            <CommandForm command={command} intent="presence_me" hidden={{ shown: hidden.me ? "yes" : "no" }}>
              <Send kind="plain" size="small">
                {text(hidden.me ? "presence.me.show" : "presence.me.hide")}
              </Send>
            </CommandForm>
          </div>
        )}
      </div>
    </Panel>
  );
}
