import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { type Column, Table } from "#app/components/ui/table.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { useCallWords } from "./call-words.ts";
import type { CallRow, DeliveryLog, DeliveryRow, WebhookRow } from "./webhook-types.ts";

type DeliveriesPanelProps = { log: DeliveryLog; of: WebhookRow; command: string };

/** What was sent, what waits, and every call that was made for it; the newest first. */
export function DeliveriesPanel({ log, of: webhook, command }: DeliveriesPanelProps) {
  const text = useText();
  const columns = useColumns(webhook, command);
  const home = `?log=${log.webhook}`;
  return (
    <Panel title={text("webhook.log", { label: webhook.label })} foot={text("webhook.log.foot")}>
      {log.deliveries.length === 0 ? (
        <p className="panel-part muted">{text("webhook.log.empty")}</p>
      ) : (
        <Table
          stack
          label={text("webhook.log", { label: webhook.label })}
          columns={columns}
          rows={log.deliveries}
          keyOf={({ id }) => id}
        />
      )}
      {(!log.isFirst || log.older !== null) && (
        <nav className="pager" aria-label={text("ui.pager.name")}>
          {!log.isFirst && (
            <LinkButton to={home} size="small">
              {text("webhook.log.newest")}
            </LinkButton>
          )}
          {log.older !== null && (
            <LinkButton to={`${home}&before=${log.older}`} size="small">
              {text("webhook.log.older")}
            </LinkButton>
          )}
        </nav>
      )}
    </Panel>
  );
}

const TONES = { waiting: "warn", delivered: "passed", withheld: "plain", failed: "danger" } as const;

function useColumns(webhook: WebhookRow, command: string): Column<DeliveryRow>[] {
  const text = useText();
  return [
    {
      key: "at",
      label: text("webhook.log.happened"),
      cell: ({ happenedAt }) => <Time at={happenedAt} as="moment" />,
    },
    {
      key: "type",
      label: text("webhook.log.type"),
      names: true,
      cell: ({ type, seq }) => (
        <>
          <code>{type}</code>{" "}
          {seq !== null && <span className="caption nowrap">{text("webhook.log.seq", { seq })}</span>}
        </>
      ),
    },
    {
      key: "state",
      label: text("webhook.log.state"),
      cell: ({ state, asked }) => (
        <>
          <Tag tone={TONES[state]}>{text(`webhook.delivery.${state}`)}</Tag>{" "}
          {asked && <span className="caption">{text("webhook.log.asked")}</span>}
        </>
      ),
    },
    { key: "calls", label: text("webhook.log.calls"), cell: ({ calls }) => <Calls of={calls} /> },
    {
      key: "next",
      label: text("webhook.log.next"),
      cell: ({ nextAt, state }) => nextAt && state === "waiting" && <Time at={nextAt} as="moment" />,
    },
    {
      key: "again",
      label: text("webhook.log.act"),
      cell: ({ id, state, asked, calls }) =>
        webhook.state !== "ended" &&
        state !== "withheld" &&
        !asked &&
        calls.length > 0 && (
          <CommandForm command={command} intent="again" hidden={{ webhook: webhook.id, delivery: id }}>
            <Send kind="plain" size="small">
              {text("webhook.again")}
            </Send>
          </CommandForm>
        ),
    },
  ];
}

/** How the last call ended, and on asking all before it. */
function Calls({ of: calls }: { of: readonly CallRow[] }) {
  const text = useText();
  const [last, ...before] = calls;
  if (!last) return <span className="faint">{text("webhook.log.no_call")}</span>;
  if (before.length === 0) return <OneCall of={last} />;
  return (
    <details className="webhook-calls">
      <summary>
        <OneCall of={last} /> <span className="caption nowrap">· {text("webhook.log.tries", { n: calls.length })}</span>
      </summary>
      <ol reversed>
        {before.map((call) => (
          <li key={call.n}>
            <OneCall of={call} />
          </li>
        ))}
      </ol>
    </details>
  );
}

function OneCall({ of: { at, ms, status, fault } }: { of: CallRow }) {
  const text = useText();
  const format = useFormat();
  const wordsOf = useCallWords();
  return (
    <span className="webhook-call">
      {wordsOf({ status, fault })}{" "}
      <span className="caption nowrap">
        {format.moment(at)}
        {ms !== null && fault !== "cut" && ` · ${text("webhook.log.took", { ms })}`}
      </span>
    </span>
  );
}
