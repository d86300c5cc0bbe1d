import { refusalOf } from "#app/components/form/answer.ts";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { ConfirmSend } from "#app/components/form/confirm-send.tsx";
import { Done as Said } from "#app/components/form/done.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { LinkToCopy } from "#app/components/form/text-to-copy.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Select } from "#app/components/ui/inputs.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { AgencyPageProps, Done } from "./agency-page.tsx";
import { MemberName } from "./member-list.tsx";
import type { MemberRow } from "./participant-types.ts";

type AgencyPeopleProps = AgencyPageProps & { done: Done | undefined };

/** The people of the agency here, and for who brings them in: role, suspension, a link for who has no password. */
export function AgencyPeople(props: AgencyPeopleProps) {
  const { members, may, done, origin, answer } = props;
  const text = useText();
  const name = done?.about ?? "";
  const refused = ["role", "suspend", "restore", "link"].map((intent) => refusalOf(answer, intent)).find(Boolean);
  return (
    <Panel title={text("participants.people")} note={text("participants.people.n", { n: members.length })}>
      <div className="panel-part stack">
        <FormErrors refused={refused} />
        <Said when={done?.done === "role"}>{text("participants.changed", { name })}</Said>
        <Said when={done?.done === "suspend"}>{text("participants.suspended.done", { name })}</Said>
        <Said when={done?.done === "restore"}>{text("participants.restored.done", { name })}</Said>
        <Said when={done?.done === "member"}>{text("participants.added", { name })}</Said>
        {done?.link && (
          <LinkToCopy
            label={text("invitation.link", { name })}
            hint={text("invitation.link.hint", { name })}
            path={done.link}
            origin={origin}
          />
        )}
        {members.length === 0 && <p className="faint">{text("participants.nobody")}</p>}
        <ul className="members">
          {members.map((member) => (
            <li key={member.id} className="member">
              <MemberName member={member} />
              {may.manage && <MemberActs member={member} {...props} />}
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  );
}

type MemberActsProps = Pick<AgencyPageProps, "roles" | "command"> & { member: MemberRow };

function MemberActs({ member, roles, command }: MemberActsProps) {
  const text = useText();
  const { id, name, role, state, version, access, personId, machine } = member;
  if (!roles.includes(role)) return null;
  const hidden = { memberId: id, version: String(version), name, role, state };
  return (
    <details className="member-acts">
      <summary className="link">
        {text("participants.change")}
        <span className="aside"> {name}</span>
      </summary>
      <div className="row wrap acts member-forms">
        {!machine && access?.accepted === false && (
          <CommandForm command={command} intent="link" hidden={{ personId, name }}>
            <Send kind="plain">{text(access.invitedUntil ? "invitation.make_new" : "invitation.make")}</Send>
          </CommandForm>
        )}
        <RoleForm member={member} roles={roles} command={command} />
        {state === "suspended" ? (
          <CommandForm command={command} intent="restore" hidden={hidden}>
            <Send kind="plain">{text("participants.restore")}</Send>
          </CommandForm>
        ) : (
          <ConfirmSend
            command={command}
            intent="suspend"
            hidden={hidden}
            label={text("participants.suspend")}
            title={text("participants.suspend.title", { name })}
            confirm={text("participants.suspend")}
            keep={text("form.keep")}
          >
            {text("participants.suspend.text")}
          </ConfirmSend>
        )}
      </div>
    </details>
  );
}

function RoleForm({ member, roles, command }: MemberActsProps) {
  const text = useText();
  const { id, name, role, state, version } = member;
  return (
    <CommandForm
      command={command}
      intent="role"
      hidden={{ memberId: id, version: String(version), name, state }}
      className="row role-form"
    >
      <Field label={text("participants.role")}>
        <Select
          name="role"
          key={role}
          defaultValue={role}
          options={roles.map((given) => ({ value: given, label: text(`role.${given}`) }))}
        />
      </Field>
      <Send kind="plain">{text("participants.role.submit")}</Send>
    </CommandForm>
  );
}
