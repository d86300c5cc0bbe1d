import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { ConfirmSend } from "#app/components/form/confirm-send.tsx";
import { Done } from "#app/components/form/done.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { LinkToCopy } from "#app/components/form/text-to-copy.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { useFormat, useNow, useText } from "#app/components/ui/text-context.tsx";
import type { FormAnswer } from "#app/form-answer.ts";

type Access = { accepted: boolean; invitedUntil: string | null; sessions: number | null; lastUsedAt: string | null };
type Person = { id: string; name: string; machine: boolean; state: "active" | "suspended"; access: Access | null };

type PersonAccessProps = {
  person: Person;
  isSelf: boolean;
  command: string;
  /** The link that was just made. */
  link: { path: string; origin: string } | null;
  done: string | undefined;
  refused: FormAnswer | undefined;
};

/** How this account gets in, and how it is kept out. */
export function PersonAccess({ person, isSelf, command, link, done, refused }: PersonAccessProps) {
  const text = useText();
  const { name } = person;
  return (
    <Panel title={text("person.access")}>
      <div className="panel-part stack">
        <FormErrors refused={refused} />
        <Done when={done === "end"}>{text("person.sessions_ended", { name })}</Done>
        <Done when={done === "suspend"}>{text("person.suspended", { name })}</Done>
        <Done when={done === "restore"}>{text("person.restored", { name })}</Done>
        {link && (
          <LinkToCopy
            label={text("invitation.link", { name })}
            hint={text("invitation.link.hint", { name })}
            {...link}
          />
        )}
        {isSelf ? <p className="muted">{text("person.self")}</p> : <Standing {...person} />}
        {!isSelf && <Acts person={person} command={command} />}
      </div>
    </Panel>
  );
}

function Standing({ machine, state, name, access }: Person) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  if (state === "suspended") return <p className="danger">{text("person.suspended", { name })}</p>;
  if (machine || !access) return null;
  const password = access.accepted
    ? text("person.has_password")
    : access.invitedUntil
      ? text("person.invited", { until: format.moment(access.invitedUntil) })
      : text("person.no_password");
  const used = access.lastUsedAt && text("person.last_used", { at: format.relative(access.lastUsedAt, now) });
  return (
    <>
      <p>{password}</p>
      {access.accepted && (
        <p className="muted">
          {text("person.sessions", { n: access.sessions ?? 0 })}
          {used && `, ${used}`}
        </p>
      )}
    </>
  );
}

function Acts({ person, command }: { person: Person; command: string }) {
  const text = useText();
  const { name, machine, state, access } = person;
  if (state === "suspended") {
    return (
      <CommandForm command={command} intent="restore">
        <Send kind="plain">{text("person.restore")}</Send>
      </CommandForm>
    );
  }
  return (
    <div className="row wrap acts">
      {!machine && (
        <CommandForm command={command} intent="invite">
          <Send kind="plain">
            {text(access?.accepted || access?.invitedUntil ? "invitation.make_new" : "invitation.make")}
          </Send>
        </CommandForm>
      )}
      {(access?.sessions ?? 0) > 0 && (
        <ConfirmSend
          command={command}
          intent="end"
          label={text("person.end_sessions")}
          title={text("person.end_sessions.title", { name })}
          confirm={text("person.end_sessions.confirm")}
          keep={text("form.keep")}
        >
          {text("person.end_sessions.text")}
        </ConfirmSend>
      )}
      <ConfirmSend
        command={command}
        intent="suspend"
        label={text("person.suspend")}
        title={text("person.suspend.title", { name })}
        confirm={text("person.suspend.confirm")}
        keep={text("form.keep")}
      >
        {text("person.suspend.text")}
      </ConfirmSend>
    </div>
  );
}
