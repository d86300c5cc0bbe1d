import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { ConfirmSend } from "#app/components/form/confirm-send.tsx";
import { Done } from "#app/components/form/done.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useFormat, useNow, useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";

type Session = { id: string; label: string; createdAt: string; usedAt: string; current: boolean };
type SessionsPanelProps = { sessions: readonly Session[]; command: string; ended: boolean };

/** Where the account is open, and the ways to close it. */
export function SessionsPanel({ sessions, command, ended }: SessionsPanelProps) {
  const text = useText();
  return (
    <Panel title={text("account.sessions")} foot={text("account.sessions.note")}>
      <Done when={ended}>{text("account.sessions.ended")}</Done>
      <Table
        label={text("account.sessions")}
        stack
        rows={sessions}
        keyOf={(session) => session.id}
        marked={(session) => session.current}
        columns={[
          { key: "device", label: text("account.sessions.device"), names: true, cell: (row) => <Device {...row} /> },
          {
            key: "since",
            label: text("account.sessions.since"),
            cell: (row) => <Time at={row.createdAt} as="moment" />,
          },
          { key: "used", label: text("account.sessions.used"), cell: (row) => <Time at={row.usedAt} /> },
          {
            key: "end",
            label: text("account.sessions.end"),
            cell: (row) => <EndSession session={row} command={command} />,
          },
        ]}
      />
      <div className="panel-part">
        <ConfirmSend
          command={command}
          intent="everywhere"
          label={text("account.everywhere")}
          title={text("account.everywhere.title")}
          confirm={text("account.everywhere.confirm")}
          keep={text("account.everywhere.keep")}
        >
          {text("account.everywhere.text")}
        </ConfirmSend>
      </div>
    </Panel>
  );
}

function Device({ label, current }: Session) {
  const text = useText();
  return (
    <span className="row wrap">
      {label || text("account.sessions.unnamed")}
      {current && <Tag tone="lamp">{text("account.sessions.here")}</Tag>}
    </span>
  );
}

function EndSession({ session, command }: { session: Session; command: string }) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  if (session.current) return null;
  const device = session.label || text("account.sessions.unnamed");
  return (
    <CommandForm command={command} intent="end" hidden={{ session: session.id }}>
      <Send kind="plain" size="small">
        {text("account.sessions.end")}
        <span className="aside">
          {text("account.sessions.end.of", { device, used: format.relative(session.usedAt, now) })}
        </span>
      </Send>
    </CommandForm>
  );
}
