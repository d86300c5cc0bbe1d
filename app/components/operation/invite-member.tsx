import { refusalOf } from "#app/components/form/answer.ts";
import { AskChoice, AskDay, AskText } from "#app/components/form/ask.tsx";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { FormState } from "#app/components/form/form-context.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { AgencyPageProps, Done } from "./agency-page.tsx";

/** Somebody new here, by address: a known account is simply in, a new one gets a link to be copied. */
export function InviteMember(props: AgencyPageProps & { done: Done | undefined }) {
  const { units, roles, today, ids, command, answer } = props;
  const text = useText();
  const refused = refusalOf(answer, "member");
  const labels = {
    name: text("person.name"),
    email: text("person.email"),
    role: text("participants.role"),
    unitId: text("form.unit"),
    fromDay: text("participants.from"),
    toDay: text("participants.to"),
  };
  const usualRole = roles.includes("ncp") ? "ncp" : (roles[0] ?? "");
  const initial = { role: usualRole, unitId: units[0]?.id ?? "", fromDay: today };
  return (
    <div id="invite">
      <Panel title={text("participants.add_person")}>
        <div className="panel-part">
          <FormState initial={initial} refused={refused}>
            <CommandForm
              command={command}
              intent="member"
              hidden={{ memberId: ids.member, personId: ids.person }}
              className="form"
            >
              <FormErrors refused={refused} labels={labels} />
              <div className="fields">
                <AskText name="name" label={labels.name} hint={text("person.name.hint")} />
                <AskText
                  name="email"
                  label={labels.email}
                  hint={text("participants.email.hint")}
                  input={{ type: "email", inputMode: "email", spellCheck: false }}
                />
              </div>
              <div className="fields">
                <AskChoice
                  name="role"
                  label={labels.role}
                  options={roles.map((role) => ({ value: role, label: text(`role.${role}`) }))}
                />
                <AskChoice
                  name="unitId"
                  label={labels.unitId}
                  options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
                />
              </div>
              <RolesExplained roles={roles} />
              <div className="fields">
                <AskDay name="fromDay" label={labels.fromDay} />
                <AskDay name="toDay" label={labels.toDay} optional />
              </div>
              <div>
                <Send>{text("participants.add_person.submit")}</Send>
              </div>
            </CommandForm>
          </FormState>
        </div>
      </Panel>
    </div>
  );
}

function RolesExplained({ roles }: Pick<AgencyPageProps, "roles">) {
  const text = useText();
  return (
    <details>
      <summary className="link">{text("participants.roles.explain")}</summary>
      <dl className="facts">
        {roles.map((role) => (
          <div key={role}>
            <dt>{text(`role.${role}`)}</dt>
            <dd>{text(`role.${role}.may`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
